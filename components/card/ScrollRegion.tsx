import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A part that scrolls. It takes the focus while more is in it than fits: else keys would not reach what is hidden. */
export function ScrollRegion(props: { label: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current: outer } = region;
    const { current: inner } = content;
    if (!outer || !inner) return;
    const observer = new ResizeObserver(() => setScrolls(outer.scrollHeight > outer.clientHeight));
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={region}
      aria-label={props.label}
      tabIndex={scrolls ? 0 : undefined}
      className="min-h-24 grow overflow-y-auto focus-visible:-outline-offset-2"
    >
      <div ref={content} className="flex min-h-full flex-col gap-3 px-4 py-3">
        {props.children}
      </div>
    </section>
  );
}
