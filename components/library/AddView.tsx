import { t } from '../../lib/library/text.ts';
import { Phrase } from '../Phrase.tsx';
import { KeepForm } from './KeepForm.tsx';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';

/** Adds a project by hand. */
export function AddView() {
  const { back, replace } = useView();
  return (
    <>
      <ViewBar title={t('library.add')} />
      <div className="min-h-0 grow overflow-y-auto px-4 py-2">
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
