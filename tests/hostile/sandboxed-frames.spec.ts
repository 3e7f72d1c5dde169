import type { Frame } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { tinted } from '../e2e/on-page.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

const inside = '<body><p style="padding: 40px">Inside: $OPG</p></body>';
const frameStyle = 'style="border: 3px solid; width: 700px; height: 560px"';

/** How a page may frame text of its own; each is a document that the page controls. */
const frames: { name: string; html(inner: string): string; expected: Outcome; script?: string }[] = [
  {
    name: 'sandbox without scripts',
    html: (src) => `<iframe sandbox src="${src}" ${frameStyle}></iframe>`,
    expected: 'none',
  },
  {
    name: 'sandbox with the same origin, without scripts',
    html: (src) => `<iframe sandbox="allow-same-origin" src="${src}" ${frameStyle}></iframe>`,
    expected: 'none',
  },
  {
    name: 'sandbox with scripts',
    html: (src) => `<iframe sandbox="allow-scripts" src="${src}" ${frameStyle}></iframe>`,
    expected: 'works',
  },
  {
    name: 'sandbox with scripts and the same origin',
    html: (src) => `<iframe sandbox="allow-scripts allow-same-origin" src="${src}" ${frameStyle}></iframe>`,
    expected: 'works',
  },
  {
    name: 'sandbox with all but top navigation',
    html: (src) =>
      `<iframe sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads"
        src="${src}" ${frameStyle}></iframe>`,
    expected: 'works',
  },
  { name: 'srcdoc', html: () => `<iframe srcdoc='${inside}' ${frameStyle}></iframe>`, expected: 'works' },
  {
    name: 'srcdoc in a sandbox with scripts',
    html: () => `<iframe sandbox="allow-scripts" srcdoc='${inside}' ${frameStyle}></iframe>`,
    expected: 'works',
  },
  {
    name: 'data:',
    html: () => `<iframe src="data:text/html,${encodeURIComponent(inside)}" ${frameStyle}></iframe>`,
    expected: 'works',
  },
  {
    name: 'blob:',
    html: () => `<iframe ${frameStyle}></iframe>`,
    script: `document.querySelector('iframe').src =
      URL.createObjectURL(new Blob([${JSON.stringify(inside)}], { type: 'text/html' }));`,
    expected: 'works',
  },
  {
    name: 'about:blank, filled by the page',
    html: () => `<iframe ${frameStyle}></iframe>`,
    script: `document.querySelector('iframe').contentDocument.body.innerHTML = ${JSON.stringify(inside)};`,
    expected: 'works',
  },
  {
    name: 'about:blank, written by the page',
    html: () => `<iframe ${frameStyle}></iframe>`,
    script: `const { contentDocument } = document.querySelector('iframe'); contentDocument.open();
      contentDocument.write(${JSON.stringify(inside)}); contentDocument.close();`,
    expected: 'works',
  },
];

for (const { name, html, expected, script } of frames) {
  test.describe(() => {
    // The browser's own words for a frame whose script it stops.
    if (expected === 'none')
      test.use({ expectedProblems: [/Blocked script execution in 'chrome-extension:/] });
    test(`a frame: ${name}`, async ({ context, site }) => {
      const page = await context.newPage();
      const inner = site.page({ path: '/inner', body: inside });
      await page.goto(
        site.page({
          path: '/outer',
          body: html(inner),
          ...(script === undefined ? {} : { scripts: [script] }),
        }),
      );
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const framed = (): Frame | undefined => page.mainFrame().childFrames()[0];
      await expect
        .poll(async () => {
          const frame = framed();
          return frame && (await tinted(frame).catch(() => []));
        })
        .toEqual(['$OPG']);
      expect(await outcomeOf(page, framed() as Frame, '$OPG')).toBe(expected);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });
  });
}
