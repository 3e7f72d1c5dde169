import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { stopsSaving } from '../../lib/library/health.ts';
import { t } from '../../lib/library/text.ts';
import { followHealth, refreshHealth, useHealth } from '../../lib/state/health.ts';
import { startLibrary, useLibrary } from '../../lib/state/library.ts';
import { DamageBanner } from '../DamageBanner.tsx';
import { Views } from '../library/view.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { About } from './About.tsx';
import { Appearance } from './Appearance.tsx';
import { Detection } from './Detection.tsx';
import { Navigation } from './Navigation.tsx';
import { Privacy } from './Privacy.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import { type SectionId, sectionOf } from './sections.ts';
import { useSection } from './use-section.ts';
import { YourLibrary } from './YourLibrary.tsx';

// Not asked for at first.
const OptionsPalette = lazy(async () => ({ default: (await import('./OptionsPalette.tsx')).OptionsPalette }));

/** What the extension says of itself. */
export interface Manifest {
  version: string;
  permissions: readonly string[];
}

/** The options page: seven sections, one at a time. A library that can not be used comes before all of them. */
export function Options({ manifest }: { manifest: Manifest }) {
  const [silent, setSilent] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const onGo = useCallback(() => {
    scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);
  const { section: named, settle } = useSection(onGo);
  const health = useHealth((state) => state.health);
  const failed = useLibrary(({ status }) => status === 'failed');

  useEffect(followHealth, []);
  useEffect(startLibrary, []);
  useEffect(() => {
    // What can be read can be exported, also where the background does not even start.
    void refreshHealth().then((answer) => setSilent(answer === null));
  }, []);

  const problem = health?.problem ?? null;
  const unusable = silent || failed || (problem !== null && stopsSaving(problem));
  const isKnown = health !== null || silent || failed;
  // Damage is what is seen first; who goes on from it to a section may.
  const section =
    unusable || (named === null && problem) ? 'data' : (named ?? (isKnown ? 'detection' : null));
  useEffect(() => {
    // Also once it is repaired.
    if (section === 'data') settle('data');
  }, [section, settle]);
  const { title, about } = sectionOf(section ?? 'detection');
  useEffect(() => {
    document.title = t('options.tabTitle', { section: title });
  }, [title]);

  return (
    <div className="mx-auto grid max-w-xl gap-x-14 px-6 pt-8 pb-32 md:max-w-4xl md:grid-cols-[10rem_minmax(0,36rem)]">
      <header className="md:col-span-2">
        <p className="font-serif text-lead font-semibold underline decoration-accent decoration-2 underline-offset-4">
          Underline
        </p>
        <h1 className="mt-4 font-serif text-title font-semibold">{t('options.heading')}</h1>
      </header>
      {unusable ? <div /> : <Navigation current={section ?? 'detection'} />}
      {!unusable && (
        <Suspense>
          <OptionsPalette />
        </Suspense>
      )}
      <main className="mt-6 flex min-w-0 flex-col gap-8">
        {problem && section !== 'data' && <DamageBanner />}
        <div className="-mb-2">
          <h2 ref={heading} tabIndex={-1} className="font-serif text-title font-semibold outline-none">
            {title}
          </h2>
          <p className="text-soft text-pretty">{about}</p>
        </div>
        <Views key={section} first={{ name: 'home' }} surface="panel">
          <Section id={section} manifest={manifest} silent={silent} heading={heading} />
        </Views>
      </main>
    </div>
  );
}

function Section(props: {
  id: SectionId | null;
  manifest: Manifest;
  silent: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { id, manifest, silent, heading } = props;
  // Nothing is shown as set before it is known what is.
  const isShown = useLibrary((library) => library.shown);
  if (id === 'data') return <YourLibrary appVersion={manifest.version} silent={silent} heading={heading} />;
  if (id === null || !isShown) return <Skeleton label={t('options.reading')} />;
  switch (id) {
    case 'detection':
      return <Detection />;
    case 'sites':
      return <Sites />;
    case 'appearance':
      return <Appearance />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'privacy':
      return <Privacy permissions={manifest.permissions} />;
    case 'about':
      return <About version={manifest.version} />;
  }
}
