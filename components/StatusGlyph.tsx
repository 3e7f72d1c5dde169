import type { Status } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';

/** How the four statuses and "none" are named wherever a person reads them. */
export const statusName = (status: Status | 'none'): string => t(`status.${status}`);

/** The text colour of each status; written out because Tailwind finds classes by reading the source. */
const statusColours: Record<Status | 'none', string> = {
  watching: 'text-watching',
  researching: 'text-researching',
  convinced: 'text-convinced',
  passed: 'text-passed',
  none: 'text-soft',
};

// Told apart without colour: a ring, a half-filled ring, a filled disc with a tick, a ring struck through, dots.
const shapes: Record<Status | 'none', React.ReactNode> = {
  watching: (
    <>
      <circle cx="8" cy="8" r="5.75" strokeWidth="1.5" />
      <circle cx="8" cy="8" r="2" fill="currentColor" stroke="none" />
    </>
  ),
  researching: (
    <>
      <circle cx="8" cy="8" r="5.75" strokeWidth="1.5" />
      <path d="M8 4.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" stroke="none" />
    </>
  ),
  convinced: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      stroke="none"
      d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm3.53 4.97a.75.75 0 0 0-1.06-1.06L7.1 8.78 5.53 7.2a.75.75 0 1 0-1.06 1.06l2.1 2.1c.3.3.77.3 1.06 0z"
    />
  ),
  passed: (
    <>
      <circle cx="8" cy="8" r="5.75" strokeWidth="1.5" />
      <path d="M4.2 11.8 11.8 4.2" strokeWidth="1.5" />
    </>
  ),
  none: <circle cx="8" cy="8" r="5.75" strokeWidth="1.5" strokeDasharray="1.6 2.01" />,
};

/** A status as a small drawing. Decorative unless `labelled`: then it is read out by its name. */
export function StatusGlyph({ status, labelled = false }: { status: Status | null; labelled?: boolean }) {
  const key = status ?? 'none';
  return (
    <svg
      role="img"
      aria-hidden={!labelled}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      className={`size-4 shrink-0 ${statusColours[key]}`}
    >
      <title>{statusName(key)}</title>
      {shapes[key]}
    </svg>
  );
}
