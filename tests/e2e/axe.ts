import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

// axe-core itself and not its builder for Playwright: that cannot reach into a closed root, where the card's frame is.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResults {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/**
 * What axe finds wrong with a document as it stands, one line a place. Forced colors are the browser's choice, and the
 * computed `color` of a text is still the page's own: contrast cannot be told from it then. `what`: all of the rules, or
 * only the one that depends on the colours.
 */
export async function axeViolations(surface: Page | Frame, what: 'all' | 'contrast'): Promise<string[]> {
  if (!(await surface.evaluate(() => 'axe' in window))) await surface.evaluate(axe.source);
  // A look that was just asked for has been painted, and no colour is on its way to another.
  await surface.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const changing = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(changing.map(({ finished }) => finished));
  });
  const { violations }: AxeResults = await surface.evaluate(
    (runOnly) =>
      Reflect.get(window, 'axe').run(document, {
        runOnly,
        rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
      }),
    what === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
