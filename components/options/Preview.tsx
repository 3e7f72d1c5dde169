import type { CSSProperties } from 'react';
import type { Settings } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { Phrase } from '../Phrase.tsx';
import { StatusGlyph } from '../StatusGlyph.tsx';

type Shown = 'watching' | 'convinced' | 'unknown';

/** As on pages: a line for one status, two for another, a faint one for what is not known. */
const markers: Record<Shown, string> = {
  watching: 'border-b-2 border-watching',
  convinced: 'border-b-4 border-double border-convinced',
  unknown: 'border-b-2 border-line',
};

/** Towards the middle of the post; where there is little room, at its edges. */
const places = { watching: 'start-0', convinced: 'end-0' };

const tinted: Record<Settings['tint'], string> = {
  none: '',
  soft: 'bg-[rgb(240_180_40/0.22)]',
  strong: 'bg-[rgb(240_180_40/0.45)]',
};

/** A post as pages would show it with these settings. Drawn by CSS alone: nothing here is looked for or found. */
export function Preview({ settings }: { settings: Settings }) {
  const { tint, markers: marked, modifier, dwellMs } = settings;
  const held = modifier === 'none' ? null : t(`options.appearance.modifiers.${modifier}`);
  const mention = (text: string, shown: Shown) => (
    <span className="group inline-block max-w-full wrap-anywhere md:relative">
      <bdi
        className={`transition-colors ${tinted[tint]} ${marked ? markers[shown] : 'border-b-2 border-transparent'}`}
      >
        {text}
      </bdi>
      {held === null && shown !== 'unknown' && (
        <span
          style={{ '--dwell': `${dwellMs}ms` } as CSSProperties}
          className={`pointer-events-none invisible absolute z-1 mt-1 flex w-max max-w-full items-center gap-2 rounded-lg border border-line bg-paper px-3 py-2 text-body opacity-0 shadow-float group-hover:visible group-hover:opacity-100 group-hover:transition-opacity group-hover:delay-(--dwell) md:top-full md:max-w-none ${places[shown]}`}
        >
          <StatusGlyph status={shown} />
          {t('options.appearance.card')}
        </span>
      )}
    </span>
  );
  return (
    <figure aria-label={t('options.appearance.preview')} className="flex flex-col gap-2">
      <div
        aria-hidden="true"
        className="flex gap-3 overflow-x-clip rounded-lg border border-line bg-sheet p-4 pb-5"
      >
        <span className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent">
          {t('options.appearance.previewAuthor').charAt(0)}
        </span>
        <div className="min-w-0">
          <p className="flex flex-wrap gap-x-1.5">
            <span className="font-semibold">{t('options.appearance.previewAuthor')}</span>
            <span className="text-soft">{t('options.appearance.previewTime')}</span>
          </p>
          <p className="relative text-lead text-pretty">
            <Phrase
              of="options.appearance.previewText"
              watching={mention('@OpenGradient', 'watching')}
              convinced={mention('$OPG', 'convinced')}
              unknown={mention('#AKT', 'unknown')}
            />
          </p>
        </div>
      </div>
      <figcaption className="text-small text-soft text-pretty">
        <span className="sr-only">
          {t(`options.appearance.previewTold.${tint}`)}{' '}
          {t(marked ? 'options.appearance.previewMarked' : 'options.appearance.previewUnmarked')}{' '}
        </span>
        <span>
          {held === null ? t('options.appearance.tryIt') : t('options.appearance.tryHeld', { key: held })}
        </span>
      </figcaption>
    </figure>
  );
}
