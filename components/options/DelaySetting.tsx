import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Slider } from '@base-ui/react/slider';
import { useId, useState } from 'react';
import { language, t } from '../../lib/library/text.ts';

const shortest = 100;
const longest = 3_000;
const step = 100;
/** With Shift or the page keys. */
const stride = 500;

const written = (ms: number, unitDisplay: 'short' | 'long'): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: 'second', unitDisplay }).format(ms / 1_000);

/** How long the pointer rests before the card opens; saved once the thumb is let go. */
export function DelaySetting({ ms, onChange }: { ms: number; onChange: (ms: number) => Promise<unknown> }) {
  const [label, about] = [useId(), useId()];
  const [moved, setMoved] = useState<number | null>(null);
  const shown = moved ?? ms;
  const save = async (wanted: number) => {
    // What is asked for is shown by who asks, from here on.
    const saving = onChange(wanted);
    setMoved(null);
    await saving;
  };
  const direction = getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr';
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-48">
        <p id={label} className="font-medium">
          {t('options.appearance.delay')}
        </p>
        <p id={about} className="text-soft text-pretty">
          {t('options.appearance.delayAbout')}
        </p>
      </div>
      <DirectionProvider direction={direction}>
        <Slider.Root
          value={shown}
          min={shortest}
          max={longest}
          step={step}
          largeStep={stride}
          thumbAlignment="edge-client-only"
          onValueChange={setMoved}
          onValueCommitted={(wanted) => void save(wanted)}
          aria-labelledby={label}
          className="flex flex-wrap items-center gap-x-3"
        >
          <span aria-hidden="true" className="min-w-12 text-end">
            <bdi>{written(shown, 'short')}</bdi>
          </span>
          <Slider.Control className="flex h-6 w-[min(10rem,30vw)] touch-none items-center">
            <Slider.Track className="h-1 w-full rounded-full bg-line forced-colors:bg-[GrayText]">
              <Slider.Indicator className="rounded-full bg-accent forced-colors:bg-[Highlight]" />
              <Slider.Thumb
                aria-labelledby={label}
                aria-describedby={about}
                getAriaValueText={(_, value) => written(value, 'long')}
                className="size-4 rounded-full border border-accent bg-sheet shadow-float has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent forced-colors:border-[Highlight]"
              />
            </Slider.Track>
          </Slider.Control>
        </Slider.Root>
      </DirectionProvider>
    </div>
  );
}
