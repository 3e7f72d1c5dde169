import { EyeOff } from 'lucide-react';
import { Button } from '../Button.tsx';

/** In a private window: says whether the note that is being written keeps its page, and lets the user decide. */
export function PrivateWindow({ keeps, onKeep }: { keeps: boolean; onKeep: (keeps: boolean) => void }) {
  return (
    <div className="flex items-center gap-1.5 ps-2 text-small text-soft">
      <EyeOff aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={1.75} />
      <p role="status" className="min-w-0 grow">
        {keeps ? 'Private window: this note keeps the page.' : 'Private window: the page is not kept.'}
      </p>
      <Button look="quiet" aria-pressed={keeps} className="text-small" onClick={() => onKeep(!keeps)}>
        Keep the page
      </Button>
    </div>
  );
}
