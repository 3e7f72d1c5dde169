import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { statuses } from '../../../lib/library/schema.ts';

const markers = readFileSync(new URL('../../../lib/page/markers.ts', import.meta.url), 'utf8');
const theme = readFileSync(new URL('../../../components/theme.css', import.meta.url), 'utf8');

type Rgb = [red: number, green: number, blue: number];

/** OKLCH to linear sRGB, by https://www.w3.org/TR/css-color-4/#color-conversion-code; outside of it clipped. */
function linearOf(lightness: number, chroma: number, hue: number): Rgb {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The colours of the tokens, by name, of one look. */
function coloursOf(look: 'light' | 'dark'): Map<string, Rgb> {
  const oklch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
  const tokens = theme.matchAll(new RegExp(`--color-([a-z-]+): light-dark\\(${oklch}, ${oklch}\\);`, 'g'));
  return new Map(
    [...tokens].map(([, name = '', ...values]) => {
      const [lightness = 0, chroma = 0, hue = 0] = (
        look === 'light' ? values.slice(0, 3) : values.slice(3)
      ).map(Number);
      return [name, linearOf(lightness, chroma, hue)];
    }),
  );
}

/** As WCAG 2.2 measures it, from 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const texts = ['ink', 'soft', 'accent', 'danger', ...statuses];
const grounds = ['paper', 'sheet', 'hover'];

describe.each(['light', 'dark'] as const)('%s', (look) => {
  const colours = coloursOf(look);
  const between = (one: string, other: string) =>
    contrast(colours.get(one) as Rgb, colours.get(other) as Rgb);

  test('every colour of the theme is known here', () => {
    const names = [...theme.matchAll(/--color-([a-z-]+):/g)].map(([, name]) => name);
    expect([...colours.keys()].toSorted()).toEqual(names.toSorted());
  });

  test.each(texts.flatMap((text) => grounds.map((ground) => ({ text, ground }))))(
    '$text can be read on $ground',
    ({ text, ground }) => {
      expect(between(text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each([
    ['on-accent', 'accent'],
    // Toasts, and toasts of a failure.
    ['paper', 'ink'],
    ['paper', 'danger'],
    ['ink', 'accent-soft'],
    ['accent', 'accent-soft'],
  ])('%s can be read on %s', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('the edge of a field can be seen on %s', (ground) => {
    expect(between('edge', ground)).toBeGreaterThanOrEqual(3);
  });
});

test.each(statuses)('the line of %s can be seen on a white page and on a dark one', (status) => {
  const [, ...values] =
    new RegExp(String.raw`\.${status} { color: oklch\(([\d.]+) ([\d.]+) (\d+)\)`).exec(markers) ?? [];
  const [lightness = 0, chroma = 0, hue = 0] = values.map(Number);
  expect(lightness).toBeGreaterThan(0);
  const line = linearOf(lightness, chroma, hue);
  expect(contrast(line, [1, 1, 1])).toBeGreaterThanOrEqual(3);
  // #15202b, the lightest of the dark grounds of large sites.
  expect(contrast(line, linearOf(0.24, 0.03, 248))).toBeGreaterThanOrEqual(3);
});
