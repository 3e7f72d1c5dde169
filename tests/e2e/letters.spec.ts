import { expect, test } from './fixtures.ts';

const pages = ['popup.html', 'sidepanel.html', 'options.html', 'welcome.html'];

test('our letters are ours: no sheet of the browser’s sets their font and size', async ({
  openExtensionPage,
}) => {
  for (const path of pages) {
    const page = await openExtensionPage(path);
    const [root, body] = await page.evaluate(() =>
      [document.documentElement, document.body].map((element) => {
        const { fontFamily, fontSize } = getComputedStyle(element);
        return { fontFamily, fontSize };
      }),
    );
    expect(root, path).toEqual({ fontFamily: expect.stringMatching(/^system-ui/), fontSize: '16px' });
    expect(body, path).toEqual({ fontFamily: root?.fontFamily, fontSize: '13px' });
    await page.close();
  }
});
