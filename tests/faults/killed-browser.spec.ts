import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { healthOf } from './broken-copy.ts';
import { expectMirrored, expectWhole, notesIn } from './copies.ts';
import { killBrowser } from './killed-browser.ts';
import { tier } from './tier.ts';

test('a browser that is killed while it saves has all that was acknowledged when it opens again', async ({
  underline,
  openExtensionPage,
  profile,
}) => {
  const kills = tier(10, 100);
  test.setTimeout(kills * 30_000);
  const id = await keepProject(await openExtensionPage('popup.html'), 'Killed', ['$KILL']);
  const acknowledged: string[] = [];

  for (let kill = 0; kill < kills; kill += 1) {
    const page = await openExtensionPage('popup.html');
    await page.exposeFunction('acknowledge', (body: string) => acknowledged.push(body));
    const before = acknowledged.length;
    void page
      .evaluate(
        async ([projectId, round]) => {
          for (let number = 0; ; number += 1) {
            const body = `Note ${number} of round ${round}`;
            const command = { type: 'add-note', projectId, kind: { type: 'note' }, body, source: null };
            const message = { type: 'run', data: { op: crypto.randomUUID(), command } };
            const outcome = await chrome.runtime.sendMessage(message).catch(() => undefined);
            if (outcome?.answer?.ok) Reflect.get(globalThis, 'acknowledge')(body);
          }
        },
        [id, kill] as const,
      )
      .catch(() => undefined);
    const wanted = 1 + Math.floor(Math.random() * 12);
    await expect.poll(() => acknowledged.length, { intervals: [1] }).toBeGreaterThanOrEqual(before + wanted);
    await killBrowser(underline.context, profile);
    await underline.restart();

    const after = await openExtensionPage('popup.html');
    const found = notesIn(await expectWhole(after)).map(({ body }) => body);
    expect(
      acknowledged.filter((body) => !found.includes(body)),
      `lost by kill ${kill}`,
    ).toEqual([]);
    expect(await healthOf(after), 'what the background makes of it').toMatchObject({ problem: null });
    await expect(after.getByRole('alert')).toHaveCount(0);
    await expectMirrored(after);
    await after.close();
  }
  console.log(`browser killed: ${kills} kills, ${acknowledged.length} acknowledged, 0 lost`);
});
