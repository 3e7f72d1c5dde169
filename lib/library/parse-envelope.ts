import { Envelope } from './command.ts';
import { misfit } from './place.ts';
import { done, failed, type Result } from './result.ts';
import { wellFormed } from './well-formed.ts';

/** A command from a surface; `bad-command` with the place if it is not one. */
export function parseEnvelope(value: unknown): Result<Envelope> {
  const read = Envelope.safeParse(value);
  // Judged again: an alias may be none without its half of a character.
  const parsed = read.success ? Envelope.safeParse(wellFormed(read.data)) : read;
  if (parsed.success) return done(parsed.data);
  const [issue] = parsed.error.issues;
  const isDraft = Reflect.get(Object(Reflect.get(Object(value), 'command')), 'type') === 'keep-draft';
  const what = isDraft ? 'What you typed' : typed[String(issue?.path.at(-1))];
  if (issue?.code === 'too_big' && what)
    return failed(
      'over-limit',
      `${issue.message.replace(/^it/, what)} ${isDraft ? 'It is not kept when you close this.' : 'It was not saved; what you typed stays here.'}`,
    );
  const { place, reason } = misfit(parsed.error, []);
  return failed('bad-command', `This could not be saved: ${place} ${reason}. Nothing was changed.`);
}

/** What people type that can be too long, by its name in a command. */
const typed: Record<string, string> = { name: 'This name', body: 'This note', thesis: 'This thesis' };
