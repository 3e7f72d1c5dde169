import { LibraryBig, NotebookPen } from 'lucide-react';
import { t } from '../../lib/library/text.ts';
import { AliasTexts } from '../AliasTexts.tsx';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { Phrase } from '../Phrase.tsx';
import { StatusGlyph } from '../StatusGlyph.tsx';
import { useView } from './view.tsx';

const example = ['$OPG', '#OPG', '@OpenGradient'].map((text) => ({ text, site: null }));

/** In place of the list: how the first project comes there, and what one looks like. */
export function EmptyLibrary() {
  const { open } = useView();
  return (
    <Empty
      icon={LibraryBig}
      title={t('panel.empty')}
      action={
        <Button look="solid" onClick={() => open({ name: 'add' })}>
          {t('library.add')}
        </Button>
      }
    >
      <p>
        <Phrase
          of="panel.emptyHint"
          ticker={<b className="font-medium text-ink">$TICKER</b>}
          handle={<b className="font-medium text-ink">@handle</b>}
        />
      </p>
      <figure className="mt-3 rounded-lg border border-dashed border-edge px-2 py-1.5 text-start">
        <figcaption className="text-small">{t('panel.example')}</figcaption>
        <div className="flex min-h-7 flex-wrap items-center gap-x-2">
          <StatusGlyph status="watching" labelled />
          <span className="shrink-0 font-medium text-ink">{t('panel.exampleName')}</span>
          <AliasTexts aliases={example} className="w-0 min-w-16 grow" />
        </div>
        <p className="flex items-start gap-2 text-ink">
          <NotebookPen aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-soft" strokeWidth={1.75} />
          {t('panel.exampleNote')}
        </p>
      </figure>
    </Empty>
  );
}
