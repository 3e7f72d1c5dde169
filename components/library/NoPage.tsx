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
      title={t('page.notRunning')}
      action={
        <Button look="solid" onClick={() => void reloadThisPage()}>
          <RotateCw aria-hidden="true" className="size-3.5" />
          {t('page.reload')}
        </Button>
      }
    >
      {t('page.notRunningWhy')}
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
        title={t('page.paused')}
        action={
          <Button look="solid" onClick={() => void run({ type: 'pause', on: false })}>
            {t('page.resume')}
          </Button>
        }
      >
        {t('page.pausedWhat')}
      </Empty>
    );
  return (
    <Empty
      icon={MonitorOff}
      title={t('page.offFor', { site })}
      action={
        <Button look="solid" onClick={() => void run(switchSite(settings, site, true))}>
          {t('page.turnOn', { site })}
        </Button>
      }
    >
      {settings.onlyOn ? t('page.notAllowed') : t('page.offWhat')}
    </Empty>
  );
}
