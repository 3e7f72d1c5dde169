import type { ReactNode } from 'react';
import { t } from '../../lib/library/text.ts';
import { Part, Sheet } from './Part.tsx';

/** What keys do in Underline’s own surfaces; each key by its sign, or by the key of its name. */
const ownKeys: readonly { does: string; keys: readonly string[] }[] = [
  { does: 'search', keys: ['/'] },
  { does: 'back', keys: ['names.escape'] },
  { does: 'rows', keys: ['↑', '↓'] },
  { does: 'ends', keys: ['names.home', 'names.end'] },
  { does: 'jump', keys: ['N', 'P'] },
  { does: 'choose', keys: ['X'] },
  { does: 'several', keys: ['Shift + ↑', 'Shift + ↓'] },
  { does: 'all', keys: ['Ctrl + A', '⌘ A'] },
  { does: 'palette', keys: ['Ctrl + K', '⌘ K'] },
  { does: 'save', keys: ['names.enter'] },
  { does: 'line', keys: ['Shift + names.enter'] },
  { does: 'undo', keys: ['Ctrl + Z', '⌘ Z'] },
];

/** The keys of Underline's own surfaces. */
export function OwnKeys() {
  return (
    <Part title={t('options.shortcuts.own')} about={t('options.shortcuts.ownAbout')}>
      <Sheet>
        <dl className="flex flex-col divide-y divide-line">
          {ownKeys.map(({ does, keys }) => (
            <KeyRow key={does} does={t(`options.shortcuts.keys.${does}`)}>
              {keys.map((key) => (
                <kbd key={key}>{named(key)}</kbd>
              ))}
            </KeyRow>
          ))}
        </dl>
      </Sheet>
    </Part>
  );
}

const named = (key: string): string => key.replace(/names\.\w+/, (name) => t(`options.shortcuts.${name}`));

/** What is done, and the keys that do it. */
export const KeyRow = ({ does, children }: { does: string; children: ReactNode }) => (
  <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5">
    <dt className="min-w-0 grow basis-40">{does}</dt>
    <dd className="flex flex-wrap gap-1 [&>kbd]:rounded-sm [&>kbd]:border [&>kbd]:border-edge [&>kbd]:bg-paper [&>kbd]:px-1.5 [&>kbd]:font-sans [&>kbd]:text-small">
      {children}
    </dd>
  </div>
);
