import { useId } from 'react';
import { type Status, statuses } from '../lib/library/schema.ts';
import { StatusGlyph, statusNames } from './StatusGlyph.tsx';

const options = [...statuses, 'none'] as const;

/**
 * Five radio buttons: the four statuses and none. Arrow keys move and choose, as in any radio group.
 * `legend` is read out, not shown.
 */
export function StatusControl(props: {
  status: Status | null;
  onChange: (status: Status | null) => void;
  legend?: string;
}) {
  const group = useId();
  return (
    <fieldset className="flex flex-wrap gap-0.5 rounded-md border border-line bg-sheet p-0.5">
      <legend className="sr-only">{props.legend ?? 'Status'}</legend>
      {options.map((option) => (
        <label
          key={option}
          className="relative flex grow flex-col items-center gap-0.5 rounded-sm border border-transparent px-1 pt-1 pb-0.5 text-small text-soft hover:bg-hover hover:text-ink has-checked:border-edge has-checked:bg-hover has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border-[Highlight]"
        >
          <input
            type="radio"
            name={group}
            value={option}
            checked={(props.status ?? 'none') === option}
            onChange={() => props.onChange(option === 'none' ? null : option)}
            className="absolute inset-0 appearance-none outline-none"
          />
          <StatusGlyph status={option === 'none' ? null : option} />
          <span className="whitespace-nowrap">{option === 'none' ? 'None' : statusNames[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
