import { Download, House, Pause, Play, Plus, Power, Settings, Trash2, Upload } from 'lucide-react';
import { openOptions } from '../../lib/extension/options-page.ts';
import { isSwitchedOn, switchSite } from '../../lib/library/site-state.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import type { PaletteAction } from '../palette/find-actions.ts';
import { Palette } from '../palette/Palette.tsx';
import { useCommand } from './use-command.ts';
import { useExport } from './use-export.ts';
import { useView } from './view.tsx';

/** The command palette of the side panel. */
export function LibraryPalette({ appVersion }: { appVersion: string }) {
  const { view, open } = useView();
  const { run } = useCommand();
  const settings = useLibrary((library) => library.settings);
  const { paused } = settings;
  const site = useThisPage((page) => page.site);
  const saveExport = useExport(appVersion);
  const isOff = !isSwitchedOn(settings, site);
  const actions: PaletteAction[] = [
    { id: 'add', title: t('library.add'), icon: Plus, run: () => open({ name: 'add' }) },
    { id: 'export', title: t('backup.export'), icon: Download, run: () => void saveExport() },
    { id: 'import', title: t('import.open'), icon: Upload, run: () => open({ name: 'import' }) },
    { id: 'trash', title: t('trash.title'), icon: Trash2, run: () => open({ name: 'trash' }) },
    { id: 'settings', title: t('options.heading'), icon: Settings, run: () => void openOptions() },
    {
      id: 'pause',
      title: paused ? t('page.resumeAll') : t('page.pauseAll'),
      icon: paused ? Play : Pause,
      run: () => void run({ type: 'pause', on: !paused }),
    },
  ];
  if (view.name !== 'home')
    actions.unshift({ id: 'home', title: t('palette.home'), icon: House, run: () => open({ name: 'home' }) });
  if (site !== '')
    actions.push({
      id: 'switch',
      title: isOff ? t('page.turnOn', { site }) : t('palette.switchOff', { site }),
      icon: Power,
      run: () => void run(switchSite(settings, site, isOff)),
    });
  return <Palette actions={actions} onProject={(id) => open({ name: 'project', id })} />;
}
