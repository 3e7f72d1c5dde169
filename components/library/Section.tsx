import { type ReactNode, useId } from 'react';

/** A titled part of a list; the title stays in sight while its rows scroll. */
export function Section(props: { title: string; count?: number; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-2">
      <h2
        id={id}
        className="sticky top-0 z-1 flex items-center gap-2 bg-paper px-2 py-1.5 text-small text-soft"
      >
        {props.title}
        {props.count !== undefined && <span>{props.count}</span>}
      </h2>
      {props.children}
    </section>
  );
}
