import type { Frame, Page } from '@playwright/test';
import { defaultSettings } from '../../lib/library/schema.ts';
import { expect } from '../e2e/fixtures.ts';
import type { libraries } from './looked-at.ts';

/** A surface in one state, of which pictures are made. */
export interface Look {
  /** Of the files: `<surface>-<state>`. */
  state: string;
  library: keyof typeof libraries;
  /** Leads from the surface as it opens to the state, and waits until it stands. */
  arrive(surface: Page, page: Page): Promise<unknown>;
  /** Widths in CSS pixels, if not the surface's own alone. The first one stands in no file name. */
  widths?: number[];
}

/** The card has its mention instead of a way there. */
export interface CardLook {
  state: string;
  mention: string;
  arrive(card: Frame, page: Page): Promise<unknown>;
}

/** What the page says comes a moment after the library. */
const pageIsKnown = (surface: Page) => expect(surface.getByRole('switch')).toBeVisible();
const tab = async (surface: Page, name: string) => {
  await pageIsKnown(surface);
  await surface.getByRole('tab', { name }).click();
};
const menu = async (surface: Page, name: RegExp) => {
  await pageIsKnown(surface);
  await surface.getByRole('button', { name: 'More' }).click();
  await surface.getByRole('menuitem', { name }).click();
};
const search = async (surface: Page, text: string) => {
  await pageIsKnown(surface);
  await surface.getByRole('combobox', { name: 'Search projects and notes' }).fill(text);
};
const sees = (surface: Page | Frame, text: string | RegExp) =>
  expect(surface.getByText(text).filter({ visible: true }).first()).toBeVisible();
