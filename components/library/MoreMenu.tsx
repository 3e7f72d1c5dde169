import { Menu } from '@base-ui/react/menu';
import { Download, Ellipsis, type LucideIcon, PanelRight, Plus, Upload } from 'lucide-react';
import { openSidePanel } from '../../lib/extension/page-port.ts';
import { exportLibrary } from '../../lib/state/export.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { IconButton } from '../Button.tsx';
import { useToasts } from '../Toasts.tsx';
import { saveFile } from './save-file.ts';
import { useView } from './view.tsx';

function Item(props: { icon: LucideIcon; children: string; onClick?: () => void; href?: string }) {
  const Icon = props.icon;
  const look =
    'flex min-h-7 items-center gap-2 rounded-sm border border-transparent px-2 outline-none data-highlighted:bg-hover forced-colors:data-highlighted:border-[Highlight]';
  const inner = (
    <>
      <Icon aria-hidden="true" className="size-4 text-soft" strokeWidth={1.75} />
      {props.children}
    </>
  );
  return props.href === undefined ? (
    <Menu.Item className={look} onClick={props.onClick}>
      {inner}
    </Menu.Item>
  ) : (
    <Menu.LinkItem className={look} href={props.href} target="_blank" rel="noreferrer">
      {inner}
    </Menu.LinkItem>
  );
}

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
    <Menu.Root modal={false}>
      <Menu.Trigger render={<IconButton icon={Ellipsis} label="More" />} />
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-10">
          <Menu.Popup className="min-w-48 animate-appear rounded-lg border border-line bg-sheet p-1 shadow-float outline-none">
            <Item icon={Plus} onClick={() => open({ name: 'add', title: '' })}>
              Add a project
            </Item>
            {surface === 'popup' && tabId !== null && (
              <Item icon={PanelRight} onClick={() => void showPanel(tabId)}>
                Open in side panel
              </Item>
            )}
            <Menu.Separator className="mx-2 my-1 border-t border-line" />
            <Item icon={Download} onClick={() => void saveExport()}>
              Export
            </Item>
            {surface === 'popup' ? (
              // A file picker closes a popup in Firefox: a tab of its own stays.
              <Item icon={Upload} href="sidepanel.html#import">
                Import…
              </Item>
            ) : (
              <Item icon={Upload} onClick={() => open({ name: 'import' })}>
                Import…
              </Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
