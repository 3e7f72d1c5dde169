import { failed } from '../library/result.ts';
import { onMessage } from './protocol.ts';
import { isOwnPage } from './senders.ts';
import type { Writer } from './writer.ts';

/** Carries out the commands of our own pages; a content script may send none. */
export function answerSurfaces(writer: Writer): void {
  onMessage('run', ({ data, sender }) =>
    isOwnPage(sender)
      ? writer.run(data)
      : failed('bad-command', 'Only Underline’s own pages can change the library. Nothing was changed.'),
  );
}
