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

/** Says that a mention is not the one the user keeps, and what tells the two apart. */
export function NotKept(props: {
  id: string;
  like: LookAlike;
  /** The project that keeps the other one. */
  project: string;
  onOpen: () => void;
  className?: string;
}) {
  const { id, like, project, onOpen, className = '' } = props;
  const found = differencesOf(like);
  return (
    <div
      role="note"
      aria-labelledby={id}
      className={`flex gap-2.5 rounded-lg border border-danger bg-sheet p-2.5 ${className}`}
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" strokeWidth={2} />
      <div className="min-w-0">
        <p id={id} className="font-semibold">
          Not the <MarkedText text={like.text} parts={marksIn(like.text, like, 'kept')} /> you keep
        </p>
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
          . Yours is{' '}
          <button
            type="button"
            onClick={onOpen}
            className="max-w-full rounded-sm text-start text-ink underline decoration-edge underline-offset-3 hover:decoration-current"
          >
            <bdi>{project}</bdi>
          </button>
          .
        </p>
      </div>
    </div>
  );
}
