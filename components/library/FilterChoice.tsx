import type { ReactNode } from 'react';
import { number } from '../../lib/library/text.ts';

/** What a choice of the list's filters looks like. */
export const choiceLook =
  'inline-flex min-h-7 max-w-full items-center gap-1 rounded-full border border-line bg-sheet px-1.5 text-small min-[36rem]:gap-1.5 min-[36rem]:px-2 text-soft hover:bg-hover hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink forced-colors:aria-pressed:border-[Highlight] forced-colors:aria-pressed:outline forced-colors:aria-pressed:outline-[Highlight]';

/** One thing that narrows the list, on or off: its drawing and how many it would show; its name where there is room. */
export function FilterChoice(props: {
  name: string;
  on: boolean;
  /** Null while it is found out. */
  count: number | null;
  onChange: () => void;
  /** Without a drawing its name is always shown. */
  children?: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={props.on}
      title={props.name}
      onClick={props.onChange}
      className={choiceLook}
    >
      {props.children}
      <bdi className={props.children ? 'sr-only min-[36rem]:not-sr-only' : 'truncate text-ink'}>
        {props.name}
      </bdi>
      {props.count !== null && <span>{number(props.count)}</span>}
    </button>
  );
}
