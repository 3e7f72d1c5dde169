import type { BrowserContext, Page } from '@playwright/test';
import type { Site } from '../e2e/site.ts';
import { pValues, shortenDwell, timeRuns } from './timing-runs.ts';

/** Of each of three kinds: 201 runs. */
export const each = 67;

/** The steps at which a known mention takes longer or shorter than another one, in this and in a second measurement. */
export async function suspectTwice(
  {
    context,
    openExtensionPage,
    site,
  }: { context: BrowserContext; openExtensionPage(path: string): Promise<Page>; site: Site },
  { hovers }: { hovers: boolean },
): Promise<string[]> {
  // A page that mirrors nothing of the library, which changes all the time.
  const surface = await openExtensionPage('card.html');
  await shortenDwell(surface);
  const page = await context.newPage();
  const first = await suspects(page, surface, site, hovers);
  if (first.length === 0) return [];
  const again = await suspects(page, surface, site, hovers);
  return again.filter((step) => first.includes(step));
}

async function suspects(page: Page, surface: Page, site: Site, hovers: boolean): Promise<string[]> {
  const begun = performance.now();
  const kinds = ['known', 'unknown', 'forgotten'] as const;
  const runs = await timeRuns(page, surface, site, { each, kinds, hovers });
  const series = (['unknown', 'forgotten'] as const).flatMap((other) =>
    Object.entries(pValues(runs, 'known', other)).map(([step, p]) => [`${step} (${other})`, p] as const),
  );
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  const said = series.map(([step, p]) => `  ${p.toFixed(4)} ${step}`);
  console.log(`${runs.length} runs in ${seconds} s, p of each series:\n${said.join('\n')}`);
  return series.filter(([, p]) => p <= 0.01).map(([step]) => step);
}
