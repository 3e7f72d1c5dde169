import { TriangleAlert } from 'lucide-react';
import { openOptions } from '../lib/extension/options-page.ts';
import { isUnharmed, type Problem, problemWords, stopsSaving } from '../lib/library/health.ts';
import { t } from '../lib/library/text.ts';
import { useHealth } from '../lib/state/health.ts';
import { useLibrary } from '../lib/state/library.ts';
import { Button } from './Button.tsx';
import { Phrase } from './Phrase.tsx';

/** Leads to the page on which the library is exported and repaired, or that says what else can be done. */
export function RecoveryButton(props: { look?: 'plain' | 'solid' }) {
  const unharmed = useHealth(({ health }) => health?.problem && isUnharmed(health.problem));
  return (
    <Button {...props} onClick={() => void openOptions('data')}>
      {t(unharmed ? 'recovery.more' : 'recovery.open')}
    </Button>
  );
}

/** Which sentence says what the problem means for what is typed now. */
const bannerOf = (problem: Problem): 'newer' | 'waits' | 'stops' | 'plain' => {
  if (isUnharmed(problem)) return problem.kind === 'newer' ? 'newer' : 'waits';
  return stopsSaving(problem) ? 'stops' : 'plain';
};

/** Says above everything else that the library is damaged, for as long as it is; what is shown below stays. */
export function DamageBanner() {
  const problem = useHealth(({ health }) => health?.problem ?? null);
  const { shown, failure } = useLibrary();
  // Where nothing is shown the failure stands in its place.
  if (!shown || !(problem || failure)) return null;
  const words = problem && problemWords(problem);
  const stops = problem ? stopsSaving(problem) : true;
  return (
    <div
      role={stops ? 'alert' : 'status'}
      className="flex shrink-0 animate-appear flex-wrap items-center gap-x-2 gap-y-1 border-b border-danger bg-sheet px-4 py-2"
    >
      <TriangleAlert aria-hidden="true" className="size-4 shrink-0 self-start text-danger" />
      <p className="min-w-0 grow basis-40 text-pretty">
        {problem && words ? (
          <Phrase
            of={`recovery.banner.${bannerOf(problem)}`}
            title={<strong className="font-medium">{words.title}</strong>}
          />
        ) : (
          failure?.message
        )}
      </p>
      <RecoveryButton />
    </div>
  );
}

/** Says quietly that the second copy of the library is behind, or a backup failed: what is saved is saved, but stands alone. */
export function SecondCopyNote() {
  const behind = useHealth(({ health }) => health?.mirror === 'behind' && health.problem === null);
  const failing = useHealth(({ health }) => health?.backups === 'failing' && health.problem === null);
  return (
    <div role="status" className="shrink-0">
      {(behind || failing) && (
        <p className="border-b border-line px-4 py-1.5 text-small text-soft text-pretty">
          {t(behind ? 'backup.copyBehind' : 'backup.failing')}
        </p>
      )}
    </div>
  );
}
