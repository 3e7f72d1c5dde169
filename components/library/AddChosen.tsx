import { useMemo, useState } from 'react';
import type { Addition } from '../../lib/library/addition.ts';
import { longestName } from '../../lib/library/limits.ts';
import type { Index } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { guessName } from '../../lib/mentions/name-guess.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { ProjectPicker } from '../ProjectPicker.tsx';
import { KeepForm } from './KeepForm.tsx';
import { keptAs } from './kept-as.ts';
import { Quote } from './Quote.tsx';
import { QuoteNote } from './QuoteNote.tsx';
import { useCommand } from './use-command.ts';
import { useView } from './view.tsx';

/** `keep`: a new project. `pick`: which one is meant. `note`: a note on the one that is. */
type Step = { name: 'keep' } | { name: 'pick' } | { name: 'note'; id: string };

function firstStep(index: Index, { alias }: Addition): Step {
  const kept = alias === null ? [] : keptAs(index, alias);
  const [id] = kept;
  if (id !== undefined && kept.length === 1) return { name: 'note', id };
  const isEmpty = Object.values(index.projects).every(({ trashedAt }) => trashedAt !== null);
  return isEmpty || (alias !== null && kept.length === 0) ? { name: 'keep' } : { name: 'pick' };
}

/** What the user chose on a page: an alias of a new or a kept project, or the quote of a note. Nothing is kept before they say where. */
export function AddChosen({ chosen }: { chosen: Addition }) {
  const { back, replace } = useView();
  const { runWithUndo } = useCommand();
  const index = useLibrary((library) => library.index);
  const [step, setStep] = useState(() => firstStep(index, chosen));
  const { alias, quote } = chosen;
  const isKept = useMemo(() => alias !== null && keptAs(index, alias).length > 0, [index, alias]);
  const pick = async (id: string) => {
    if (alias === null || isKept) return setStep({ name: 'note', id });
    const aliases = [{ text: alias, site: null }];
    const name = index.projects[id]?.name ?? t('common.thisProject');
    const added = await runWithUndo(
      { type: 'add-aliases', id, aliases },
      t('library.nowMeans', { aliases: alias, name }),
      { type: 'remove-aliases', id, aliases },
    );
    if (added.ok) replace({ name: 'project', id });
  };

  if (step.name === 'note')
    return (
      <QuoteNote
        id={step.id}
        chosen={chosen}
        isKept={isKept}
        onSaved={() => replace({ name: 'project', id: step.id })}
        onOther={() => setStep({ name: 'pick' })}
      />
    );
  if (step.name === 'pick')
    return (
      <div className="flex flex-col gap-2">
        {quote !== '' && <Quote text={quote} />}
        <p className="text-soft">
          {alias === null
            ? t('menus.whichProject')
            : t('menus.whichAlias', { alias: `\u2068${alias}\u2069` })}
        </p>
        <ProjectPicker index={index} takesFocus onPick={(id) => void pick(id)} onCancel={back} />
        <Button look="quiet" className="self-start" onClick={() => setStep({ name: 'keep' })}>
          {t('menus.newProject')}
        </Button>
      </div>
    );
  return (
    <>
      {quote !== '' && <Quote text={quote} />}
      <KeepForm
        name={alias === null ? shortName(quote) : guessName([alias])}
        aliases={alias === null ? [] : [alias]}
        seenInPrivate={chosen.private}
        onCancel={back}
        onKept={(id) => {
          if (id === null) back();
          else if (alias === null) setStep({ name: 'note', id });
          else replace({ name: 'project', id });
        }}
      >
        {Object.keys(index.projects).length > 0 && (
          <Button look="quiet" onClick={() => setStep({ name: 'pick' })}>
            {t('menus.toKept')}
          </Button>
        )}
      </KeepForm>
    </>
  );
}

/** A word or three are a name more often than a sentence is. */
const shortName = (quote: string): string =>
  quote.length <= Math.min(60, longestName) && quote.split(' ').length <= 3 ? quote : '';
