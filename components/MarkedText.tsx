import { Fragment } from 'react';

/** A text of its own direction in which some parts are marked; `parts` in order, empty ones mark nothing. */
export function MarkedText({ text, parts }: { text: string; parts: { at: number; length: number }[] }) {
  const ends = parts.map(({ at, length }) => at + length);
  return (
    <bdi>
      {parts.map(({ at, length }, number) => (
        <Fragment key={at}>
          {text.slice(ends[number - 1] ?? 0, at)}
          {length > 0 && (
            <mark className="bg-transparent font-semibold text-danger underline decoration-2 underline-offset-3 forced-colors:bg-[Mark] forced-colors:text-[MarkText]">
              {text.slice(at, at + length)}
            </mark>
          )}
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </bdi>
  );
}
