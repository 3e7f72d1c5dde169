import { Download, PanelRight, Plus, Settings, Trash2, Upload } from 'lucide-react';
import { useId } from 'react';
import { openOptions } from '../../lib/extension/options-page.ts';
import { openSidePanel } from '../../lib/extension/side-panel.ts';
import { number, t } from '../../lib/library/text.ts';
import { trashIn } from '../../lib/library/trash.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { Menu, MenuHint, MenuItem, MenuLine } from '../Menu.tsx';
import { SinceExport } from '../SinceExport.tsx';
import { useToasts } from '../Toasts.tsx';
import { useExport } from './use-export.ts';
import { useView } from './view.tsx';
import { WeakSwitch } from './WeakSwitch.tsx';

/** What is done now and then: add by hand, export, import, side panel. */
export function MoreMenu({ appVersion }: { appVersion: string }) {
  const { open, surface, view } = useView();
  const tabId = useThisPage((page) => page.tabId);
  const toasts = useToasts();
  const trashed = useLibrary((library) => trashIn(library.index).length);
  const changes = useLibrary((library) => library.sinceExport.changes);
  const sinceExport = useId();

  const saveExport = useExport(appVersion);
  const showPanel = async (id: number) => {
    const opened = await openSidePanel(id, view.name === 'project' ? view.id : null);
    if (!opened.ok) toasts.fail(opened.error);
    else close();
  };

  return (
    <Menu>
      <MenuItem icon={Plus} onSelect={() => open({ name: 'add' })}>
        {t('library.add')}
      </MenuItem>
      {surface === 'popup' && tabId !== null && (
        <MenuItem icon={PanelRight} onSelect={() => void showPanel(tabId)}>
          {t('library.openPanel')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={Download} hint={sinceExport} onSelect={() => void saveExport()}>
        {t('backup.export')}
      </MenuItem>
      {changes > 0 && (
        <MenuHint id={sinceExport}>
          <SinceExport />
        </MenuHint>
      )}
      {surface === 'popup' ? (
        // A file picker closes a popup in Firefox: a tab of its own stays.
        <MenuItem icon={Upload} to="sidepanel.html#import">
          {t('import.open')}
        </MenuItem>
      ) : (
        <MenuItem icon={Upload} onSelect={() => open({ name: 'import' })}>
          {t('import.open')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={Trash2} onSelect={() => open({ name: 'trash' })}>
        {t('trash.title')}{' '}
        {trashed > 0 && <span className="ms-0.5 text-small text-soft">{number(trashed)}</span>}
      </MenuItem>
      <MenuItem icon={Settings} onSelect={() => void openOptions()}>
        {t('options.heading')}
      </MenuItem>
      <WeakSwitch />
    </Menu>
  );
}
