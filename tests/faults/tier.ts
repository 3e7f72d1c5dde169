import { test } from '../e2e/fixtures.ts';

/** How often a fault is made: `small` in `npm test`, `big` in `npm run test:soak`. Only within a test. */
export const tier = (small: number, big: number): number =>
  test.info().project.name === 'soak' ? big : small;
