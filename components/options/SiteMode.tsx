import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { t } from '../../lib/library/text.ts';

const modes = ['allBut', 'onlyOn'] as const;

/** Whether Underline runs everywhere but on some sites, or on chosen ones alone. */
export function SiteMode({ onlyOn, onChange }: { onlyOn: boolean; onChange: (onlyOn: boolean) => unknown }) {
  const id = useId();
  return (
    <RadioGroup
      aria-label={t('options.sites.mode')}
      value={onlyOn ? 'onlyOn' : 'allBut'}
      onValueChange={(mode: (typeof modes)[number]) => void onChange(mode === 'onlyOn')}
      className="flex flex-col overflow-clip rounded-lg border border-line bg-sheet"
    >
      {modes.map((mode) => (
        <Radio.Root
          key={mode}
          value={mode}
          nativeButton
          render={<button type="button" />}
          aria-labelledby={`${id}${mode}`}
          aria-describedby={`${id}${mode}about`}
          className="group flex items-start gap-3 border-t border-line first:border-t-0 px-4 py-3 text-start transition-colors hover:bg-hover focus-visible:-outline-offset-2"
        >
          <span
            aria-hidden="true"
            className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-edge bg-paper group-data-checked:border-accent forced-colors:group-data-checked:border-[Highlight]"
          >
            <Radio.Indicator className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
          </span>
          <span className="min-w-0">
            <span id={`${id}${mode}`} className="block font-medium">
              {t(`options.sites.${mode}`)}
            </span>
            <span id={`${id}${mode}about`} className="block text-soft text-pretty">
              {t(`options.sites.${mode}About`)}
            </span>
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
