import { TriangleAlert } from 'lucide-react';

/** Says how many notes could not be read; shows nothing when all could. */
export function Unreadable({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p role="alert" className="mx-2 my-1 flex gap-2 rounded-md border border-danger p-2">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
      <span>
        {count === 1 ? 'One note is damaged and can' : `${count} notes are damaged and can`} not be shown.
        Nothing was removed; the others are unharmed.
      </span>
    </p>
  );
}
