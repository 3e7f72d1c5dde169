import { t } from '../../lib/library/text.ts';

/** What was selected, as the page wrote it. */
export function Quote({ text }: { text: string }) {
  return (
    <blockquote
      aria-label={t('menus.quote')}
      dir="auto"
      className="max-h-32 overflow-y-auto border-s-2 border-line ps-3 font-serif text-soft wrap-anywhere"
    >
      {text}
    </blockquote>
  );
}
