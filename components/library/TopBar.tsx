import { MoreMenu } from './MoreMenu.tsx';
import { PauseButton, SiteSwitch } from './SiteSwitch.tsx';

/** Name, and what must always be one click away: this site, all sites, the rest. In large letters the site has its own line. */
export function TopBar({ appVersion }: { appVersion: string }) {
  return (
    <header className="@container z-10 flex min-h-11 shrink-0 flex-wrap items-center gap-0.5 border-b border-line ps-4 pe-2">
      <h1 className="shrink-0 font-serif text-lead font-semibold underline decoration-accent decoration-2 underline-offset-4">
        Underline
      </h1>
      <div className="flex min-w-24 flex-1 basis-24 justify-end large:basis-full large:justify-start">
        <SiteSwitch />
      </div>
      <PauseButton />
      <MoreMenu appVersion={appVersion} />
    </header>
  );
}
