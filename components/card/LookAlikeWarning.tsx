import { useId } from 'react';
import { t } from '../../lib/library/text.ts';
import type { LookAlike } from '../../lib/mentions/look-alike.ts';
import { Button } from '../Button.tsx';
import { NotKept } from '../NotKept.tsx';
import { Phrase } from '../Phrase.tsx';

/** A mention that could be taken for a kept one: says so before anything is offered, and leads to the kept one first. */
export function LookAlikeWarning(props: {
  like: LookAlike;
  /** The mention, as written on the page. */
  text: string;
  /** Name of the project that keeps the other one. */
  project: string;
  onOpen: () => void;
  onKeepAnyway: () => void;
}) {
  const told = useId();
  return (
    <div className="flex grow flex-col gap-3 px-4 pb-4">
      <NotKept id={told} like={props.like} text={props.text} />
      <div className="mt-auto flex flex-col gap-1.5">
        <Button onClick={props.onOpen} className="min-h-8.5">
          <span className="truncate">
            <Phrase of="card.showKept" name={<bdi>{props.project}</bdi>} />
          </span>
        </Button>
        <Button look="quiet" aria-describedby={told} onClick={props.onKeepAnyway}>
          {t('card.keepToo')}
        </Button>
      </div>
    </div>
  );
}
