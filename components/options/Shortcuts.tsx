import { useEffect, useState } from 'react';
import {
  canOpenShortcuts,
  openShortcuts,
  readShortcuts,
  type Shortcut,
} from '../../lib/extension/shortcuts.ts';
import { t } from '../../lib/library/text.ts';
import { Button } from '../Button.tsx';
import { KeyRow, OwnKeys } from './OwnKeys.tsx';
import { Part, Sheet } from './Part.tsx';

/** What the browser names by itself has no words of ours in the manifest. */
const unnamed: Record<string, string> = {
  _execute_action: 'openPopup',
  _execute_browser_action: 'openPopup',
  _execute_side_panel: 'openPanel',
  _execute_sidebar_action: 'openPanel',
};

const nameOf = ({ name, description }: Shortcut): string => {
  const own = unnamed[name];
  return description || (own === undefined ? name : t(`options.shortcuts.${own}`));
};

/** The browser's keys as they are set now, and those of Underline's own surfaces. */
export function Shortcuts() {
  const [shortcuts, setShortcuts] = useState<Shortcut[] | 'unread' | null>(null);
  useEffect(() => {
    const read = () => void readShortcuts().then(setShortcuts, () => setShortcuts('unread'));
    read();
    // Back from where they were changed.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);

  return (
    <>
      <Part title={t('options.shortcuts.browser')} about={t('options.shortcuts.browserAbout')}>
        {shortcuts === 'unread' ? (
          <p role="alert" className="text-pretty text-danger">
            {t('options.shortcuts.unread')}
          </p>
        ) : (
          <Sheet>
            <dl className="flex flex-col divide-y divide-line">
              {shortcuts?.map((shortcut) => (
                <KeyRow key={shortcut.name} does={nameOf(shortcut)}>
                  {shortcut.keys === '' ? (
                    <span className="text-soft">{t('options.shortcuts.notSet')}</span>
                  ) : (
                    <kbd>{shortcut.keys}</kbd>
                  )}
                </KeyRow>
              ))}
            </dl>
          </Sheet>
        )}
        {canOpenShortcuts() ? (
          <Button className="self-start" onClick={() => void openShortcuts()}>
            {t('options.shortcuts.open')}
          </Button>
        ) : (
          <p className="text-soft text-pretty">{t('options.shortcuts.where')}</p>
        )}
      </Part>
      <OwnKeys />
    </>
  );
}
