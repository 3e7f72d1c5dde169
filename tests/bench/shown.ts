import type { Spread } from '../eval/median.ts';
import { ms } from '../eval/report.ts';

/** The middle, and in brackets how far the rounds were apart. */
export const shown = ({ median, least, most }: Spread): string => `${ms(median)} (${ms(least)}–${ms(most)})`;
