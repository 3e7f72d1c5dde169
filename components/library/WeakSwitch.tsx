import { useId } from 'react';
import { isOn } from '../../lib/library/site-state.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { MenuHint, MenuItem, MenuLine } from '../Menu.tsx';
import { useCommand } from './use-command.ts';

/** In a menu: lets this site show weak mentions of what the user keeps, and says what the site could make of it. */
export function WeakSwitch() {
  const { site, private: isPrivate } = useThisPage();
  const settings = useLibrary((library) => library.settings);
  const { runWithUndo } = useCommand();
  const told = useId();
  if (site === '' || !isOn(settings, site)) return null;

  const on = settings.weakSites.includes(site);
  const change = () => {
    const said = t(on ? 'page.weakNotPainted' : 'page.weakPainted', { site });
    const type = 'paint-weak' as const;
    void runWithUndo({ type, site, on: !on }, said, { type, site, on });
  };
  return (
    <>
      <MenuLine />
      <MenuItem checked={on && !isPrivate} disabled={isPrivate} hint={told} onSelect={change}>
        {t('page.paintWeak', { site })}
      </MenuItem>
      <MenuHint id={told}>
        {isPrivate ? t('page.paintWeakPrivate') : t('page.paintWeakWhat', { example: '$opg' })}
      </MenuHint>
    </>
  );
}
