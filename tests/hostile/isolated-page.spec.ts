import { expect, test } from '../e2e/fixtures.ts';
import { hover, tinted } from '../e2e/on-page.ts';

for (const embedder of ['require-corp', 'credentialless']) {
  test(`a page that isolates itself (COOP, COEP ${embedder}) has its card and stays isolated`, async ({
    context,
    site,
  }) => {
    const page = await context.newPage();
    await page.goto(
      site.page({
        path: '/isolated',
        body: '<p style="padding: 40px">About $OPG</p>',
        headers: {
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': embedder,
          'cross-origin-resource-policy': 'same-origin',
        },
      }),
    );
    const isIsolated = () =>
      page.evaluate(() => crossOriginIsolated && new SharedArrayBuffer(8).byteLength === 8);
    expect(await isIsolated()).toBe(true);
    const card = await hover(page, '$OPG');
    await card.getByRole('button', { name: 'Keep as a project' }).click();
    await expect(card.getByRole('textbox', { name: /^New note/ })).toBeVisible();
    expect({ isolated: await isIsolated(), tinted: await tinted(page) }).toEqual({
      isolated: true,
      tinted: ['$OPG'],
    });
  });
}
