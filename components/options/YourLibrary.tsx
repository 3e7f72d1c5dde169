import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { isUnharmed, type Problem } from '../../lib/library/health.ts';
import type { RecoveryPlan } from '../../lib/library/recovery-plan.ts';
import { failed, type Result } from '../../lib/library/result.ts';
import { t } from '../../lib/library/text.ts';
import { refreshHealth, useHealth } from '../../lib/state/health.ts';
import { startLibrary, useLibrary } from '../../lib/state/library.ts';
import { planRepair } from '../../lib/state/recovery.ts';
import { Button } from '../Button.tsx';
import { Failed } from '../Failed.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { useToasts } from '../Toasts.tsx';
import { Backups } from './Backups.tsx';
import { InAndOut } from './InAndOut.tsx';
import { LibraryState } from './LibraryState.tsx';
import { Recovery } from './Recovery.tsx';
import { Unharmed } from './Unharmed.tsx';

/** For a library of which nobody says anything. */
const closed: Problem = { kind: 'closed', count: 0 };

const unchecked = () => failed('unreachable', t('recovery.unchecked')).error;

/** The user's data: how the library is, what can be done where it is damaged, and the ways in and out. */
export function YourLibrary(props: {
  appVersion: string;
  /** Nobody in the background answers. */
  silent: boolean;
  /** Takes the focus once the library is repaired. */
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { appVersion, silent, heading } = props;
  const health = useHealth((state) => state.health);
  // Kept while it is read anew: what stands here, with its focus and its messages, stays.
  const [plan, setPlan] = useState<Result<RecoveryPlan> | null>(null);
  const [busy, setBusy] = useState(false);
  const toasts = useToasts();
  const problem = health ? health.problem : silent ? closed : null;
  const damage = problem && !isUnharmed(problem) ? problem : null;
  // Nothing is said of a library that this page itself could not read.
  const isShown = useLibrary(({ status, shown }) => status === 'ready' || (shown && status === 'loading'));
  const unread = useLibrary(({ status, failure }) => (status === 'failed' ? failure : null));

  const look = useCallback(
    async (all: boolean) => {
      setBusy(true);
      if (all) {
        const checked = await refreshHealth(true);
        if (!checked) toasts.fail(unchecked());
        else if (!checked.problem) toasts.say(t('recovery.checked'));
      }
      setPlan(await planRepair());
      setBusy(false);
    },
    [toasts],
  );
  // Damage that is found elsewhere changes what can be read here.
  const found = damage && `${damage.kind} ${damage.count}`;
  useEffect(() => {
    if (found) void look(false);
    else setPlan(null);
  }, [look, found]);
  // What had the focus is gone with what was repaired.
  const wasDamaged = useRef(false);
  useEffect(() => {
    if (wasDamaged.current && !found) heading.current?.focus();
    wasDamaged.current = found !== null;
  }, [found, heading]);

  return (
    <div className="flex flex-col gap-6" aria-busy={busy || undefined}>
      {problem && isUnharmed(problem) ? (
        <Unharmed problem={problem} onAgain={() => void refreshHealth()} />
      ) : !damage && health && unread ? (
        <Failed
          failure={unread}
          action={
            <Button look="solid" onClick={() => startLibrary()}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      ) : !damage && health && isShown ? (
        <LibraryState health={health} appVersion={appVersion} onCheck={() => look(true)} />
      ) : !damage || !plan ? (
        <Skeleton label={t('library.reading')} />
      ) : plan.ok ? (
        <Recovery problem={damage} plan={plan.value} appVersion={appVersion} onLook={look} />
      ) : (
        <Failed
          failure={plan.error}
          action={
            <Button look="solid" onClick={() => void look(false)}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      )}
      {health && !(problem && isUnharmed(problem)) && <Backups health={health} />}
      {!problem && health && isShown && <InAndOut />}
    </div>
  );
}
