import { t } from './text.ts';

/** An expected outcome: what came of it, or why not. Expected failures are never thrown. */
export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E };

/** A failure in words a user understands, with what to do next. */
export interface Failure {
  code: FailureCode;
  message: string;
}

export type FailureCode =
  | 'bad-command'
  | 'not-found'
  | 'storage-failed'
  | 'damaged'
  | 'newer-version'
  | 'older-version'
  | 'over-limit'
  | 'bad-file'
  | 'bad-checksum'
  | 'changed-meanwhile'
  | 'cancelled'
  | 'unreachable'
  | 'broken';

/** The outcome of what went well. */
export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** The outcome of what did not; `message` is for the user: what happened, and what to do next. */
export const failed = (code: FailureCode, message: string): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message },
});

/** The outcome of what the user cancelled in time. */
export const cancelled = () => failed('cancelled', t('lib.answer.cancelled'));

/** Whether it is not known if what failed was saved after all. */
export const mayBeSaved = ({ code }: Failure): boolean =>
  code === 'unreachable' || code === 'storage-failed' || code === 'broken';
