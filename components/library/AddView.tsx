import { KeepForm } from './KeepForm.tsx';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';

/** Adds a project by hand. */
export function AddView() {
  const { back, replace } = useView();
  return (
    <>
      <ViewBar title="Add a project" />
      <div className="min-h-0 grow overflow-y-auto px-4 py-2">
        <KeepForm
          name=""
          aliases={[]}
          onCancel={back}
          onKept={(id) => (id === null ? back() : replace({ name: 'project', id }))}
        />
        <p className="mt-4 text-soft text-pretty">
          Aliases are what the project is called on pages: its <b className="font-medium">$TICKER</b>, its{' '}
          <b className="font-medium">@handle</b>, its <b className="font-medium">#tag</b>: each of these is
          underlined wherever it stands. A plain name, a domain or a contract’s address works too: they turn
          up under “This page”.
        </p>
      </div>
    </>
  );
}
