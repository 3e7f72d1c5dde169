import { Plus, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { keepingAbout } from '../../lib/library/project-draft.ts';
import { number, t } from '../../lib/library/text.ts';
import type { LookAlike } from '../../lib/mentions/look-alike.ts';
import { guessName } from '../../lib/mentions/name-guess.ts';
import { useLibrary } from '../../lib/state/library.ts';
import type { MentionGroup } from '../../lib/state/page-projects.ts';
import { Button } from '../Button.tsx';
import { marksIn } from '../look-alike-marks.ts';
import { MarkedText } from '../MarkedText.tsx';
import { NotKept } from '../NotKept.tsx';
import { Phrase } from '../Phrase.tsx';
import { ProjectPicker } from '../ProjectPicker.tsx';
import { JumpRow } from './JumpRow.tsx';
import { KeepForm } from './KeepForm.tsx';
import { useCommand } from './use-command.ts';
import { useView } from './view.tsx';

/** A mention that means no project yet: kept as a new one or added to one, without leaving the list. */
export function UnknownRow(props: {
  group: MentionGroup;
  /** The kept one that it could be taken for. */
  like: LookAlike | null;
  others: string[];
  tabIndex: 0 | -1;
  /** Whether something is being made of it, right here. */
  onOpen: (open: boolean) => void;
}) {
  const { group, like, others } = props;
  const told = useId();
  const [mode, change] = useState<'row' | 'keep' | 'add'>('row');
  const setMode = (next: typeof mode) => {
    change(next);
    props.onOpen(next !== 'row');
  };
  const index = useLibrary((library) => library.index);
  const { runWithUndo, keepDraft } = useCommand();
  const { open } = useView();
  const texts = group.mentions.map(({ text }) => text);
  const likeText = texts.find((text) => like && text.includes(like.seen)) ?? '';

  const addTo = async (id: string) => {
    const aliases = texts.map((text) => ({ text, site: null }));
    const name = index.projects[id]?.name ?? t('common.thisProject');
    const added = await runWithUndo(
      { type: 'add-aliases', id, aliases },
      t('library.nowMeans', { aliases: texts.join(' '), name }),
      { type: 'remove-aliases', id, aliases },
    );
    const about = keepingAbout(texts[0]);
    if (added.ok && useLibrary.getState().drafts[about] !== undefined) keepDraft(about, '');
  };

  if (mode === 'row')
    return (
      <JumpRow row={group.key} name={texts.join(' ')} mentions={group.mentions} tabIndex={props.tabIndex}>
        <button
          type="button"
          data-row={group.key}
          tabIndex={props.tabIndex}
          aria-label={t('library.keepOf', { aliases: texts.join(' ') })}
          aria-describedby={like ? told : undefined}
          onClick={() => setMode('keep')}
          className="flex min-h-8 w-full items-center gap-x-2 rounded-md border border-transparent px-2 py-1 text-start hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 large:flex-wrap"
        >
          {like ? (
            <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-danger" />
          ) : (
            <Plus aria-hidden="true" className="size-4 shrink-0 text-accent" />
          )}
          <span className="flex min-w-0 grow flex-wrap gap-x-2 large:basis-20">
            {texts.map((text) => (
              <span key={text} className="max-w-full truncate wrap-anywhere large:whitespace-normal">
                <MarkedText text={text} parts={like ? marksIn(text, like, 'seen') : []} />
              </span>
            ))}
            {like && (
              <span id={told} className="w-full text-small text-soft">
                <Phrase of="notKept.title" alias={<bdi>{like.text}</bdi>} />
              </span>
            )}
          </span>
          {group.count > 1 && <span className="shrink-0 text-small text-soft">×{number(group.count)}</span>}
          <span className="text-small text-accent">{t('library.keep')}</span>
        </button>
      </JumpRow>
    );
  const hasProjects = Object.values(index.projects).some(({ trashedAt }) => trashedAt === null);
  return (
    <div className="my-1 rounded-lg border border-line bg-sheet p-3">
      {like && (
        <div className="mb-3">
          <NotKept id={told} like={like} text={likeText}>
            {' '}
            <Phrase
              of="notKept.yoursIs"
              name={
                <button
                  type="button"
                  onClick={() => open({ name: 'project', id: like.id })}
                  className="max-w-full rounded-sm text-start text-ink underline decoration-edge underline-offset-3 hover:decoration-current"
                >
                  <bdi>{index.projects[like.id]?.name}</bdi>
                </button>
              }
            />
          </NotKept>
        </div>
      )}
      {mode === 'keep' ? (
        <KeepForm
          name={guessName(texts)}
          aliases={texts}
          offered={others}
          onCancel={() => setMode('row')}
          onKept={(id) => id && open({ name: 'project', id })}
        >
          {hasProjects && (
            <Button look="quiet" className="-ms-2" onClick={() => setMode('add')}>
              {t('library.itIsMine')}
            </Button>
          )}
        </KeepForm>
      ) : (
        <ProjectPicker
          takesFocus
          label={t('library.addTo', { aliases: texts.join(' ') })}
          index={index}
          onPick={(id) => void addTo(id)}
          onCancel={() => setMode('row')}
        />
      )}
    </div>
  );
}
