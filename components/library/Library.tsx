import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { onPanelView } from '../../lib/extension/side-panel.ts';
import { t } from '../../lib/library/text.ts';
import { startLibrary, useLibrary } from '../../lib/state/library.ts';
import { followThisPage } from '../../lib/state/this-page.ts';
import { Button } from '../Button.tsx';
import { DamageBanner, RecoveryButton, SecondCopyNote } from '../DamageBanner.tsx';
import { Failed } from '../Failed.tsx';
import { AddView } from './AddView.tsx';
import type { HomeProps, HomeTab } from './home-props.ts';
import { ProjectView } from './ProjectView.tsx';
import { PausedBanner } from './SiteSwitch.tsx';
import { TopBar } from './TopBar.tsx';
import { useSurfaceKeys } from './use-surface-keys.ts';
import { type Surface, useView, type View, Views } from './view.tsx';

// Seldom shown: no first paint waits for them.
const ImportView = lazy(async () => ({ default: (await import('./ImportView.tsx')).ImportView }));
const MergeView = lazy(async () => ({ default: (await import('./MergeView.tsx')).MergeView }));
const TrashView = lazy(async () => ({ default: (await import('./TrashView.tsx')).TrashView }));

function CurrentView({ Home }: { Home: ComponentType<HomeProps> }) {
  const { view } = useView();
  const status = useLibrary((library) => library.status);
  const shown = useLibrary((library) => library.shown);
  const failure = useLibrary((library) => library.failure);
  const [tab, setTab] = useState<HomeTab>('page');
  const search = useRef<HTMLInputElement>(null);
  useSurfaceKeys(search);

  const isDamaged = failure?.code === 'damaged';
  if (failure && !shown)
    return (
      <Failed
        failure={failure}
        action={
          <div className="flex gap-2">
            {/* The stronger one is what the words lead to. */}
            <Button look={isDamaged ? 'plain' : 'solid'} onClick={() => startLibrary()}>
              {t('common.tryAgain')}
            </Button>
            <RecoveryButton look={isDamaged ? 'solid' : 'plain'} />
          </div>
        }
      />
    );
  if (view.name === 'project') return <ProjectView key={view.id} id={view.id} />;
  if (view.name === 'add') return <AddView key={JSON.stringify(view.chosen)} chosen={view.chosen} />;
  if (view.name === 'import') return <ImportView />;
  if (view.name === 'merge') return <MergeView key={`${view.into} ${view.from}`} {...view} />;
  if (view.name === 'trash') return <TrashView />;
  return <Home tab={tab} onTab={setTab} searchRef={search} reading={status === 'loading'} />;
}

/** Loaded after the rest: the popup never has it, and the panel's first paint does not wait for it. */
const LibraryPalette = lazy(async () => ({
  default: (await import('./LibraryPalette.tsx')).LibraryPalette,
}));

/** The side panel shows what another surface, a key or a menu asked for. */
function FollowPanelView() {
  const { open } = useView();
  useEffect(
    () =>
      onPanelView((asked) =>
        open(
          'project' in asked ? { name: 'project', id: asked.project } : { name: 'add', chosen: asked.add },
        ),
      ),
    [open],
  );
  return null;
}

const shapes: Record<Surface, string> = {
  // Fixed, so that the popup never jumps while its content arrives; browsers allow at most 800 × 600.
  popup: 'h-140 max-h-[600px] w-100 max-w-full',
  panel: 'mx-auto h-dvh max-w-3xl',
};

/** Everything a person keeps, and the page they are on: the same in popup, side panel and tab. */
export function Library(props: {
  surface: Surface;
  /** Its first view: given, so that the popup loads nothing of the panel's. */
  Home: ComponentType<HomeProps>;
  appVersion: string;
  first?: View;
}) {
  useEffect(startLibrary, []);
  useEffect(followThisPage, []);
  return (
    <Views first={props.first ?? { name: 'home' }} surface={props.surface}>
      {props.surface === 'panel' && (
        <>
          <FollowPanelView />
          <Suspense>
            <LibraryPalette appVersion={props.appVersion} />
          </Suspense>
        </>
      )}
      <div data-surface={props.surface} className={`flex flex-col ${shapes[props.surface]}`}>
        <TopBar appVersion={props.appVersion} />
        <DamageBanner />
        <SecondCopyNote />
        <PausedBanner />
        <main className="flex min-h-0 grow flex-col">
          <Suspense>
            <CurrentView Home={props.Home} />
          </Suspense>
        </main>
      </div>
    </Views>
  );
}
