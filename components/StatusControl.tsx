import { useEffect, useId, useRef, useState } from 'react';
import { type Status, statuses } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';
import { StatusGlyph, statusName } from './StatusGlyph.tsx';

const options = [...statuses, 'none'] as const;

// Each as wide as its name needs: five equal columns are too narrow for the longest.
const cell = 'grow flex-col gap-0.5 px-0.5 pt-1 pb-0.5';

/** May answer, once it is known, how the save went; anything else where the caller shows the choice by itself. */
type OnChange = (status: Status | null) => unknown;

const isSaved = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;

interface Choice {
  status: Status | null;
  /** What was stored as far as was known when the save was acknowledged; undefined before that. */
  storedThen?: Status | null;
}

/** Shows a choice at once and until the store shows it too, or something newer; goes back where its save is refused. */
function useChoice(stored: Status | null, onChange: OnChange) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const latest = useRef(stored);
  useEffect(() => {
    latest.current = stored;
  }, [stored]);
  const isOver =
    choice?.storedThen !== undefined && (stored === choice.status || stored !== choice.storedThen);
  if (isOver) setChoice(null);
  return {
    shown: choice && !isOver ? choice.status : stored,
    choose: async (status: Status | null) => {
      const mine: Choice = { status };
      setChoice(mine);
      const next = isSaved(await onChange(status)) ? { status, storedThen: latest.current } : null;
      setChoice((now) => (now === mine ? next : now));
    },
  };
}

/**
 * Five radio buttons: the four statuses and none. Arrow keys move and choose, as in any radio group.
 * `legend` is read out, not shown. `compact` writes out only the name of the one that is chosen.
 */
export function StatusControl(props: {
  status: Status | null;
  /** A choice is shown at once; where its save is refused, what is stored is shown again. */
  onChange: OnChange;
  legend?: string;
  compact?: boolean;
}) {
  const group = useId();
  const { shown, choose } = useChoice(props.status, props.onChange);
  const { compact = false } = props;
  return (
    <fieldset
      className={`flex flex-wrap gap-0.5 rounded-md border border-line bg-sheet p-0.5 ${compact ? 'w-fit max-w-full' : '@container'}`}
    >
      <legend className="sr-only">{props.legend ?? t('status.legend')}</legend>
      {options.map((option) => (
        <label
          key={option}
          title={statusName(option)}
          className={`group relative flex items-center rounded-sm border border-transparent text-small text-soft hover:bg-hover hover:text-ink has-checked:border-line has-checked:bg-hover has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border-[Highlight] ${compact ? 'min-h-6 min-w-7 justify-center gap-1.5 px-1.25' : cell}`}
        >
          <input
            type="radio"
            name={group}
            value={option}
            checked={(shown ?? 'none') === option}
            onChange={() => void choose(option === 'none' ? null : option)}
            className="absolute inset-0 appearance-none outline-none"
          />
          <StatusGlyph status={option === 'none' ? null : option} />
          <span
            className={
              compact
                ? 'sr-only group-has-checked:not-sr-only group-has-checked:truncate'
                : // In a narrow place only the name of the one that is chosen is written out; the others are still read out.
                  'whitespace-nowrap @max-[19rem]:not-group-has-checked:sr-only'
            }
          >
            {option === 'none' && !compact ? t('status.noneShort') : statusName(option)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
