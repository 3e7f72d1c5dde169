import { useMemo, useState } from 'react';
import { openSidePanel } from '../../lib/extension/side-panel.ts';
import { keepingAbout } from '../../lib/library/project-draft.ts';
import type { Alias, Status } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { tiedTo } from '../../lib/library/tie-alias.ts';
import type { ShowMention, ShownMention } from '../../lib/mentions/card-talk.ts';
import { closeCard, useCard } from '../../lib/state/card.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { operationIds } from '../../lib/state/operation-ids.ts';
import { useCommand } from '../library/use-command.ts';
import { useToasts } from '../Toasts.tsx';
import { AddTo } from './AddTo.tsx';
import { asAlias } from './as-alias.ts';
import { CardBar } from './CardBar.tsx';
import { KnownProject } from './KnownProject.tsx';
import { kinOf, type OfferedAlias } from './offered-aliases.ts';
import { UnknownMention } from './UnknownMention.tsx';
import { useMeaning } from './use-meaning.ts';
import { useStep } from './use-step.ts';
import { WeakReason } from './WeakReason.tsx';
import { WhichOne } from './WhichOne.tsx';

/** One mention in the card, from "what is this?" to its project; `onBusy` while a menu or the search is open. */
export function MentionView(props: {
  request: ShowMention;
  /** Tells requests apart: each starts anew, but a project that stays in view keeps what is typed. */
  shown: number;
  onBusy: (busy: boolean) => void;
}) {
  const { shown, onBusy } = props;
  const { site } = props.request;
  const tabId = useCard((card) => card.tabId);
  const index = useLibrary((library) => library.index);
  const { run, runWithUndo, keepDraft } = useCommand();
  const toasts = useToasts();
  const { meaning, anywhere, alias } = useMeaning(index);
  const named = alias(props.request.mention);
  const request = useMemo(
    () => asAlias(props.request, named?.key, named?.text),
    [props.request, named?.key, named?.text],
  );
  const { mention } = request;
  const [operations] = useState(operationIds);
  const [{ another, adding, chosen, kept }, go] = useStep(shown);

  const meaningHere = (of: ShownMention) => meaning(of, site);
  const meant = meaningHere(mention);
  const only = meant.length === 1 ? meant[0] : meant.find(({ id }) => id === chosen);
  const known = !another && only ? only : null;
  const asked = another === 'which' ? anywhere(mention) : meant;
  const beside = request.beside.filter((other) => meaningHere(other).length === 0);

  // A second meaning of an alias holds on this site only; without one it holds everywhere.
  const aliasOf = ({ text, key, insist }: OfferedAlias): Alias => ({
    text,
    site: key === mention.key && meant.length > 0 && site !== '' ? site : null,
    ...(insist && { insist }),
  });
  const look = (aliases: OfferedAlias[] | null) => {
    go({ adding: aliases });
    onBusy(aliases !== null);
  };
  const settle = (ok: boolean) => go(ok ? { another: null } : { kept: false });
  /** Here it means this project and no other: the meaning that it had on this site is over. */
  const tieTo = (id: string) => run({ type: 'tie-alias', text: mention.text, site, ids: [id] });
  const about = keepingAbout(mention.text);
  /** What a save clears may have been kept again since, where an earlier try made it. */
  const forgetDraft = () => {
    if (useLibrary.getState().drafts[about] !== undefined) keepDraft(about, '');
  };
  const keep = async (name: string, aliases: OfferedAlias[], status: Status | null, typed: string) => {
    // Set before the answer: the project may appear earlier than it.
    go({ kept: true });
    const tied = tiedTo(index, mention.key, site);
    const made = { name, aliases: aliases.map(aliasOf), status, thesis: '', draft: about };
    const result = await run({ type: 'keep-project', ...made }, operations.of(made));
    if (result.ok) {
      operations.saved();
      forgetDraft();
    }
    const id = result.ok && result.value.id;
    if (id && typed !== '') keepDraft(`alias:${id}`, typed);
    if (id && tied.length > 0) await tieTo(id);
    settle(result.ok);
  };
  const addTo = async (id: string, aliases: OfferedAlias[]) => {
    look(null);
    go({ kept: true });
    const ties = meant.length > 0 && site !== '';
    const name = index.projects[id]?.name ?? t('common.thisProject');
    const tiedBefore = tiedTo(index, mention.key, site);
    const tied = ties
      ? await runWithUndo(
          { type: 'tie-alias', text: mention.text, site, ids: [id] },
          t('card.meansOn', { alias: mention.text, name, site }),
          { type: 'tie-alias', text: mention.text, site, ids: tiedBefore },
        )
      : null;
    const added = (ties ? aliases.filter(({ key }) => key !== mention.key) : aliases).map(aliasOf);
    const isDone = tied?.ok === false || added.length === 0;
    const texts = added.map(({ text }) => text).join(' ');
    const result = isDone
      ? tied
      : await runWithUndo(
          { type: 'add-aliases', id, aliases: added },
          t('card.nowMeans', { aliases: texts, name }),
          {
            type: 'remove-aliases',
            id,
            aliases: added,
          },
        );
    if (result?.ok) forgetDraft();
    settle(result?.ok ?? true);
  };
  const openPanel = async (projectId: string | null) => {
    if (tabId === null) return;
    const opened = await openSidePanel(tabId, projectId);
    if (opened.ok) closeCard();
    else toasts.fail(opened.error);
  };

  return (
    <>
      <CardBar
        request={request}
        title={known ? known.project.name : mention.text}
        line={known && (known.project.status ?? 'none')}
        onOpenPanel={() => void openPanel(known?.id ?? null)}
        onMenu={onBusy}
        {...(known &&
          site !== '' && {
            onAnother: () => go({ another: anywhere(mention).length > 1 ? 'which' : 'new' }),
          })}
      />
      <p role="status" className="sr-only">
        {kept && known
          ? tiedTo(index, mention.key, site).includes(known.id)
            ? t('card.meansOn', { alias: mention.text, name: known.project.name, site })
            : t('card.keptAs', { name: known.project.name })
          : ''}
      </p>
      {meant.length > 0 && !another && (
        <p className="px-4 text-small text-soft text-pretty empty:hidden">
          <WeakReason
            request={request}
            known={(known ?? meant[0])?.project ?? null}
            maybe={named?.maybe ?? false}
          />
        </p>
      )}
      {known ? (
        <KnownProject
          key={known.id}
          id={known.id}
          project={known.project}
          request={request}
          takesFocus={kept}
        />
      ) : asked.length > 1 && another !== 'new' ? (
        <WhichOne
          request={request}
          projects={asked}
          current={only?.id ?? null}
          onChoose={(id) => (site === '' ? go({ chosen: id }) : void addTo(id, [mention]))}
          {...(site !== '' && { onNone: () => go({ another: 'new' }) })}
        />
      ) : (
        <>
          <div hidden={adding !== null} className="flex grow flex-col">
            <UnknownMention
              key={shown}
              request={request}
              news={
                another ? (
                  t('card.otherStays')
                ) : mention.strength === 'weak' ? (
                  <WeakReason request={request} known={null} maybe={false} />
                ) : (
                  t('card.notYet')
                )
              }
              beside={beside}
              kin={another ? null : kinOf(mention, request.beside, meaningHere)}
              canAdd={Object.values(index.projects).some(({ trashedAt }) => trashedAt === null)}
              onKeep={(...made) => void keep(...made)}
              onAddTo={(id, aliases) => void addTo(id, aliases)}
              onFind={look}
              onOpen={(id) => void openPanel(id)}
            />
          </div>
          {adding && (
            <AddTo
              index={index}
              aliases={adding}
              onPick={(id) => void addTo(id, adding)}
              onCancel={() => look(null)}
            />
          )}
        </>
      )}
    </>
  );
}
