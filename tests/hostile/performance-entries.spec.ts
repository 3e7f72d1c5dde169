import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { cardAddress, leaveCard, seenBy, visit } from './visits.ts';

/** Notes every entry of every kind, with the elements and scripts that it names. */
function noteEntries(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  const plain = (value: unknown, depth: number): unknown => {
    if (value instanceof Node) return `<${value.nodeName} ${value.parentNode?.nodeName}>`;
    // A long frame names the window of its scripts, with all that can be reached from there.
    if (value instanceof Window) return '[window]';
    if (typeof value !== 'object' || value === null || depth > 4) return String(value);
    const named: Record<string, unknown> = {};
    for (const key in value) {
      const inner: unknown = Reflect.get(value, key);
      if (typeof inner !== 'function') named[key] = plain(inner, depth + 1);
    }
    return named;
  };
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(JSON.stringify(plain(entry, 0)));
    }).observe({ type, buffered: true, ...(type === 'event' && { durationThreshold: 16 }) });
}

test('no performance entry names the extension, its card or its elements', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  // Enough text for the page script to work through that a long task would come of it if it did so at once.
  const long = Array.from({ length: 4_000 }, (_, i) => `<p>Line ${i} has <b>$LNG${i % 10}</b> in it</p>`);
  await visit(page, site, { path: '/entries', body: `${feed}${long.join('')}`, early: noteEntries });
  const card = await hover(page, '$VXLM');
  const composer = card.getByRole('textbox', { name: /^New note/ });
  await composer.click();
  await page.keyboard.type(canaries.draft);
  const cardHost = new URL(await cardAddress(page)).host;
  await page.keyboard.press('Escape');
  await leaveCard(page);
  // The page's own: a click, a shift of its layout, a long task, a resource.
  await page.mouse.click(600, 700);
  await page.evaluate(async () => {
    document.body.prepend(Object.assign(document.createElement('h1'), { textContent: 'Shifted' }));
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        const until = performance.now() + 80;
        while (performance.now() < until);
        resolve();
      }),
    );
    await fetch('/favicon.ico');
  });

  const kinds = ['resource', 'layout-shift', 'longtask', 'long-animation-frame', 'event', 'paint'];
  const kindsSeen = async () => {
    const entries = await seenBy(page);
    return kinds.filter((kind) => entries.some((entry) => entry.includes(`"entryType":"${kind}"`)));
  };
  await expect.poll(kindsSeen, 'the page’s own entries are seen').toEqual(kinds);
  const entries = await seenBy(page);
  const ours = entries.filter(
    (entry) =>
      /extension|card\.html|page\.js|underline/i.test(entry) ||
      entry.includes(extensionId) ||
      entry.includes(cardHost),
  );
  expect(ours).toEqual([]);
  expect(
    entries.filter((entry) => / HTML>/.test(entry) && !/<(BODY|HEAD) HTML>/.test(entry)),
    'elements beside body and head',
  ).toEqual([]);
});
