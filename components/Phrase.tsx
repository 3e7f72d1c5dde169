import { Fragment, type ReactNode } from 'react';
import { t } from '../lib/library/text.ts';

/** The text of a key with elements in it: each `{name}` is the element of that name. `count` chooses the plural form. */
export function Phrase({
  of,
  count,
  ...parts
}: { of: string; count?: number } & Record<string, ReactNode>): ReactNode {
  const text = count === undefined ? t(of) : t(of, { count });
  // Every second piece is a name.
  return text.split(/\{(\w+)\}/).map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    <Fragment key={i}>{i % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)}</Fragment>
  ));
}
