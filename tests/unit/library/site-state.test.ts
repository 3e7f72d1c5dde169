import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../lib/library/schema.ts';
import { isOn, isSwitchedOn } from '../../../lib/library/site-state.ts';

const site = 'x.com';
const rows: { why: string; set: Partial<Settings>; on: boolean; switched: boolean }[] = [
  { why: 'on everywhere as installed', set: {}, on: true, switched: true },
  { why: 'off where the user switched it off', set: { sitesOff: [site] }, on: false, switched: false },
  { why: 'another site is no matter', set: { sitesOff: ['a.test'] }, on: true, switched: true },
  {
    why: 'a pause is for all sites, and leaves the switch',
    set: { paused: true },
    on: false,
    switched: true,
  },
  { why: 'only on some sites: not on others', set: { onlyOn: true }, on: false, switched: false },
  { why: 'only on some sites: on those', set: { onlyOn: true, sitesOn: [site] }, on: true, switched: true },
  {
    why: 'only on some sites: what was off before is asked no more',
    set: { onlyOn: true, sitesOn: [site], sitesOff: [site] },
    on: true,
    switched: true,
  },
  {
    why: 'only on some sites: a pause is for these too',
    set: { onlyOn: true, sitesOn: [site], paused: true },
    on: false,
    switched: true,
  },
  {
    why: 'on everywhere again: the list of some sites is no matter',
    set: { sitesOn: ['a.test'] },
    on: true,
    switched: true,
  },
  { why: 'a host stands for itself alone', set: { sitesOff: ['mobile.x.com'] }, on: true, switched: true },
];

describe('whether Underline runs on a site', () => {
  it.each(rows)('$why', ({ set, on, switched }) => {
    const settings = { ...defaultSettings, ...set };
    expect(isOn(settings, site)).toBe(on);
    expect(isSwitchedOn(settings, site)).toBe(switched);
  });

  it('is off where there is no host, when it runs on some sites alone', () => {
    expect(isOn({ ...defaultSettings, onlyOn: true, sitesOn: [site] }, '')).toBe(false);
    expect(isOn(defaultSettings, '')).toBe(true);
  });
});
