import type { Alias } from '../lib/library/schema.ts';
import { shortAddress } from '../lib/mentions/addresses.ts';

/** Aliases in one line that is cut where it ends, apart by more than a space; read left to right in any language, as they are written. */
export function AliasTexts({ aliases, className = '' }: { aliases: Alias[]; className?: string }) {
  return (
    <bdi dir="ltr" className={`truncate text-small text-soft ${className}`}>
      {aliases.map(({ text }) => shortAddress(text)).join('\u2002')}
    </bdi>
  );
}
