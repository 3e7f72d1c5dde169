import { Envelope } from './command.ts';
import { type Typed, tooLong } from './limits.ts';
import { misfit } from './misfit.ts';
import { done, failed, type Result } from './result.ts';
import { t } from './text.ts';
import { wellFormed } from './well-formed.ts';

/** A command from a surface; `bad-command` with the place if it is not one. */
export function parseEnvelope(value: unknown): Result<Envelope> {
  const read = Envelope.safeParse(value, { reportInput: true });
  // Judged again: an alias may be none without its half of a character.
  const parsed = read.success ? Envelope.safeParse(wellFormed(read.data), { reportInput: true }) : read;
  if (parsed.success) return done(parsed.data);
  const [issue] = parsed.error.issues;
  const isDraft = Reflect.get(Object(Reflect.get(Object(value), 'command')), 'type') === 'keep-draft';
  const field = issue?.path.findLast((step) => typeof step === 'string');
  const what = isDraft ? 'draft' : field === undefined ? undefined : typed.get(field);
  if (issue?.code === 'too_big' && typeof issue.input === 'string' && what) {
    const why = tooLong(what, issue.input.length, Number(issue.maximum));
    return failed(
      'over-limit',
      isDraft ? t('lib.tooLong.draft', { why }) : t('lib.tooLong.notSaved', { why }),
    );
  }
  const { place, reason } = misfit(parsed.error, []);
  return failed('bad-command', t('lib.command.misfit', { place, reason }));
}

/** What people type that can be too long, by its name in a command. */
const typed = new Map<string, Typed>([
  ['name', 'name'],
  ['body', 'body'],
  ['thesis', 'thesis'],
  ['add', 'tag'],
]);
