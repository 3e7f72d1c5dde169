import type { MentionKind } from './mention.ts';

/** So many characters before and after a mention tell what the sentence takes it for. */
const reach = 40;

const after = (nouns: string): RegExp => new RegExp(String.raw`^['"”’)\]]? (?:${nouns})s?\b`);
const before = (words: string): RegExp => new RegExp(String.raw`\b(?:${words})\.? ['"“‘(]?$`, 'i');

/** `the $FOO variable`. */
const variable = after('environment variable|variable|placeholder|operator|directive');

/** `the @Bean annotation`, `annotated with @Bean`. */
const member = after(
  'annotation|decorator|at-rule|modifier|mixin|handler|scope|struct|property wrapper|entrie|expression|macro|parameter|int|varchar|' +
    'directive in|attribute of|instance variable|(?:media|container) quer(?:y|ie)',
);
const annotated = before(
  '(?:annotat|decorat)(?:e|ed|ing|ion)(?: (?:it|them|this))?(?: with| by)?|classes marked|arrays like|variables (?:such as|like)|declare',
);
/** `any @example.com address` is a part of e-mail addresses. */
const mailed = /^(?:>| e-?mails?\b| address(?:es)?\b| inbox)/;

/** `the #main element`, `ask in the #general channel`, `#rust on IRC`. */
const part = after('element|selector|anchor|fragment|id|div|button|channel|room|form|field');
const chat = /^(?:-[\w-]+)? on (?:irc\b|slack|discord|libera|freenode|oftc|matrix|zulip)/i;
const pointedAt = before('(?:jump|scroll) to|anchor|fragment|id|selector|select|div');
/** `Invoice #INV2024`, `Room #B12`: a number, whatever letters it has. */
const counted = before(
  '(?:unit|apt|suite|room|item|order|lot|invoice|model|serial|po|flight|case|bus|highway|route|sku|part|ticket|ref|account|bug|issue|commit|gate|box|chapter|figure|fig|table|page|episode|volume|line)' +
    String.raw`(?:\.? (?:no\.?|number))?`,
);
const numeral = /^#(?:[A-Z]{0,3}-?[0-9]+|[0-9]+)[A-Za-z]?$/;
/** `the color #facade`. */
const coloured = /\b(?:colou?rs?|hex|background|border|shade|fill|palette)\b/i;
const hexLetters = /^#[0-9a-f]{3,8}$/i;

/** Whether the words beside a mention say that it is a part of code, of an address or of a list, and no name. */
export function isNamedAsCode(kind: MentionKind, text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + reach);
  // Slack writes people and channels so.
  if (text[start - 1] === '<' && /^[>|]/.test(rest)) return true;
  if (kind === 'cashtag') return variable.test(rest);
  const lead = text.slice(Math.max(0, start - reach), start);
  if (kind === 'handle') {
    if (member.test(rest) || annotated.test(lead)) return true;
    return mailed.test(rest) && text.slice(start, end).includes('.');
  }
  const value = text.slice(start, end);
  if (hexLetters.test(value) && (coloured.test(lead) || coloured.test(rest))) return true;
  if (/[0-9]/.test(value)) return numeral.test(value) && counted.test(lead);
  return value === value.toLowerCase() && (part.test(rest) || chat.test(rest) || pointedAt.test(lead));
}
