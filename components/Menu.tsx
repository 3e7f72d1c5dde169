import { Check, Ellipsis, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { t } from '../lib/library/text.ts';
import { IconButton } from './Button.tsx';
import { Link } from './Link.tsx';

const row =
  'flex min-h-7 w-full items-center gap-2 rounded-sm border border-transparent px-2 py-0.5 text-start outline-none hover:bg-hover ' +
  'focus:bg-hover disabled:opacity-50 forced-colors:focus:border-[Highlight]';

/** One thing to do; `to` opens a page in a tab of its own instead. */
export function MenuItem(props: {
  icon?: LucideIcon;
  children: ReactNode;
  onSelect?: () => void;
  to?: string;
  disabled?: boolean;
  /** Given for what is on or off. */
  checked?: boolean;
  /** The id of a `MenuHint` that belongs to it. */
  hint?: string;
}) {
  const { icon: Icon, checked } = props;
  const content = (
    <>
      {checked !== undefined && (
        <Check
          aria-hidden="true"
          className={`size-4 shrink-0 text-accent ${checked ? '' : 'invisible'}`}
          strokeWidth={2}
        />
      )}
      {Icon && <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" strokeWidth={1.75} />}
      <span className="min-w-0 wrap-anywhere">{props.children}</span>
    </>
  );
  return props.to === undefined ? (
    <button
      type="button"
      {...(checked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemcheckbox', 'aria-checked': checked })}
      tabIndex={-1}
      disabled={props.disabled}
      aria-describedby={props.hint}
      onClick={props.onSelect}
      className={row}
    >
      {content}
    </button>
  ) : (
    <Link role="menuitem" tabIndex={-1} to={props.to} className={row}>
      {content}
    </Link>
  );
}

/** What the items above it bring about; a screen reader says it with each item that names it as its hint. */
export function MenuHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p
      id={id}
      aria-hidden="true"
      className="border border-transparent px-2 pb-1 text-small text-soft text-pretty"
    >
      {children}
    </p>
  );
}

/** Sets the items below it apart from those above. */
export function MenuLine() {
  return <hr className="mx-2 my-1 border-line" />;
}

const focusFirst = (menu: HTMLElement | null) =>
  menu?.querySelector<HTMLElement>('[role^=menuitem]:not(:disabled)')?.focus();

/**
 * A button and the menu below it. Arrow keys, Home and End move; Enter chooses; Esc and a click elsewhere close.
 * Not Base UI's: that one stands between hidden elements which take the focus, and no setting leaves them out (axe:
 * `aria-hidden-focus`).
 */
export function Menu(props: { label?: string; children: ReactNode; onOpenChange?: (open: boolean) => void }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);

  const change = (next: boolean) => {
    setOpen(next);
    props.onOpenChange?.(next);
  };
  const close = () => {
    trigger.current?.focus();
    change(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')];
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) items.at(to)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="relative flex">
      <IconButton
        ref={trigger}
        icon={Ellipsis}
        label={props.label ?? t('common.more')}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => change(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          change(true);
        }}
      />
      {open && (
        <div
          id={id}
          ref={focusFirst}
          role="menu"
          tabIndex={-1}
          aria-label={props.label ?? t('common.more')}
          onKeyDown={onKeyDown}
          onBlur={({ relatedTarget, currentTarget }) => {
            // A press on the button itself closes by its click.
            if (relatedTarget !== trigger.current && !currentTarget.contains(relatedTarget)) change(false);
          }}
          onClick={({ target }) => {
            if (target instanceof Element && target.closest('[role^=menuitem]')) close();
          }}
          className="absolute end-0 top-full z-10 mt-1 w-max min-w-44 max-w-80 animate-appear rounded-lg border border-line bg-sheet p-1 shadow-float outline-none"
        >
          {props.children}
        </div>
      )}
    </div>
  );
}
