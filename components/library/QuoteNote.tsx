import { useState } from 'react';
import type { Addition } from '../../lib/library/addition.ts';
import { t } from '../../lib/library/text.ts';
import { runCommand } from '../../lib/state/commands.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { PrivateWindow } from '../card/PrivateWindow.tsx';
import { NoteComposer } from '../NoteComposer.tsx';
import { Phrase } from '../Phrase.tsx';
import { Quote } from './Quote.tsx';
import { useCommand } from './use-command.ts';

/** A note on a kept project about what the user chose on a page, which becomes its source. */
export function QuoteNote(props: {
  id: string;
  chosen: Addition;
  /** It was chosen by one of the project’s aliases. */
  isKept: boolean;
  onSaved: () => void;
  onOther: () => void;
}) {
  const { id, chosen, isKept } = props;
  const { keepDraft } = useCommand();
  const entry = useLibrary((library) => library.index.projects[id]);
  const draft = useLibrary((library) => library.drafts[id]);
  const [keepsPrivate, setKeepsPrivate] = useState(false);
  const { quote, page } = chosen;
  const keepsPage = page !== null && (!chosen.private || keepsPrivate);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-soft">
        <Phrase
          of={isKept ? 'menus.kept' : 'menus.noteOn'}
          name={<bdi className="font-medium text-ink">{entry?.name ?? ''}</bdi>}
        />
      </p>
      {quote !== '' && <Quote text={quote} />}
      {page && <p className="truncate text-small text-soft">{page.title || page.url}</p>}
      <NoteComposer
        draft={draft ?? ''}
        takesFocus
        onDraft={(body) => keepDraft(id, body)}
        onSave={async (kind, body, op) => {
          const source = keepsPage ? { ...page, quote, author: null, date: new Date().toISOString() } : null;
          const asked = keepsPage && chosen.private ? ({ keepPrivate: true } as const) : {};
          const saved = await runCommand(
            { type: 'add-note', projectId: id, kind, body, source, ...asked },
            op,
          );
          if (saved.ok) props.onSaved();
          return saved;
        }}
      />
      {page && chosen.private && <PrivateWindow keeps={keepsPrivate} onKeep={setKeepsPrivate} />}
      <Button look="quiet" className="self-start" onClick={props.onOther}>
        {t('menus.anotherProject')}
      </Button>
    </div>
  );
}
