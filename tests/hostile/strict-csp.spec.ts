import { expect, test } from '../e2e/fixtures.ts';
import { hover, markers, tinted } from '../e2e/on-page.ts';

const body = '<p>About $OPG and #OPG</p>';
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "frame-src 'none'",
  "child-src 'none'",
  "style-src 'none'",
  // The browser asks for the site’s icon unasked.
  "img-src 'self'",
  "connect-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Hears what a page can hear of its own policy. */
const hearReports = `
  window.reports = [];
  document.addEventListener('securitypolicyviolation', (event) => window.reports.push(event.violatedDirective), true);
  new ReportingObserver((reports) => window.reports.push(...reports.map(({ type }) => type)), { buffered: true }).observe();`;

for (const header of ['content-security-policy', 'content-security-policy-report-only']) {
  test(`${header} that forbids everything: tint, markers and card work, and the page hears of nothing`, async ({
    context,
    site,
  }) => {
    const page = await context.newPage();
    await page.goto(
      site.page({ path: '/strict', body, headers: { [header]: policy }, scripts: [hearReports] }),
    );
    const card = await hover(page, '$OPG');
    await expect(card.getByText('You don’t keep this yet')).toBeVisible();
    await card.getByRole('button', { name: 'Keep as a project' }).click();
    await card.getByRole('textbox', { name: /note/i }).fill('Kept under a strict policy');
    await card.getByRole('textbox', { name: /note/i }).press('Enter');
    await expect(card.getByRole('article').getByText('Kept under a strict policy')).toBeVisible();
    await expect.poll(async () => (await tinted(page)).sort()).toEqual(['#OPG', '$OPG']);
    await expect.poll(() => markers(page)).toHaveLength(2);
    expect(await page.evaluate(() => Reflect.get(window, 'reports'))).toEqual([]);
  });
}

test.describe('the probe', () => {
  test.use({ expectedProblems: [/frame-src/] });
  test('a frame of the page’s own is refused, and the page hears of it', async ({ context, site }) => {
    const page = await context.newPage();
    await page.goto(
      site.page({
        path: '/probe',
        body,
        headers: { 'content-security-policy': policy },
        scripts: [hearReports],
      }),
    );
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/elsewhere';
      document.body.append(frame);
    });
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'reports'))).toContain('frame-src');
  });
});
