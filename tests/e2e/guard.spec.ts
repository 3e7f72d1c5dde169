import { expect, test } from './fixtures.ts';

const pages = [
  { why: 'an error logged', problem: /console: logged/, body: '<script>console.error("logged")</script>' },
  { why: 'an error thrown', problem: /Error: thrown/, body: '<script>throw new Error("thrown")</script>' },
  {
    why: 'a promise rejected',
    problem: /Error: rejected/,
    body: '<script>Promise.reject(new Error("rejected"))</script>',
  },
  {
    why: 'a breach of a policy that only reports',
    problem: /Content Security Policy report: img-src/,
    body: '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    headers: { 'content-security-policy-report-only': "img-src 'self'" },
  },
];
for (const { why, problem, ...content } of pages) {
  test.describe('the guard hears, in a frame of another site,', () => {
    test.use({ expectedProblems: [problem] });
    test(why, async ({ page, site }) => {
      const inner = site.elsewhere(site.page({ path: '/inner', ...content }));
      const seen = Promise.race([page.waitForEvent('console'), page.waitForEvent('pageerror')]);
      await page.goto(site.page({ path: '/', body: `<iframe src="${inner}"></iframe>` }));
      await seen;
    });
  });
}

test.describe('the guard hears, in the background,', () => {
  test.use({ expectedProblems: [/background: Error: rejected/] });
  test('a promise rejected', async ({ worker }) => {
    await worker.evaluate(async () => {
      const seen = new Promise((resolve) => addEventListener('unhandledrejection', resolve));
      setTimeout(() => Promise.reject(new Error('rejected')));
      await seen;
      // Its own event comes before the browser says so.
      await new Promise((resolve) => setTimeout(resolve));
    });
  });
});

test('two host names of one server are two origins', async ({ page, site }) => {
  const url = site.page({ path: '/', body: 'here' });
  await page.goto(url);
  expect(new URL(site.elsewhere(url)).origin).not.toBe(new URL(url).origin);
  await page.goto(site.elsewhere(url));
  await expect(page.getByText('here')).toBeVisible();
});