const library = async (panel: Page) => {
  await tab(panel, 'Library');
  await sees(panel, 'Prime Intellect');
};
const choose = async (panel: Page) => {
  await library(panel);
  for (const name of ['Akash', 'Render'])
    await panel.getByRole('checkbox', { name: `Select ${name}` }).click();
  await expect(panel.getByRole('group', { name: 'Selected projects' })).toBeVisible();
};
/** It is loaded after the rest. */
const palette = (surface: Page) =>
  expect(async () => {
    await surface.keyboard.press('Control+k');
    await expect(surface.getByRole('dialog').getByRole('option').first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
const openProject = async (panel: Page) => {
  await library(panel);
  await panel.getByRole('button', { name: 'OpenGradient' }).click();
  await sees(panel, 'The proof came 40 minutes');
  await expect(panel.getByRole('combobox', { name: 'Add a tag' })).toBeVisible();
};
/** Goes to a section of the settings by its link. */
const section = (name: string) => async (options: Page) => {
  await options.getByRole('link', { name, exact: true }).click();
  await expect(options.getByRole('heading', { name, level: 2 })).toBeVisible();
};

/** At 400 pixels, as the browser shows it. */
export const popupLooks: Look[] = [
  { state: 'this-page', library: 'full', arrive: (popup) => sees(popup, '$GRASS') },
  {
    state: 'watchlist',
    library: 'full',
    arrive: async (popup) => {
      await tab(popup, 'Watchlist');
      await sees(popup, 'Prime Intellect');
    },
  },
  {
    state: 'recent',
    library: 'full',
    arrive: async (popup) => {
      await tab(popup, 'Recent');
      await sees(popup, 'The proof came 40 minutes');
    },
  },
  {
    state: 'search',
    library: 'full',
    arrive: async (popup) => {
      await search(popup, 'proof');
      await expect(popup.getByRole('option').first()).toBeVisible();
    },
  },
  { state: 'empty', library: 'empty', arrive: (popup) => sees(popup, '$GRASS') },
  {
    state: 'empty-watchlist',
    library: 'empty',
    arrive: async (popup) => {
      await tab(popup, 'Watchlist');
      await sees(popup, 'Nothing on your watchlist yet');
    },
  },
  { state: 'paused', library: 'paused', arrive: (popup) => sees(popup, 'Paused on all sites.') },
  { state: 'site-off', library: 'off', arrive: (popup) => sees(popup, /^Turn on for/) },
  {
    state: 'damaged',
    library: 'damaged',
    arrive: (popup) => expect(popup.getByRole('alert')).toBeVisible(),
  },
];

/** At 400 pixels, and where the width tells, at the least and the most that a panel is dragged to. */
export const panelLooks: Look[] = [
  {
    state: 'this-page',
    library: 'full',
    arrive: (panel) => sees(panel, '$GRASS'),
    widths: [400, 320, 480],
  },
  { state: 'library', library: 'full', arrive: library, widths: [400, 320, 480] },
  { state: 'selected', library: 'full', arrive: choose },
  {
    state: 'merge',
    library: 'full',
    arrive: async (panel) => {
      await choose(panel);
      await panel.getByRole('button', { name: 'Merge…' }).click();
      await sees(panel, 'What it will be');
    },
    widths: [400, 320, 480],
  },
  {
    state: 'palette',
    library: 'full',
    arrive: async (panel) => {
      await library(panel);
      await palette(panel);
    },
  },
  { state: 'project', library: 'full', arrive: openProject, widths: [400, 320, 480] },
  {
    state: 'trash',
    library: 'full',
    arrive: async (panel) => {
      await menu(panel, /^Trash/);
      await sees(panel, 'Yesterday’s Chain');
    },
  },
  {
    state: 'import',
    library: 'full',
    arrive: async (panel) => {
      await menu(panel, /^Import/);
      const project = { id: 'from-a-file', name: 'Grass', aliases: [{ text: '$GRASS', site: null }] };
      const dates = { createdAt: '2030-05-01T12:00:00.000Z', updatedAt: '2030-05-01T12:00:00.000Z' };
      const file = {
        format: 'underline-export',
        version: 1,
        projects: [{ ...project, ...dates, status: 'watching', thesis: '', trashedAt: null }],
        notes: [],
        settings: defaultSettings,
      };
      await panel.getByLabel(/choose an export file/i).setInputFiles({
        name: 'underline-2030-05-01.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await panel.getByRole('button', { name: 'Look inside anyway' }).click();
      await expect(panel.getByRole('button', { name: 'Import 1' })).toBeVisible();
    },
  },
];

export const optionsLooks: Look[] = [
  ...['Detection', 'Sites', 'Appearance', 'Shortcuts', 'Privacy', 'About'].map((name) => ({
    state: name.toLowerCase(),
    library: 'full' as const,
    arrive: section(name),
  })),
  {
    state: 'library',
    library: 'full',
    arrive: async (options) => {
      await section('Your library')(options);
      await sees(options, /8 projects and/);
    },
  },
  { state: 'palette', library: 'full', arrive: palette },
  {
    state: 'recovery',
    library: 'damaged',
    arrive: (options) => expect(options.getByRole('button').first()).toBeVisible(),
  },
];

export const welcomeLooks: Look[] = [
  { state: 'first-visit', library: 'empty', arrive: (welcome) => sees(welcome, 'Pages cannot read it.') },
];

export const cardLooks: CardLook[] = [
  { state: 'known', mention: '$OPG', arrive: (card) => sees(card, 'The proof came 40 minutes') },
  {
    state: 'note-being-written',
    mention: '$RNDR',
    arrive: async (card) => {
      await card
        .getByRole('textbox', { name: /^New note/ })
        .fill('Four studios, and the largest has a fifth.');
      await card.getByRole('radio', { name: 'Evidence' }).click();
    },
  },
  { state: 'which-one', mention: '$TAO', arrive: (card) => sees(card, '2 of your projects go by this.') },
  { state: 'unknown', mention: '$GRASS', arrive: (card) => sees(card, 'You don’t keep this yet.') },
];

/** In a private window. */
export const privateCardLooks: CardLook[] = [
  { state: 'private-window', mention: '$OPG', arrive: (card) => sees(card, 'Private window: the page') },
];
