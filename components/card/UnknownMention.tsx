import { type FormEvent, type ReactNode, useState } from 'react';
import { lookAlikesIn } from '../../lib/library/look-alikes-in.ts';
import type { Status } from '../../lib/library/schema.ts';
import type { ShowMention, ShownMention } from '../../lib/mentions/card-talk.ts';
import { guessName } from '../../lib/mentions/name-guess.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import { StatusControl } from '../StatusControl.tsx';
import { AliasTicks } from './AliasTicks.tsx';
import { kindNames } from './kind-names.ts';
import { LookAlikeWarning } from './LookAlikeWarning.tsx';
import { likelySame } from './offered-aliases.ts';

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
  onKeep: (name: string, aliases: ShownMention[], status: Status | null) => void;
  onAddTo: (projectId: string, aliases: ShownMention[]) => void;
  onFind: (aliases: ShownMention[]) => void;
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
  const [ticked, setTicked] = useState(() => (like ? [] : likelySame(mention, beside)));
  const [status, setStatus] = useState<Status | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = beside.filter(({ key }) => ticked.includes(key));
  const name = typed ?? guessName([mention, ...chosen].map(({ text }) => text));
  const empty = name.trim() === '';
  const aliases = [mention, ...chosen];

  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!empty) props.onKeep(name.trim(), aliases, status);
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
          <>
            Not the <bdi>{like.text}</bdi> you keep.
          </>
        ) : (
          <>
            {mention.strength === 'strong' &&
              `${kindNames[mention.kind]}${site === '' ? '' : ` on ${site}`}. `}
            {props.news}
          </>
        )}
      </p>
      <label className="flex flex-col gap-1">
        <span className="text-small font-medium text-soft">Name</span>
        <input
          // The button that was pressed is gone.
          ref={anyway ? focusOnAppear : null}
          type="text"
          className="field text-lead"
          value={name}
          maxLength={200}
          autoComplete="off"
          spellCheck="false"
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <AliasTicks
        mention={mention}
        beside={beside}
        ticked={ticked}
        onTick={(key, on) => setTicked((keys) => (on ? [...keys, key] : keys.filter((each) => each !== key)))}
      />
      <div className="flex flex-col gap-1">
        <span aria-hidden="true" className="text-small font-medium text-soft">
          Status
        </span>
        <StatusControl status={status} onChange={setStatus} />
      </div>
      <div className="mt-auto flex flex-col gap-1.5">
        <Button type="submit" look="solid" disabled={empty} className="min-h-8.5">
          Keep as a project
        </Button>
        {kin && (
          <Button onClick={() => props.onAddTo(kin.id, aliases)} className="min-h-8.5">
            <span className="truncate">Add to {kin.name}, named beside it</span>
          </Button>
        )}
        {!kin && props.canAdd && (
          <Button look="quiet" onClick={() => props.onFind(aliases)}>
            Add to an existing project
          </Button>
        )}
        {!props.canAdd && (
          <p className="text-center text-small text-soft">It stays in this browser and is sent nowhere.</p>
        )}
      </div>
    </form>
  );
}
