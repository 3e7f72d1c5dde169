import { useId } from 'react';
import { switchSite } from '../../lib/library/site-state.ts';
import { t } from '../../lib/library/text.ts';
import { shortAddress } from '../../lib/mentions/addresses.ts';
import type { ShowMention } from '../../lib/mentions/card-talk.ts';
import { closeCard } from '../../lib/state/card.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { useCommand } from '../library/use-command.ts';
import { Menu, MenuHint, MenuItem, MenuLine } from '../Menu.tsx';

/** What is rarely wanted: another meaning here, and fewer cards. Nothing in it deletes anything. */
export function CardMenu(props: {
  request: ShowMention;
  onOpenChange: (open: boolean) => void;
  /** Offered where the alias means a project already. */
  onAnother?: () => void;
}) {
  const { mention, site } = props.request;
  const { run, runWithUndo } = useCommand();
  const told = useId();
  const name = shortAddress(mention.text);

  const ignore = (site: string | null, said: string) => {
    const ignored = { key: mention.key, site };
    void runWithUndo({ type: 'ignore-mention', ...ignored }, said, { type: 'heed-mention', ...ignored });
  };
  const switchOff = async () => {
    if ((await run(switchSite(useLibrary.getState().settings, site, false))).ok) closeCard();
  };

  return (
    <Menu onOpenChange={props.onOpenChange}>
      {props.onAnother && <MenuItem onSelect={props.onAnother}>{t('card.another', { name })}</MenuItem>}
      {site !== '' && (
        <MenuItem hint={told} onSelect={() => ignore(site, t('card.noCardOn', { name, site }))}>
          {t('card.ignoreOn', { name, site })}
        </MenuItem>
      )}
      <MenuItem hint={told} onSelect={() => ignore(null, t('card.noCardAnywhere', { name }))}>
        {t('card.ignoreEverywhere', { name })}
      </MenuItem>
      {/* It cannot be hidden from the page, so it is said where it is decided. */}
      <MenuHint id={told}>{t('card.pageNotices')}</MenuHint>
      {site !== '' && (
        <>
          <MenuLine />
          <MenuItem onSelect={() => void switchOff()}>{t('card.turnOff', { site })}</MenuItem>
        </>
      )}
    </Menu>
  );
}
