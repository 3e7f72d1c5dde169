import { Fragment } from 'react';
import { t } from '../../lib/library/text.ts';
import { shortAddress } from '../../lib/mentions/addresses.ts';
import type { NamedProject } from '../../lib/mentions/find-named.ts';
import { Phrase } from '../Phrase.tsx';

/** Tells how a project was found where no mention told it: `by name: OpenGradient · by address 0xFbC2…F5eB (maybe)`. */
export function FoundBy({ found }: { found: NamedProject['found'] }) {
  const kinds = (['name', 'domain', 'address', 'maybe'] as const).flatMap((by) => {
    const texts = new Set(found.filter((one) => one.by === by).map(({ text }) => shown(text)));
    return texts.size > 0 ? [{ by, texts: [...texts] }] : [];
  });
  return kinds.map(({ by, texts }, at) => (
    <Fragment key={by}>
      {at > 0 && ' · '}
      <Phrase of={`library.by.${by}`} texts={<bdi>{texts.join(t('common.comma'))}</bdi>} />
    </Fragment>
  ));
}

const shown = (text: string): string => shortAddress(text).replace(/\.{2,3}|⋯/, '…');
