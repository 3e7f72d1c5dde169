import { useId, useMemo } from 'react';
import { lookAlikesIn } from '../../lib/library/look-alikes-in.ts';
import { t } from '../../lib/library/text.ts';
import type { LookAlike } from '../../lib/mentions/look-alike.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { NotKept } from '../NotKept.tsx';
import { useView } from './view.tsx';

/** More of them on one page are a list of bad addresses, not a trap. */
const atMost = 5;

/** The page's own host and those of its links that could be taken for a domain the user keeps. */
export function LookAlikeHosts({ hosts }: { hosts: readonly string[] }) {
  const index = useLibrary((library) => library.index);
  const told = useMemo(() => {
    const lookAlike = lookAlikesIn(index);
    const all = hosts.map((host) => ({ host, like: lookAlike(host) }));
    return all.filter((each): each is { host: string; like: LookAlike } => each.like !== null);
  }, [hosts, index]);
  if (told.length === 0) return null;
  return (
    <ul aria-label={t('notKept.domains')} className="flex flex-col gap-2 py-1">
      {told.slice(0, atMost).map(({ host, like }) => (
        <li key={host}>
          <LookAlikeHost host={host} like={like} name={index.projects[like.id]?.name ?? ''} />
        </li>
      ))}
    </ul>
  );
}

function LookAlikeHost({ host, like, name }: { host: string; like: LookAlike; name: string }) {
  const id = useId();
  const { open } = useView();
  return (
    <NotKept id={id} like={like} text={host}>
      {' '}
      <button
        type="button"
        onClick={() => open({ name: 'project', id: like.id })}
        className="rounded-sm text-soft underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
      >
        {t('notKept.show', { name })}
      </button>
    </NotKept>
  );
}
