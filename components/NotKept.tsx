import { TriangleAlert } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { t } from '../lib/library/text.ts';
import type { Difference } from '../lib/mentions/differences.ts';
import type { LookAlike } from '../lib/mentions/look-alike.ts';
import { differencesOf, marksIn } from './look-alike-marks.ts';
import { MarkedText } from './MarkedText.tsx';
import { Phrase } from './Phrase.tsx';

/** The name of a sign that a screen reader passes over. */
const signName = (text: string): string | null =>
  text === '_' ? t('notKept.underscore') : text === '-' ? t('notKept.hyphen') : null;

const Part = ({ text }: { text: string }) => (
  <b className="font-semibold text-ink">{signName(text) ?? <bdi>{text}</bdi>}</b>
);

function Differing({ seen, kept }: Difference): ReactNode {
  if (seen === '' || kept === '')
    return (
      <Phrase of={kept === '' ? 'notKept.added' : 'notKept.missing'} part={<Part text={seen || kept} />} />
    );
  return <Phrase of="notKept.inPlace" seen={<Part text={seen} />} kept={<Part text={kept} />} />;
}

/** Says that a mention is not the one the user keeps, shows both one below the other, and tells what differs. */
export function NotKept(props: {
  id: string;
  like: LookAlike;
  /** The mention, as written on the page. */
  text: string;
  /** What leads to the kept one. */
  children?: ReactNode;
}) {
  const { id, like, text, children } = props;
  const found = differencesOf(like);
  const list = found.map((each, at) => (
    <Fragment key={each.at}>
      {at > 0 && t('common.comma')}
      <Differing {...each} />
    </Fragment>
  ));
  return (
    <div
      role="note"
      aria-labelledby={id}
      className="flex flex-col gap-2 rounded-lg border border-danger bg-sheet p-3"
    >
      <p id={id} className="flex gap-2 font-semibold">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" strokeWidth={2} />
        <span className="min-w-0">
          <Phrase of="notKept.title" alias={<bdi>{like.text}</bdi>} />
        </span>
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 text-lead">
        <dt className="text-small text-soft">{t('notKept.here')}</dt>
        <dd>
          <MarkedText text={text} parts={marksIn(text, like, 'seen')} />
        </dd>
        <dt className="text-small text-soft">{t('notKept.yours')}</dt>
        <dd>
          <MarkedText text={like.text} parts={marksIn(like.text, like, 'kept')} />
        </dd>
      </dl>
      <p className="text-soft text-pretty">
        {like.differs === 'ending' ? (
          <Phrase of="notKept.ending" list={list} />
        ) : (
          <Phrase of="notKept.differ" count={found.length} list={list} />
        )}
        {children}
      </p>
    </div>
  );
}
