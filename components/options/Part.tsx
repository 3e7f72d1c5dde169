import { type ReactNode, useId } from 'react';

/** A titled part of a section; `about` says what it is for. */
export function Part(props: { title: string; about?: ReactNode; children?: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h3 id={id} className="text-lead font-medium">
          {props.title}
        </h3>
        {props.about && <p className="text-soft text-pretty">{props.about}</p>}
      </div>
      {props.children}
    </section>
  );
}

/** A framed group of settings or rows, parted by lines. */
export const Sheet = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col divide-y divide-line rounded-lg border border-line bg-sheet">{children}</div>
);
