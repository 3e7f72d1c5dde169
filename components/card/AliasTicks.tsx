import { Check } from 'lucide-react';
import { t } from '../../lib/library/text.ts';
import type { ShownMention } from '../../lib/mentions/card-talk.ts';

/** The aliases that a new project gets: the mention itself, and those found beside it, to tick. */
export function AliasTicks(props: {
  mention: ShownMention;
  beside: ShownMention[];
  ticked: string[];
  onTick: (key: string, on: boolean) => void;
}) {
  const offered = [props.mention, ...props.beside];
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium text-soft">{t('card.goesBy')}</legend>
      {/* Wide enough for the outline of a focused one; a list of tickers scrolls. */}
      <div className="-m-1 flex max-h-19 flex-wrap gap-1.5 overflow-y-auto p-1">
        {offered.map((each) => (
          <label
            key={each.key}
            className="group relative inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-full border border-edge px-2.5 text-small text-soft hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              checked={each === props.mention || props.ticked.includes(each.key)}
              // The mention itself always belongs: without it the card would not find the project again.
              disabled={each === props.mention}
              onChange={({ target }) => props.onTick(each.key, target.checked)}
              className="absolute inset-0 appearance-none outline-none"
            />
            <Check
              aria-hidden="true"
              className="hidden size-3 shrink-0 text-accent group-has-checked:block"
              strokeWidth={2.5}
            />
            <bdi className="truncate">{each.text}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
