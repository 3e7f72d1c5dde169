import type { Note } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { Phrase } from '../Phrase.tsx';
import { RelativeDate } from '../relative-date.tsx';

/** What comes first in the card: the question that has waited longest, or else the thesis. */
export function Lead({ question, thesis }: { question: Note | null; thesis: string }) {
  const text = question?.body ?? thesis.trim();
  if (text === '') return null;
  return (
    <figure className="flex flex-col gap-0.5">
      <figcaption className={`text-small font-medium ${question ? 'text-researching' : 'text-soft'}`}>
        {question ? (
          <Phrase of="card.stillOpen" date={<RelativeDate instant={question.createdAt} />} />
        ) : (
          t('project.thesis.label')
        )}
      </figcaption>
      <blockquote className="line-clamp-5 font-serif text-lead whitespace-pre-wrap text-pretty">
        {text}
      </blockquote>
    </figure>
  );
}
