import type { Frame, Page } from '@playwright/test';
import { sectionIds } from '../../components/options/sections.ts';
import { textsOf } from '../unit/words.ts';
import { demoPage } from './demo-page.ts';
import { lookChanged, settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject, opg } from './library.ts';
import { hover } from './on-page.ts';
import { cutOff, overlapping, scrollingSideways } from './reflow.ts';
import { openBeside, popupSize, welcomed } from './surfaces.ts';

// Two dozen states, each judged whole.
test.describe.configure({ timeout: 240_000 });

const languages = ['en', 'zh_CN', 'ko', 'vi', 'tr', 'ru', 'es', 'id'];
const english = new Set(textsOf('en').values());

/** All that is shown or read out, a text an entry. */
const textsOn = (surface: Page | Frame): Promise<string[]> =>
  surface.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push((node as Text).data.trim());
    for (const each of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        texts.push(each.getAttribute(name) ?? '');
    return texts.filter((text) => text !== '');
  });

for (const language of languages)
  test.describe(language, () => {
    const words = textsOf(language);
    const say = (key: string): string => words.get(key) ?? `no text for ${key}`;
    const ours = [...words.values()];
    // A word may be the same in both.
    const foreign = [...english].filter((text) => language !== 'en' && !ours.includes(text));

    /** Judges a state as it stands; three of its texts say that it is the one. All findings are told at once. */
    async function judge(surface: Page | Frame, state: string, keys: [string, string, string]) {
      await test.step(state, async () => {
        await expect.soft(surface.locator('html'), state).toHaveAttribute('lang', language.replace('_', '-'));
        const texts = () => textsOn(surface);
        await expect.soft.poll(texts, state).toEqual(expect.arrayContaining(keys.map(say)));
        expect
          .soft(
            (await texts()).filter((text) => foreign.includes(text)),
            `${state}: English`,
          )
          .toEqual([]);
        const broken = async () => [
          ...(await scrollingSideways(surface)),
          ...(await overlapping(surface)),
          ...(await cutOff(surface, ours)),
        ];
        await settles(broken, state);
        await lookChanged(surface, state);
      });
    }

    test.use({ language });

    test(`every surface speaks ${language}, and all of it can be read`, async ({ context, site, worker }) => {
      const welcome = await welcomed(context);
      await test.step('welcome and card', async () => {
        await welcome.bringToFront();
        await welcome.setViewportSize({ width: 1280, height: 620 });
        await expect.soft(welcome.getByText('$OPG #OPG'), 'in sight').toBeInViewport({ ratio: 1 });
        await judge(welcome, 'welcome', ['welcome.headline', 'welcome.try', 'welcome.promises']);
        const card = await hover(welcome, '$OPG');
        await judge(card, 'card, unknown', ['card.goesBy', 'card.keep', 'card.staysHere']);
        await card.getByRole('button', { name: say('card.keep') }).click();
        await expect(card.getByRole('heading', { name: 'OpenGradient' })).toBeVisible();
        await judge(card, 'card, known', ['card.nothingWritten', 'kind.type.evidence', 'status.none']);
        await welcome.keyboard.press('Escape');
      });

      const page = await context.newPage();
      await page.goto(site.page({ ...demoPage, body: `${demoPage.body}<p>Also $AKT and $RNDR</p>` }));
      const popup = await openBeside(page, worker, 'popup.html');
      const id = await keepProject(popup, 'Zenex', [...opg, '$ZNX'], 'researching');
      await keepProject(popup, 'Render', ['$RNDR'], 'watching');
      await addNote(popup, id, 'Four studios');
      const kind = { type: 'question', answer: 'open' } as const;
      await carryOut(popup, { type: 'add-note', projectId: id, kind, body: 'How many?', source: null });
      await carryOut(popup, { type: 'trash-project', id: await keepProject(popup, 'Gone', ['$GONE']) });

      await test.step('popup', async () => {
        await expect(popup.getByRole('listitem').first()).toBeVisible();
        await judge(popup, 'popup', ['library.tab.page', 'page.yours', 'library.unknown']);
        await popup.getByRole('combobox').fill('zen');
        await expect(popup.getByRole('option').first()).toBeVisible();
        await judge(popup, 'popup, search', ['library.search', 'status.researching', 'common.more']);
        await popup.getByRole('combobox').fill('');
        await popup.getByRole('tab', { name: say('library.tab.watchlist') }).click();
        await judge(popup, 'popup, watchlist', [
          'status.watching',
          'status.researching',
          'library.tab.recent',
        ]);
        await popup.getByRole('button', { name: /Zenex/ }).click();
        await expect(popup.getByText('Four studios')).toBeVisible();
        await judge(popup, 'popup, project', ['alias.addShort', 'note.placeholder', 'kind.type.question']);
        await popup
          .getByRole('button', { name: say('common.more') })
          .first()
          .click();
        await judge(popup, 'popup, menu', ['library.openPanel', 'backup.export', 'import.open']);
        await popup.close();
      });

      await test.step('side panel', async () => {
        const panel = await openBeside(page, worker, 'sidepanel.html', { width: 320, height: 640 });
        await expect(panel.getByRole('listitem').first()).toBeVisible();
        await judge(panel, 'panel, this page', ['library.tab.page', 'page.yours', 'library.keep']);
        await panel.getByRole('tab', { name: say('panel.library') }).click();
        await judge(panel, 'panel, library', ['panel.field', 'panel.anyAlias', 'panel.orders.name']);
        await panel.getByRole('button', { name: /Zenex/ }).click();
        await expect(panel.getByText('Four studios')).toBeVisible();
        await judge(panel, 'panel, project', ['alias.addShort', 'kind.whole.open', 'panel.today']);
        await panel
          .getByRole('button', { name: say('common.more') })
          .first()
          .click();
        await panel.getByRole('menuitem', { name: say('trash.title') }).click();
        await judge(panel, 'panel, trash', ['trash.title', 'trash.empty', 'trash.restore']);
        await panel.keyboard.press('Escape');
        await panel
          .getByRole('button', { name: say('common.more') })
          .first()
          .click();
        await panel.getByRole('menuitem', { name: say('import.open') }).click();
        const file = { format: 'underline-export', version: 1, projects: [], notes: [{}], settings: {} };
        await panel.locator('input[type="file"]').setInputFiles({
          name: 'file.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify(file)),
        });
        await judge(panel, 'panel, import, changed', [
          'lib.file.counts',
          'import.lookInside',
          'import.choose',
        ]);
        await panel.getByRole('button', { name: say('import.lookInside') }).click();
        await judge(panel, 'panel, import, what would change', [
          'import.rejected',
          'import.settingsSame',
          'import.otherFile',
        ]);
        await panel.close();
      });

      const options = await openBeside(page, worker, 'options.html', { width: 800, height: 640 });
      for (const section of sectionIds)
        for (const width of [800, popupSize.width]) {
          await options.setViewportSize({ width, height: 640 });
          await options.evaluate((hash) => {
            location.hash = hash;
          }, section);
          await expect(
            options.getByRole('heading', { level: 2, exact: true, name: say(`options.${section}.title`) }),
          ).toBeVisible();
          await judge(options, `settings, ${section}, ${width} px`, [
            'options.heading',
            `options.${section}.title`,
            `options.${section}.about`,
          ]);
        }
    });
  });
