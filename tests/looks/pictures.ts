import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { root } from '../../scripts/run.mjs';
import { now } from './looked-at.ts';

const fonts = {
  sans: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
};

/** From now on every document of the context is written in the same letters, at the same time of the same day. */
export async function pinLooks(context: BrowserContext): Promise<void> {
  const read = (file: string) => readFileSync(join(root, 'node_modules', file)).toString('base64');
  await context.clock.setFixedTime(now);
  // From bytes and by a constructed sheet: the strict policy of our pages refuses fonts and styles from elsewhere.
  await context.addInitScript(
    (letters) => {
      // Not yet: a font that is added before there is a root element is listed, and never drawn with.
      document.addEventListener('DOMContentLoaded', () => {
        for (const [family, bytes] of Object.entries(letters)) {
          const face = new FontFace(`pinned ${family}`, Uint8Array.fromBase64(bytes), { weight: '200 900' });
          document.fonts.add(face);
          void face.load();
        }
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':root { --font-sans: "pinned sans"; --font-serif: "pinned serif" }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      });
    },
    { sans: read(fonts.sans), serif: read(fonts.serif) },
  );
}

/** The looks that every state is pictured in. */
export const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

/** Compares a page as it stands with the pictures of this name, in light and dark. All that differ are told at once. */
export async function matchPictures(
  page: Page,
  name: string,
  options: {
    schemes?: readonly Scheme[];
    clip?: { x: number; y: number; width: number; height: number };
  } = {},
): Promise<void> {
  const pinned = () =>
    page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  await expect.poll(pinned, 'the letters are pinned').toBe(Object.keys(fonts).length);
  const scale = await page.evaluate(() => devicePixelRatio);
  for (const colorScheme of options.schemes ?? schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect.soft(page).toHaveScreenshot([`${name}-${colorScheme}@${scale}x.png`], {
      scale: 'device',
      ...(options.clip && { clip: options.clip }),
    });
  }
}
