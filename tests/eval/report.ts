/** An aim, and whether it was met in this run. */
export interface Aim {
  what: string;
  aim: string;
  got: string;
  met: boolean;
}

/** One part of the evaluation, in Markdown. */
export interface Section {
  title: string;
  text: string;
  aims: Aim[];
}

type Cell = string | number;

export const table = (head: readonly Cell[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export const perCent = (value: number): string => value.toFixed(2);

export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

export const atMost = (what: string, most: number, got: number, unit = ''): Aim => ({
  what,
  aim: `≤ ${most}${unit}`,
  got: `${rounded(got)}${unit}`,
  met: got <= most,
});

export const atLeast = (what: string, least: number, got: number, unit = ''): Aim => ({
  what,
  aim: `≥ ${least}${unit}`,
  got: `${rounded(got)}${unit}`,
  met: got >= least,
});

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** The whole report. `about`: its heading and what all of it goes by. `made`: how, where and when. */
export function report(
  about: readonly string[],
  sections: readonly Section[],
  made: readonly string[],
): string {
  const aims = sections.flatMap((section) => section.aims);
  return [
    ...about,
    made.map((line) => `- ${line}`).join('\n'),
    '## Aims',
    `${aims.filter(({ met }) => met).length} of ${aims.length} met.`,
    table(
      ['what', 'aim', 'this run', ''],
      aims.map(({ what, aim, got, met }) => [what, aim, got, met ? 'met' : '**missed**']),
    ),
    ...sections.flatMap(({ title, text }) => [`## ${title}`, text]),
    '',
  ].join('\n\n');
}
