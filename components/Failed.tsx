import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Failure } from '../lib/library/result.ts';

/** What stands where something should be that could not be read: why, and what can be done. */
export function Failed({ failure, action }: { failure: Failure; action?: ReactNode }) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-8 text-center">
      <TriangleAlert aria-hidden="true" className="size-6 text-danger" strokeWidth={1.5} />
      <p className="max-w-sm text-pretty">{failure.message}</p>
      {action}
    </div>
  );
}
