import { Bookmark, Heart, MessageCircle, Repeat2 } from 'lucide-react';
import { t } from '../../lib/library/text.ts';

const paragraphs = ['receipt', 'checker', 'cost'] as const;

const counts = [
  { icon: MessageCircle, count: '14' },
  { icon: Repeat2, count: '31' },
  { icon: Heart, count: '208' },
  { icon: Bookmark, count: '46' },
];

/** A post as a feed shows it, with mentions to try Underline on. Its author and figures are made up. It ends in its mentions, in any language. */
export function DemoPost() {
  const author = t('welcome.post.author');
  return (
    <article
      aria-label={t('welcome.post.label')}
      className="flex gap-3 rounded-lg border border-line bg-sheet p-4 shadow-float sm:p-5"
    >
      <div
        aria-hidden="true"
        className="grid size-10 shrink-0 place-items-center rounded-full bg-[#ffc53d] text-lead font-semibold text-[#23201a]"
      >
        {author.slice(0, 1)}
      </div>
      <div className="min-w-0 grow">
        <p className="flex flex-wrap gap-x-1.5">
          <span className="font-semibold">{author}</span>
          <span className="text-soft">{t('welcome.post.age')}</span>
        </p>
        <div className="mt-1 flex flex-col gap-2.5 text-lead text-pretty">
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{t(`welcome.post.${paragraph}`)}</p>
          ))}
          <p>$OPG #OPG @OpenGradient</p>
        </div>
        <div aria-hidden="true" className="mt-4 flex max-w-sm justify-between text-small text-soft">
          {counts.map(({ icon: Icon, count }) => (
            <span key={count} className="inline-flex items-center gap-1.5">
              <Icon className="size-4" strokeWidth={1.5} />
              {count}
            </span>
          ))}
        </div>
      </div>
    </article>
  );
}
