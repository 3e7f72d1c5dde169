import { useId, useState } from 'react';
import { type Status, statuses } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';
import { StatusGlyph, statusName } from './StatusGlyph.tsx';

const options = [...statuses, 'none'] as const;

// Each as wide as its name needs: five equal columns are too narrow for the longest.
const cell = 'grow flex-col gap-0.5 px-0.5 pt-1 pb-0.5';

/**
 * Five radio buttons: the four statuses and none. Arrow keys move and choose, as in any radio group.
 * `legend` is read out, not shown. `compact` writes out only the name of the one that is chosen.
 */
export function StatusControl(props: {
  status: Status | null;
  onChange: (status: Status | null) => unknown;
  legend?: string;
  compact?: boolean;
}) {
  const group = useId();
  const [choice, setChoice] = useState<{ status: Status | null } | null>(null);
  const shown = choice ? choice.status : props.status;
  const choose = async (status: Status | null) => {
    const mine = { status };
    setChoice(mine);
    await props.onChange(status);
    setChoice((now) => (now === mine ? null : now));
  };

  const { compact = false } = props;
  return (
    <fieldset
      className={`flex flex-wrap gap-0.5 rounded-md border border-line bg-sheet p-0.5 ${compact ? 'w-fit max-w-full' : ''}`}
    >
      <legend className="sr-only">{props.legend ?? t('status.legend')}</legend>
      {options.map((option) => (
        <label
          key={option}
          title={compact ? statusName(option) : undefined}
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
                : 'whitespace-nowrap'
            }
          >
            {option === 'none' && !compact ? t('status.noneShort') : statusName(option)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
