import { Download, PanelRight, Plus, Upload } from 'lucide-react';
import { openSidePanel } from '../../lib/extension/page-port.ts';
import { exportLibrary } from '../../lib/state/export.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { Menu, MenuItem, MenuLine } from '../Menu.tsx';
import { useToasts } from '../Toasts.tsx';
import { saveFile } from './save-file.ts';
import { useView } from './view.tsx';
import { WeakSwitch } from './WeakSwitch.tsx';

/** What is done now and then: add by hand, export, import, side panel. */
export function MoreMenu({ appVersion }: { appVersion: string }) {
  const { open, surface, view } = useView();
  const tabId = useThisPage((page) => page.tabId);
  const toasts = useToasts();

  const saveExport = async () => {
    const file = await exportLibrary(appVersion);
    if (file.ok) {
      saveFile(file.value.name, file.value.text);
      toasts.say(`Exported as ${file.value.name}`);
    } else toasts.fail(file.error);
  };
  const showPanel = async (id: number) => {
    const opened = await openSidePanel(id, view.name === 'project' ? view.id : null);
    if (!opened.ok) toasts.fail(opened.error);
    else close();
  };

  return (
    <Menu>
      <MenuItem icon={Plus} onSelect={() => open({ name: 'add' })}>
        Add a project
      </MenuItem>
      {surface === 'popup' && tabId !== null && (
        <MenuItem icon={PanelRight} onSelect={() => void showPanel(tabId)}>
          Open in side panel
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={Download} onSelect={() => void saveExport()}>
        Export
      </MenuItem>
      {surface === 'popup' ? (
        // A file picker closes a popup in Firefox: a tab of its own stays.
        <MenuItem icon={Upload} to="sidepanel.html#import">
          Import…
        </MenuItem>
      ) : (
        <MenuItem icon={Upload} onSelect={() => open({ name: 'import' })}>
          Import…
        </MenuItem>
      )}
      <WeakSwitch />
    </Menu>
  );
}
