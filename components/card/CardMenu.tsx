import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import { closeCard, useCard } from '../../lib/state/card.ts';
import { IconButton } from '../Button.tsx';
import { useCommand } from '../library/use-command.ts';
import { placeName } from './place-name.ts';

const row =
  'flex min-h-7 items-center rounded-sm px-2 py-0.5 text-start outline-none data-highlighted:bg-hover data-disabled:opacity-50 ' +
  'forced-colors:border forced-colors:border-transparent forced-colors:data-highlighted:border-[Highlight]';

/** What is rarely wanted: another meaning here, and fewer cards. Nothing in it deletes anything. */
export default function CardMenu(props: { onOpenChange: (open: boolean) => void; onAnother?: () => void }) {
  const request = useCard((card) => card.request);
  const { run, runWithUndo } = useCommand();
  const place = useRef<HTMLSpanElement>(null);
  if (!request) return null;
  const { mention, site } = request;
  const where = placeName(request);

  const ignore = (site: string | null, said: string) => {
    const ignored = { key: mention.key, site };
    void runWithUndo({ type: 'ignore-mention', ...ignored }, said, { type: 'heed-mention', ...ignored });
  };
  const switchOff = async () => {
    if ((await run({ type: 'switch-site', site, on: false })).ok) closeCard();
  };

  return (
    <Menu.Root onOpenChange={props.onOpenChange}>
      <Menu.Trigger render={<IconButton icon={Ellipsis} label="More" />} />
      {/* Inside the card's landmark. */}
      <span ref={place} />
      <Menu.Portal container={place}>
        <Menu.Positioner align="end" sideOffset={4} collisionPadding={8} className="z-10">
          <Menu.Popup className="flex max-w-72 animate-appear flex-col rounded-lg border border-line bg-sheet p-1 shadow-float outline-none">
            {props.onAnother && (
              <Menu.Item className={row} onClick={props.onAnother}>
                {mention.text} means another project here
              </Menu.Item>
            )}
            <Menu.Item
              className={row}
              onClick={() => ignore(site, `No card for ${mention.text} on ${where}.`)}
            >
              Ignore {mention.text} on {where}
            </Menu.Item>
            <Menu.Item className={row} onClick={() => ignore(null, `No card for ${mention.text} anywhere.`)}>
              Ignore {mention.text} everywhere
            </Menu.Item>
            <Menu.Separator className="mx-2 my-1 h-px bg-line" />
            <Menu.Item className={row} disabled={site === ''} onClick={() => void switchOff()}>
              Turn Underline off on {where}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
