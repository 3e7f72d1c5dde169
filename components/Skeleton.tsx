const widths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4'];

/** Grey rows while something loads; they appear only after 150 ms, so that a quick load never flashes. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex animate-wait flex-col gap-4 p-4">
      <span className="sr-only">{label}</span>
      {widths.map((width) => (
        <div key={width} className="flex items-center gap-2">
          <div className="size-4 rounded-full bg-line" />
          <div className={`h-3 rounded-sm bg-line ${width}`} />
        </div>
      ))}
    </div>
  );
}
