import { type FormEvent, type ReactNode, useState } from 'react';
import { longestName } from '../../lib/library/limits.ts';
import { lookAlikesIn } from '../../lib/library/look-alikes-in.ts';
import { keepingAbout, projectDraftText, readProjectDraft } from '../../lib/library/project-draft.ts';
import type { Status } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import type { ShowMention, ShownMention } from '../../lib/mentions/card-talk.ts';
import { guessName } from '../../lib/mentions/name-guess.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import { Phrase } from '../Phrase.tsx';
import { StatusControl } from '../StatusControl.tsx';
import { useKeptDraft } from '../use-kept-draft.ts';
import { AliasTicks } from './AliasTicks.tsx';
import { LookAlikeWarning } from './LookAlikeWarning.tsx';
import { draftedElsewhere, likelySame, type OfferedAlias } from './offered-aliases.ts';

/** A mention that means no project yet: what it is, and one button to keep it. */
export function UnknownMention(props: {
  request: ShowMention;
  /** Why it is asked for, in a sentence or two. */
  news: ReactNode;
  /** The aliases beside the mention that mean no project yet either. */
  beside: ShownMention[];
  /** A project that something beside the mention already means. */
  kin: { id: string; name: string } | null;
  /** False: there is no project yet that it could be added to. */
  canAdd: boolean;
  /** `typed`: what was begun as an alias elsewhere, and is none yet. */
  onKeep: (name: string, aliases: OfferedAlias[], status: Status | null, typed: string) => void;
  onAddTo: (projectId: string, aliases: OfferedAlias[]) => void;
  onFind: (aliases: OfferedAlias[]) => void;
  onOpen: (projectId: string) => void;
}) {
  const { mention, site } = props.request;
  const index = useLibrary((library) => library.index);
  const lookAlike = lookAlikesIn(index);
  const like = lookAlike(mention.text);
  const [anyway, setAnyway] = useState(false);
  const beside = props.beside.filter(({ text }) => lookAlike(text) === null);
  // What stands beside an impostor is more likely to belong to the one it imitates.
  const kin = like ? null : props.kin;
  const kept = useKeptDraft(keepingAbout(mention.text));
  const [draft] = useState(() => readProjectDraft(kept.restored));
  const elsewhere = draftedElsewhere(draft, [mention, ...beside]);
  const offered: OfferedAlias[] = [...beside, ...elsewhere];
  const [ticked, tick] = useState(() =>
    draft
      ? offered.filter(({ text }) => draft.aliases.some((alias) => alias.text === text)).map(({ key }) => key)
      : like
        ? []
        : likelySame(mention, beside),
  );
  const [status, choose] = useState<Status | null>(draft?.status ?? null);
  const [typed, type] = useState<string | null>(draft?.name ?? null);
  const chosen = offered.filter(({ key }) => ticked.includes(key));
  const name = typed ?? guessName([mention, ...chosen].map(({ text }) => text));
  const empty = name.trim() === '';
  const aliases = [mention, ...chosen];
  const text = draft?.text ?? '';

  const change = (next: { ticked?: string[]; status?: Status | null; typed?: string }) => {
    const now = { ticked, status, typed: name, ...next };
    if (next.ticked) tick(now.ticked);
    if (next.typed !== undefined) type(now.typed);
    choose(now.status);
    // The popup has no mention of its own to add.
    const goesBy = [mention, ...offered.filter(({ key }) => now.ticked.includes(key))].map(
      ({ text, insist }: OfferedAlias) => ({ text, site: null, ...(insist && { insist }) }),
    );
    kept.keep(projectDraftText({ name: now.typed, aliases: goesBy, status: now.status, text }));
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (empty) return;
    // Kept before the save, which clears it: where that fails nothing is lost, and no late draft brings it back.
    kept.flush();
    props.onKeep(name.trim(), aliases, status, text);
  };

  if (like && !anyway)
    return (
      <LookAlikeWarning
        like={like}
        text={mention.text}
        project={index.projects[like.id]?.name ?? ''}
        onOpen={() => props.onOpen(like.id)}
        onKeepAnyway={() => setAnyway(true)}
      />
    );
  return (
    <form onSubmit={keep} className="flex grow flex-col gap-2 px-4 pb-3">
      <p className="text-soft">
        {like ? (
          <Phrase of="card.notKept" alias={<bdi>{like.text}</bdi>} />
        ) : (
          <>
            {mention.strength === 'strong' && `${kindHere(mention.kind, site)} `}
            {props.news}
          </>
        )}
      </p>
      <label className="flex flex-col gap-1">
        <span className="text-small font-medium text-soft">{t('project.name.label')}</span>
        <input
          // The button that was pressed is gone.
          ref={anyway ? focusOnAppear : null}
          type="text"
          className="field text-lead"
          value={name}
          maxLength={longestName}
          autoComplete="off"
          spellCheck="false"
          onChange={({ target }) => change({ typed: target.value })}
        />
      </label>
      <AliasTicks
        mention={mention}
        beside={offered}
        ticked={ticked}
        onTick={(key, on) =>
          change({ ticked: on ? [...ticked, key] : ticked.filter((each) => each !== key) })
        }
      />
      <div className="flex flex-col gap-1">
        <span aria-hidden="true" className="text-small font-medium text-soft">
          {t('status.legend')}
        </span>
        <StatusControl status={status} onChange={(next) => change({ status: next })} />
      </div>
      <div className="mt-auto flex flex-col gap-1.5">
        <Button type="submit" look="solid" disabled={empty} className="min-h-8.5">
          {t('card.keep')}
        </Button>
        {kin && (
          <Button onClick={() => props.onAddTo(kin.id, aliases)} className="min-h-8.5">
            <span className="truncate">{t('card.addToKin', { name: kin.name })}</span>
          </Button>
        )}
        {!kin && props.canAdd && (
          <Button look="quiet" onClick={() => props.onFind(aliases)}>
            {t('card.addToExisting')}
          </Button>
        )}
        {!props.canAdd && <p className="text-center text-small text-soft">{t('card.staysHere')}</p>}
      </div>
    </form>
  );
}

/** What people call this kind of mention, and where it stands. */
const kindHere = (kind: ShownMention['kind'], site: string): string => {
  const named = t(`card.kind.${kind}`);
  return site === '' ? t('card.kindHere', { kind: named }) : t('card.kindOn', { kind: named, site });
};
