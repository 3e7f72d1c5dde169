import { expect, test } from './fixtures.ts';

// What the guard is for: each of these tests must fail, and would pass without it.
test.describe('the guard fails a test', () => {
  test.fail();

  const pages = [
    { why: 'a page logs an error', event: 'console', body: '<script>console.error("logged")</script>' },
    { why: 'a page throws', event: 'pageerror', body: '<script>throw new Error("thrown")</script>' },
    {
      why: 'a page rejects',
      event: 'pageerror',
      body: '<script>Promise.reject(new Error("rejected"))</script>',
    },
    {
      why: 'a page breaks a policy that only reports',
      event: 'console',
      body: '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
      headers: { 'content-security-policy-report-only': "img-src 'self'" },
    },
  ] as const;
  for (const { why, event, ...content } of pages) {
    test(`when ${why}`, async ({ page, site }) => {
      const seen = event === 'console' ? page.waitForEvent('console') : page.waitForEvent('pageerror');
      await page.goto(site.page({ path: '/', ...content }));
      await seen;
    });
  }

  test('when the background logs an error', async ({ context, worker }) => {
    const seen = context.waitForEvent('console');
    await worker.evaluate(() => console.error('logged'));
    await seen;
  });

  test('when the background rejects', async ({ worker }) => {
    await worker.evaluate(async () => {
      const seen = new Promise((resolve) => addEventListener('unhandledrejection', resolve));
      setTimeout(() => Promise.reject(new Error('rejected')));
      await seen;
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
