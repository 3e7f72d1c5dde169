import { expect, test } from './fixtures.ts';
import { keepProject, opg } from './library.ts';
import { tinted } from './on-page.ts';

/** More elements than are asked for their text at once, none of them with a sigil. */
const lines = Array.from({ length: 70_000 }, (_, at) => `<i>${at % 10}</i>`).join('\n');

const cases: { page: string; script: string }[] = [
  { page: 'the last of many elements', script: "last.textContent = '$OPG'" },
  { page: 'one that stands between two parts', script: "all[20_000].textContent = '$OPG'" },
  {
    page: 'an open shadow root after many elements',
    script: "last.attachShadow({ mode: 'open' }).textContent = '$OPG'",
  },
  {
    page: 'one that comes to where the text was read already',
    script: "addEventListener('load', () => setTimeout(() => all[100].append('$OPG')))",
  },
  {
    page: 'one that goes to and fro while the text is read',
    script: `last.textContent = '$OPG';
      let left = 200;
      const move = () => { lines[left % 2 ? 'prepend' : 'append'](last); if (left--) setTimeout(move); };
      addEventListener('DOMContentLoaded', move);`,
  },
  {
    page: 'the last when most before it is taken away meanwhile',
    script: `last.textContent = '$OPG';
      const first = new Range(); first.setStart(lines, 0); first.setEnd(lines, 110_000);
      addEventListener('DOMContentLoaded', () => setTimeout(() => first.deleteContents()));`,
  },
];

for (const { page: what, script } of cases) {
  test(`a page of 70,000 elements, read in parts: ${what}`, async ({ context, site, openPopup }) => {
    await keepProject(await openPopup(), 'OpenGradient', opg, 'watching');
    const page = await context.newPage();
    await page.goto(
      site.page({
        path: '/large',
        body: `<style>#last { position: fixed; inset: 40px }</style><div id="lines">${lines}<div id="last"></div></div>`,
        scripts: [
          `const lines = document.querySelector('#lines'); const last = document.querySelector('#last'); const all = lines.children; ${script}`,
        ],
      }),
    );
    await expect.poll(() => tinted(page), { timeout: 30_000 }).toEqual(['$OPG']);
  });
}
