import type { SearchedProject } from './search.ts';
import { t } from './text.ts';

/** What a browser can not show, or shows as something else: controls, overrides of direction, halves of characters. */
const unfit = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

/** Names are shown in their own direction, whatever stands beside them. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Chrome reads descriptions as XML, Firefox as text. */
export const forOmnibox = (text: string, asXml: boolean): string =>
  asXml ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;

const plain = (text: string): string => text.replace(unfit, ' ').replace(/\s+/g, ' ').trim();

/** At most so many aliases tell which project it is. */
const shownAliases = 3;

/** What stands in the address bar for a project: its name, what it is called, where it stands. */
export function omniboxLine({ name, aliases, status }: SearchedProject): string {
  const texts = aliases.slice(0, shownAliases).map(({ text }) => isolated(plain(text)));
  const parts = [isolated(plain(name)), texts.join(' '), status === null ? '' : t(`status.${status}`)];
  return parts.filter(Boolean).join(' · ');
}

/** What is typed for a project once its line is chosen; `taken` are those of the lines above. */
export function omniboxContent(
  { name, aliases }: SearchedProject,
  taken: { has(content: string): boolean },
): string {
  const whole = plain([name, aliases[0]?.text ?? ''].join(' '));
  for (let count = 1; ; count += 1) {
    const content = count === 1 ? whole : `${whole} (${count})`;
    if (!taken.has(content)) return content;
  }
}
