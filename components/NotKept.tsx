import { TriangleAlert } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { Difference } from '../lib/mentions/differences.ts';
import type { LookAlike } from '../lib/mentions/look-alike.ts';
import { differencesOf, marksIn } from './look-alike-marks.ts';
import { MarkedText } from './MarkedText.tsx';

/** Signs that a screen reader passes over. */
const signNames: Record<string, string> = { _: 'an underscore', '-': 'a hyphen' };

const Part = ({ text }: { text: string }) => (
  <b className="font-semibold text-ink">{signNames[text] ?? <bdi>{text}</bdi>}</b>
);

function Differing({ seen, kept }: Difference): ReactNode {
  if (seen === '' || kept === '')
    return (
      <>
        <Part text={seen || kept} /> is {kept === '' ? 'added' : 'missing'}
      </>
    );
  return (
    <>
      <Part text={seen} /> in place of <Part text={kept} />
    </>
  );
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
  return (
    <div
      role="note"
      aria-labelledby={id}
      className="flex flex-col gap-2 rounded-lg border border-danger bg-sheet p-3"
    >
      <p id={id} className="flex gap-2 font-semibold">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" strokeWidth={2} />
        <span className="min-w-0">
          Not the <bdi>{like.text}</bdi> you keep
        </span>
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 text-lead">
        <dt className="text-small text-soft">Here</dt>
        <dd>
          <MarkedText text={text} parts={marksIn(text, like, 'seen')} />
        </dd>
        <dt className="text-small text-soft">Yours</dt>
        <dd>
          <MarkedText text={like.text} parts={marksIn(like.text, like, 'kept')} />
        </dd>
      </dl>
      <p className="text-soft text-pretty">
        {like.differs === 'ending'
          ? 'The same name with another ending: '
          : found.length === 1
            ? 'One character differs: '
            : `${found.length} characters differ: `}
        {found.map((each, number) => (
          <Fragment key={each.at}>
            {number > 0 && ', '}
            <Differing {...each} />
          </Fragment>
        ))}
        .{children}
      </p>
    </div>
  );
}
