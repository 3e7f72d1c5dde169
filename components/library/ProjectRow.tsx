import { NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IndexEntry } from '../../lib/library/schema.ts';
import { number, t } from '../../lib/library/text.ts';
import { StatusGlyph } from '../StatusGlyph.tsx';
import { AliasesAndTags } from './AliasesAndTags.tsx';
import { useView } from './view.tsx';

/** One project in a list; opens it. `end` stands where the note count would, `below` in a second line. */
export function ProjectRow(props: {
  id: string;
  entry: IndexEntry;
  tabIndex: 0 | -1;
  end?: ReactNode;
  below?: ReactNode;
}) {
  const { open } = useView();
  const { id, entry } = props;
  return (
    <button
      type="button"
      data-row={id}
      tabIndex={props.tabIndex}
      onClick={() => open({ name: 'project', id })}
      className="flex min-h-8 w-full flex-wrap items-center gap-x-2 rounded-md border border-transparent px-2 py-1 text-start hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2"
    >
      <StatusGlyph status={entry.status} labelled />
      <span className="max-w-3/5 shrink-0 truncate font-medium large:max-w-none large:shrink large:grow large:basis-20">
        {entry.name}
      </span>
      <AliasesAndTags aliases={entry.aliases} tags={entry.tags} />
      {props.end ??
        (entry.notes > 0 && (
          <span className="flex shrink-0 items-center gap-1 text-small text-soft">
            {number(entry.notes)}
            <NotebookPen
              role="img"
              aria-label={t('library.noteIcon', { count: entry.notes })}
              className="size-3"
            />
          </span>
        ))}
      {props.below && (
        <span className="line-clamp-2 w-full break-words ps-6 text-small text-soft large:order-1">
          {props.below}
        </span>
      )}
    </button>
  );
}
