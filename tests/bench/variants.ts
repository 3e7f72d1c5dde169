import type { CDPSession, Page } from 'playwright-core';
import type { Benches, Opened } from './browsers.ts';

/** What works in a world beside the page's: the floor, or a way in which others mark mentions. */
export type InWorld = keyof typeof underlineBench;

/** `none`: no extension at all. `idle`: one that does nothing. */
export type Variant = 'none' | 'idle' | 'Underline' | InWorld;

export const peers = ['mark.js', 'findAndReplaceDOMText', 'twitter-text', 'spans'] as const;

/** What each variant is called in the report. */
export const shownAs: Record<Variant, string> = {
  none: 'no extension',
  idle: 'an extension that does nothing',
  Underline: 'Underline',
  floor: 'floor',
  'mark.js': 'mark.js',
  findAndReplaceDOMText: 'findAndReplaceDOMText',
  'twitter-text': 'twitter-text a text node, wrapped',
  spans: 'one regex, wrapped in spans',
};

const openedFor = ({ plain, idle, underline }: Benches, variant: Variant): Opened =>
  variant === 'Underline' ? underline : variant === 'idle' ? idle : plain;

/** A new page, in a process of its own, in which a peer will run once the document is read; closed again. */
export async function withPage<T>(
  benches: Benches,
  variant: Variant,
  use: (page: Page, session: CDPSession, opened: Opened) => Promise<T>,
): Promise<T> {
  const opened = openedFor(benches, variant);
  const page = await opened.context.newPage();
  try {
    const session = await opened.context.newCDPSession(page);
    if (variant !== 'none' && variant !== 'idle' && variant !== 'Underline') {
      await session.send('Page.enable');
      await session.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: 'peer',
        source: `${benches.harness};addEventListener('DOMContentLoaded', () => underlineBench['${variant}']());`,
      });
    }
    return await use(page, session, opened);
  } finally {
    await page.close();
  }
}

/** Measures the variants by turns, so that what changes on the machine meanwhile meets them all. */
export async function byTurns<V extends string, T>(
  rounds: number,
  variants: readonly V[],
  measure: (variant: V) => Promise<T>,
): Promise<Record<V, T[]>> {
  const measured = Object.fromEntries(variants.map((variant): [V, T[]] => [variant, []])) as Record<V, T[]>;
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants) measured[variant].push(await measure(variant));
  }
  return measured;
}
