import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { leaveCard, seenBy } from './visits.ts';

// The page's own frame, at the end: what it may not do is reported.
test.use({ expectedProblems: [/frame-src/] });

const policy =
  "default-src 'none'; script-src 'self'; style-src 'none'; frame-src 'none'; child-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const noteReports = `
  window.seen = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
    seen.push(['violation', effectiveDirective, blockedURI, sourceFile, sample].join(' ')));
  new ReportingObserver((reports) => {
    for (const report of reports) seen.push('report ' + JSON.stringify(report));
  }, { buffered: true }).observe();
`;

test('under the strictest policies the card works, and none of their reports speaks of it', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const url = site.page({
    path: '/strict',
    body: feed,
    scripts: [noteReports],
    headers: {
      'content-security-policy': policy,
      'content-security-policy-report-only': policy,
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'clipboard-read=(), clipboard-write=(), fullscreen=(), keyboard-map=()',
      'document-policy': 'force-load-at-top',
    },
  });
  await page.goto(url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();
  await leaveCard(page);
  expect(await seenBy(page)).toEqual([]);

  const elsewhere = site.elsewhere(url);
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, elsewhere);
  await expect.poll(async () => (await seenBy(page)).join('\n')).toContain('violation frame-src');
  expect(
    (await seenBy(page)).filter((report) => /extension/.test(report) || report.includes(extensionId)),
  ).toEqual([]);
});
