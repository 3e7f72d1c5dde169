import type { Addition } from '../../lib/library/addition.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Phrase } from '../Phrase.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { AddChosen } from './AddChosen.tsx';
import { KeepForm } from './KeepForm.tsx';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';

/** Adds a project by hand, or what the user chose on a page. */
export function AddView({ chosen }: { chosen?: Addition | undefined }) {
  const { back, replace } = useView();
  const reading = useLibrary((library) => library.status === 'loading');
  if (chosen && (chosen.alias !== null || chosen.quote !== '' || chosen.page))
    return (
      <>
        <ViewBar title={t('menus.title')} takesFocus={false} />
        <div className="min-h-0 grow overflow-y-auto px-4 py-2">
          {/* Whether it is kept already is only known then. */}
          {reading ? <Skeleton label={t('menus.title')} /> : <AddChosen chosen={chosen} />}
        </div>
      </>
    );
  return (
    <>
      <ViewBar title={t('library.add')} />
      <div className="min-h-0 grow overflow-y-auto px-4 py-2">
        {chosen && <p className="pb-2 text-soft">{t('menus.nothing')}</p>}
        <KeepForm
          name=""
          aliases={[]}
          onCancel={back}
          onKept={(id) => (id === null ? back() : replace({ name: 'project', id }))}
        />
        <p className="mt-4 text-soft text-pretty">
          <Phrase
            of="alias.what"
            ticker={<b className="font-medium">$TICKER</b>}
            handle={<b className="font-medium">@handle</b>}
            tag={<b className="font-medium">#tag</b>}
          />
        </p>
      </div>
    </>
  );
}
