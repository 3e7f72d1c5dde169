import { EyeOff, MonitorOff, RotateCw, Unplug } from 'lucide-react';
import { switchSite } from '../../lib/library/site-state.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { reloadThisPage } from '../../lib/state/this-page.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { useCommand } from './use-command.ts';

/** In place of the list: why this page has none, and what to do. */
export function NotRunning() {
  return (
    <Empty
      icon={Unplug}
      title="Underline is not running here"
      action={
        <Button look="solid" onClick={() => void reloadThisPage()}>
          <RotateCw aria-hidden="true" className="size-3.5" />
          Reload this page
        </Button>
      }
    >
      A page that was open before Underline was installed needs one reload. The browser’s own pages and its
      store stay closed to every extension.
    </Empty>
  );
}

/** In place of the list: the user's own switch, and the way back. */
export function SwitchedOff({ site }: { site: string }) {
  const settings = useLibrary((library) => library.settings);
  const { run } = useCommand();
  if (settings.paused)
    return (
      <Empty
        icon={EyeOff}
        title="Paused"
        action={
          <Button look="solid" onClick={() => void run({ type: 'pause', on: false })}>
            Resume
          </Button>
        }
      >
        Nothing is shown on pages until you resume.
      </Empty>
    );
  return (
    <Empty
      icon={MonitorOff}
      title={`Off for ${site}`}
      action={
        <Button look="solid" onClick={() => void run(switchSite(settings, site, true))}>
          Turn on for {site}
        </Button>
      }
    >
      {settings.onlyOn ? t('page.notAllowed') : 'Nothing is shown on pages of this site.'}
    </Empty>
  );
}
