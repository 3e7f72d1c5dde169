import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

const looks = {
  solid: 'bg-accent text-on-accent border-transparent hover:brightness-110 font-medium',
  plain: 'bg-sheet text-ink border-edge hover:bg-hover',
  quiet: 'text-soft border-transparent hover:bg-hover hover:text-ink',
  accent: 'text-accent border-transparent hover:bg-hover font-medium',
  danger: 'bg-sheet text-danger border-danger hover:bg-hover',
};

const base =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border select-none transition-colors ' +
  'disabled:opacity-50 disabled:pointer-events-none aria-disabled:opacity-50 aria-pressed:bg-hover aria-pressed:text-ink';

/** `solid` for the one main action of a view, `plain` beside it, `quiet` in rows and bars,
 * `accent` in rows that ask for it, `danger` to delete. */
export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: keyof typeof looks }) {
  return (
    <button
      type="button"
      {...rest}
      className={`${base} ${looks[look]} min-h-7 max-w-full px-2.5 py-0.5 wrap-anywhere ${className}`}
    />
  );
}

/** A square button that shows an icon; `label` is its name, also shown when the pointer rests on it. */
export function IconButton({
  icon: Icon,
  label,
  className = '',
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & { icon: LucideIcon; label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`${base} ${looks.quiet} size-7 p-0 ${className}`}
    >
      <Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />
    </button>
  );
}
