import { ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CountedMention } from '../../lib/library/page-report.ts';
import { t } from '../../lib/library/text.ts';
import { jump } from '../../lib/state/jump.ts';
import { IconButton } from '../Button.tsx';
import { isTyping } from '../is-typing.ts';
import { letterOf } from '../letter-of.ts';
import { useToasts } from '../Toasts.tsx';
import { useView } from './view.tsx';

/** The way a key leads: `n` and the arrow that reading goes by to the next mention, `p` and the other one back. */
function wayOf({ key, code, currentTarget }: KeyboardEvent): 1 | -1 | null {
  const letter = letterOf({ key, code });
  const forward = getComputedStyle(currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (letter === 'n' || key === forward) return 1;
  return letter === 'p' || key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : null;
}

/**
 * A row about something that stands on this page, in the side panel with two buttons that lead the page to where it
 * stands; keys do it from the row, which keeps the focus. A popup covers the page, so there it is the row alone.
 */
export function JumpRow(props: {
  /** Its `data-row`. */
  row: string;
  /** What it is about, as it is read out. */
  name: string;
  /** Where the buttons lead; without any there are none. */
  mentions: readonly CountedMention[];
  tabIndex: 0 | -1;
  children: ReactNode;
}) {
  const { surface } = useView();
  const toasts = useToasts();
  const { row, name, mentions, tabIndex } = props;
  if (surface === 'popup') return props.children;
  if (mentions.length === 0) return <div className="pe-13 large:pe-0">{props.children}</div>;
  const go = async (by: 1 | -1) => {
    if (!(await jump(row, mentions, by))) toasts.sayOnce(t('panel.notThere', { name }));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in it
    <div
      // In large letters the buttons stand below: they would leave nothing of the name.
      className="flex items-center justify-end large:flex-wrap"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        const by = wayOf(event);
        if (by === null) return;
        event.preventDefault();
        void go(by);
      }}
    >
      <div className="min-w-0 grow large:basis-full">{props.children}</div>
      <JumpButton
        icon={ChevronUp}
        label={t('panel.previous', { name })}
        tabIndex={tabIndex}
        onGo={() => void go(-1)}
      />
      <JumpButton
        icon={ChevronDown}
        label={t('panel.next', { name })}
        tabIndex={tabIndex}
        onGo={() => void go(1)}
      />
    </div>
  );
}

function JumpButton(props: { icon: typeof ChevronUp; label: string; tabIndex: 0 | -1; onGo: () => void }) {
  return (
    <IconButton
      icon={props.icon}
      label={props.label}
      tabIndex={props.tabIndex}
      onClick={props.onGo}
      className="w-6.5"
    />
  );
}
