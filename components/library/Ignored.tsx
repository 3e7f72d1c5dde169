import { ignoringRules } from '../../lib/library/ignored.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { useCommand } from './use-command.ts';

/** What the user asked not to see on this page, folded away, with the way back. */
export function Ignored({ mentions, site }: { mentions: { key: string; text: string }[]; site: string }) {
  const { ignored } = useLibrary((library) => library.settings);
  const { run } = useCommand();
  if (mentions.length === 0) return null;

  const heed = async (key: string) => {
    for (const rule of ignoringRules(ignored, key, site)) await run({ type: 'heed-mention', ...rule });
  };
  return (
    <details className="px-2 text-soft">
      <summary className="rounded-sm py-1 text-small">
        {t('library.ignored', { count: mentions.length })}
      </summary>
      <ul>
        {mentions.map(({ key, text }) => (
          <li key={key} className="flex min-h-8 flex-wrap items-center justify-end gap-x-2">
            <bdi className="grow wrap-anywhere">{text}</bdi>
            <Button
              look="quiet"
              aria-label={t('library.showAgainOf', { alias: text })}
              onClick={() => void heed(key)}
            >
              {t('library.showAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
