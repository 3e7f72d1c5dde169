import type { Frame, Page } from '@playwright/test';

/** The dwell is 400 ms, and a card that is slow to paint is shown 300 ms later: by then it would be open. */
const longerThanOpeningMs = 900;

/** Waits, by the page's own clock, for longer than a card takes to open. */
export const pastDwell = (page: Page | Frame): Promise<void> =>
  page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), longerThanOpeningMs);
