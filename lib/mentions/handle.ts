import { type Found, matchAt } from './found.ts';
import { accented, wordLetters } from './letters.ts';
import type { Profile } from './mention.ts';

/** An old retweet leaves no space: `RT@user`, `rt:@user`. */
const retweet = `(?<=(?:^|[^A-Za-z0-9_+~.-])[rR][tT]:?)`;

// twitter-text: not inside a word or a row of signs; then twenty characters at most and perhaps a list's name.
const xBefore = `(?:(?<![A-Za-z0-9_!#$%&*@＠])|${retweet})`;
const listName = '(?:/[A-Za-z][A-Za-z0-9_-]{0,24})?';
/** An accent would make a longer word of the name; a second `@` an e-mail address. */
const xAfter = new RegExp(`[@＠${accented}]|://`, 'y');
const x = new RegExp(`${xBefore}[@＠][A-Za-z0-9_]{1,20}${listName}`, 'y');

// Also not after an accented letter (`josé@`), a backslash or a backtick; emphasis (`*@user*`) may touch.
const before = String.raw`(?:(?<![${wordLetters}_!#$%&@\\\u0060]|[${wordLetters}_]\*)|${retweet})`;

/** Names of services other than X: Instagram and Telegram allow some thirty characters. */
const plainName = '[A-Za-z0-9_]{1,32}';
/** English makes compounds with names: `@Tesla-owned` names Tesla. */
const compound =
  'owned|based|backed|led|like|related|style|powered|native|built|made|run|approved|inspired|affiliated';
/** GitHub allows hyphens. */
const name = String.raw`${plainName}(?:-(?!(?:${compound})\b)[A-Za-z0-9]{1,39}){0,5}`;

/** A server's or a person's domain: labels with dots. */
const labels = String.raw`(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5}`;

/** The fediverse: a name at a server. */
const federated = String.raw`[A-Za-z0-9_][\w.-]{0,63}@${labels}[A-Za-z]{2,24}`;

/** Top levels seen in names; a full stop without a space (`@user.Then`, `@user.is`) must not make a domain. */
const topLevels =
  'com|net|org|edu|gov|io|ai|co|xyz|eth|sol|lens|near|app|dev|social|team|blue|tech|fi|fun|gg|tv|fm|news|blog|network|' +
  'finance|exchange|foundation|world|uk|de|fr|jp|eu|ch|nl|ca|br';
const domain = String.raw`${labels}(?:${topLevels})(?![\w-]|\.[\w])`;

/** `@foo(`, `@foo=`, `@foo{`, `@foo.bar` and `@foo::` are decorators, attributes and variables. */
const codeAfter = String.raw`\([)'"{]|[={\\]|::|\.[a-z_]\w`;
/** `@scope/package`; a version, a price or a time (`@1.2`, `@7:30`, `@50%`). */
const otherAfter = `/[A-Za-z]|(?<=@[0-9]{1,9})(?:[.:,][0-9]|%)`;
/** A hyphenated name is read whole or not at all: `@near-js/api`. */
const nameGoesOn = String.raw`-(?!(?:${compound})\b)[A-Za-z0-9]`;
const after = `(?![${wordLetters}_@${accented}]|://|${nameGoesOn}|${codeAfter}|${otherAfter})`;
const web = new RegExp(`${before}@(?:${federated}(?![\\w-])|${domain}|${name})${after}`, 'y');

/** Everyone in a chat is no one. */
const everyone = 'here|everyone|everybody|channel|all|team';
/** Annotations and decorators of Java, TypeScript and Python. */
const annotation =
  'override|nullable|nonnull|suppresswarnings|autowired|component|injectable|entity|bean|before|after|inject|transactional|' +
  'input|output|staticmethod|classmethod|dataclass|abstractmethod|implementation|selector|end';
/** As they are written in code: `@State`, `@GetMapping`. */
const annotationName =
  /^(?:State|Binding|Published|ObservedObject|StateObject|Environment(?:Object)?|MainActor|Composable|Preview|Test|(?:Before|After)(?:Each|All)|Mock|Data|Getter|Setter|Builder|Immutable|Column|Table|Service|Repository|(?:Rest)?Controller|Configuration|Provides|Singleton|Body|RawBody|Param|Query|Prop|Watch)$|^[A-Z][a-z]+[A-Za-z]*(?:Mapping|Variable|Param|Body|Bean|Application|Property|Annotation|Column|Entity|Nullable|NotNull|NonNull|ToMany|ToOne)$/;
/** Tags of JSDoc, TSDoc, Javadoc and Doxygen. */
const docTag =
  'abstract|alias|api|async|author|callback|class|code|const|constant|constructor|copyright|default|deprecated|description|' +
  'enum|event|example|exports|extends|file|function|generator|global|ignore|implements|inheritdoc|interface|internal|license|' +
  'link|method|module|name|namespace|overload|package|param|private|property|protected|public|readonly|remarks|returns?|see|' +
  'since|static|summary|template|this|throws|todo|type|typedef|typeparam|value|var|version|virtual|yields?';
/** At-rules of CSS, Sass and Tailwind, and directives of Svelte and Blade. */
const atRule =
  'apply|charset|container|content|csrf|debug|each|echo|else|end(?:if|foreach|section)|error|extend|font-face|for|foreach|forward|' +
  'html|if|import|include|keyframes|layer|media|mixin|page|render|scope|section|supports|tailwind|use|warn|while|yield';
/** Tags and versions of packages, TypeScript's comments, and numbers with a unit: `@latest`, `@v4`, `@6pm`, `@100k`. */
const release = 'latest|next|types|v[0-9]+|ts-[a-z-]+|[0-9]+[a-z]{1,3}';
const nobody = new RegExp(`^(?:${[everyone, annotation, docTag, atRule, release].join('|')})$`, 'i');

/** `all @gmail.com addresses` names a mail provider. */
const mailProvider =
  /^(?:gmail|googlemail|yahoo|outlook|hotmail|live|icloud|aol|gmx|qq|proton(?:mail)?)\.[a-z.]+$/i;

/** `stay @home`, `don't @me`: people write so without meaning anybody. */
const place = /^(?:home|work|school|night|noon|midnight|me|you|us|a|the|once|least)$/i;

const onlyDigits = /^[0-9]+$/;
const noLetter = /^_+$/;

/** The handle whose `@` is at `at` (UTF-16), or null: `@name`, on `web` also `@a.bsky.social` and `@a@b.social`. */
export function handleAt(text: string, at: number, profile: Profile): Found | null {
  const whole = matchAt(profile === 'x' ? x : web, text, at);
  if (whole === null) return null;
  const found: Found = { end: at + whole.length, strength: 'strong' };
  if (profile === 'x') return matchAt(xAfter, text, found.end) === null ? found : null;
  const word = whole.slice(1);
  if (noLetter.test(word) || nobody.test(word) || mailProvider.test(word)) return null;
  if (annotationName.test(word)) return null;
  // A number is a price (`calls @170`), a letter a register or an array, more often than a name.
  return onlyDigits.test(word) || place.test(word) || word.length === 1
    ? { ...found, strength: 'weak' }
    : found;
}

/** Handles as a person may write one by hand, for aliases; an X list's name may follow. */
export const handleShape = `@(?:${federated}|${labels}[A-Za-z]{2,24}|${plainName}${listName}|${name})`;
