import { PanelRight, Pin, PinOff, X } from 'lucide-react';
import type { Status } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import type { ShowMention } from '../../lib/mentions/card-talk.ts';
import { closeCard, pinCard, useCard } from '../../lib/state/card.ts';
import { IconButton } from '../Button.tsx';
import { CardMenu } from './CardMenu.tsx';

// The same lines as below the mentions on the page.
const lines: Record<Status | 'none', string> = {
  watching: 'decoration-solid decoration-2 decoration-watching',
  researching: 'decoration-dashed decoration-2 decoration-researching',
  convinced: 'decoration-double decoration-[1.5px] decoration-convinced',
  passed: 'decoration-dotted decoration-2 decoration-passed',
  none: 'decoration-solid decoration-2 decoration-edge',
};

/** The top of the card: what it is about, and what can be done with the card itself. */
export function CardBar(props: {
  request: ShowMention;
  title: string;
  /** The status of a known project, null of an unknown mention. */
  line: Status | 'none' | null;
  onOpenPanel: () => void;
  onMenu: (open: boolean) => void;
  /** Offered where the alias means a project already. */
  onAnother?: () => void;
}) {
  const pinned = useCard((card) => card.pinned);
  return (
    <header className="flex shrink-0 flex-wrap items-start gap-x-2 ps-4 pe-2 pt-2.5">
      <h1 title={props.title} className="line-clamp-2 min-w-0 grow basis-32 text-title/7 font-semibold">
        <bdi className={props.line === null ? '' : `underline underline-offset-4 ${lines[props.line]}`}>
          {props.title}
        </bdi>
      </h1>
      <div className="ms-auto flex shrink-0">
        <IconButton icon={PanelRight} label={t('card.openPanel')} onClick={props.onOpenPanel} />
        <IconButton
          icon={pinned ? PinOff : Pin}
          label={t('card.pin')}
          aria-pressed={pinned}
          onClick={() => pinCard(!pinned)}
        />
        <CardMenu
          request={props.request}
          onOpenChange={props.onMenu}
          {...(props.onAnother && { onAnother: props.onAnother })}
        />
        <IconButton icon={X} label={t('common.close')} onClick={closeCard} />
      </div>
    </header>
  );
}
