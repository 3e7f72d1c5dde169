import { parseEnvelope } from '../library/parse.ts';
import { withoutPrivateSource } from '../library/private-source.ts';
import { failed } from '../library/result.ts';
import { onMessage } from './messages.ts';
import { isOwnPage, isPrivate } from './senders.ts';
import type { Writer } from './writer.ts';

/** Carries out the commands of our own pages; a content script may send none. */
export function answerSurfaces(writer: Writer): void {
  onMessage('run', ({ data, sender }) => {
    if (!isOwnPage(sender))
      return failed('bad-command', 'Only Underline’s own pages can change the library. Nothing was changed.');
    if (!isPrivate(sender)) return writer.run(data);
    const envelope = parseEnvelope(data);
    return envelope.ok ? writer.run(withoutPrivateSource(envelope.value)) : envelope;
  });
}
