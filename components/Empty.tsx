import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what would be here, and the way to the first one. */
export function Empty(props: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  const Icon = props.icon;
  return (
    <div className="flex animate-appear flex-col items-center gap-1.5 px-6 py-8 text-center">
      <Icon aria-hidden="true" className="mb-1 size-6 text-edge" strokeWidth={1.5} />
      <p className="max-w-full text-lead font-medium wrap-anywhere">{props.title}</p>
      <div className="max-w-xs text-soft text-pretty">{props.children}</div>
      {props.action && (
        <div className="mt-2 flex max-w-full flex-wrap justify-center gap-2">{props.action}</div>
      )}
    </div>
  );
}
