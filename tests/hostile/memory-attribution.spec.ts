import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { cardAddress } from './visits.ts';

test('an isolated page that measures its memory is told of no frame but its own', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const isolated = {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'cross-origin',
  };
  const inner = site.page({ path: '/inner', body: '<p>Inner</p>', headers: isolated });
  await page.goto(
    site.page({
      path: '/memory',
      body: `${feed}<iframe id="mine" src="${inner}"></iframe>`,
      headers: isolated,
    }),
  );
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();

  // The browser answers after its next collection of garbage, which the debugger asks for.
  const measured = page.evaluate(async () =>
    JSON.stringify(await Reflect.get(performance, 'measureUserAgentSpecificMemory').call(performance)),
  );
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const report = await measured;
  expect(report).toContain('/inner');
  const address = new URL(await cardAddress(page)).host;
  expect(
    [extensionId, address, 'extension', 'card.html', 'Underline'].filter((it) => report.includes(it)),
  ).toEqual([]);
});
