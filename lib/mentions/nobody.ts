/** Everyone in a chat is no one. */
const everyone = 'here|everyone|everybody|channel|all|team';
/** Annotations and decorators of Java, TypeScript and Python. */
const annotation =
  'override|nullable|nonnull|suppresswarnings|autowired|component|injectable|entity|bean|before|after|inject|transactional|' +
  'input|output|staticmethod|classmethod|dataclass|abstractmethod|implementation|selector|end';
/** As they are written in code: `@State`, `@GetMapping`. */
const annotationName =
  /^(?:State|Binding|Published|ObservedObject|StateObject|Environment(?:Object)?|MainActor|Composable|Preview|Test|(?:Before|After)(?:Each|All)|Mock|Data|Getter|Setter|Builder|Immutable|Column|Table|Service|Repository|(?:Rest)?Controller|Configuration|Provides|Singleton|(?:Raw|Request|Response)?Body|(?:Mock|Spy)?Bean|Serializable|IBOutlet|IBAction|JvmStatic|Param|Query|Prop|Watch)$|^[A-Z][a-z]+[A-Za-z]*(?:Mapping|Variable|Param|Application|Property|Annotation|Column|Entity|Nullable|NotNull|NonNull|ToMany|ToOne)$/;
/** Tags of JSDoc, TSDoc, Javadoc and Doxygen. */
const docTag =
  'abstract|alias|api|async|author|callback|class|code|const|constant|constructor|copyright|default|deprecated|description|' +
  'enum|event|example|exports|extends|file|function|generator|global|ignore|implements|inheritdoc|interface|internal|license|' +
  'link|method|module|name|namespace|overload|package|param|private|property|protected|public|readonly|remarks|return|returns|see|' +
  'since|static|summary|template|this|throws|todo|type|typedef|typeparam|value|var|version|virtual|yield|yields';
/** At-rules of CSS, Sass and Tailwind, and directives of Svelte and Blade. */
const atRule =
  'apply|charset|container|content|csrf|debug|each|echo|else|endif|endforeach|endsection|error|extend|font-face|for|foreach|forward|' +
  'html|if|import|include|keyframes|layer|media|mixin|page|render|scope|section|supports|tailwind|use|warn|while|yield';
/** Tags and versions of packages, TypeScript's comments, and numbers with a unit: `@latest`, `@v4`, `@6pm`, `@100k`. */
const release =
  /^(?:latest|next|types|v[0-9]+|ts-[a-z-]+|[0-9]+(?:am|pm|[kmbxhscp]|hrs?|ms|st|nd|rd|th|mm|cm|px|kb|mb|gb|hz|khz|mhz|ghz|fps|min|kg|lbs?|usd))$/;
const nobody = new Set([everyone, annotation, docTag, atRule].join('|').split('|'));

/** `all @gmail.com addresses` names a mail provider. */
const mailProvider =
  /^(?:gmail|googlemail|yahoo|outlook|hotmail|live|icloud|aol|gmx|qq|proton(?:mail)?)\.[a-z.]+$/i;

/** Tells what stands after an `@` and is nobody's name: annotations, at-rules, tags, broadcasts, times, mail providers. */
export function isNobody(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    nobody.has(lower) ||
    release.test(lower) ||
    (lower.charAt(0) !== name.charAt(0) && annotationName.test(name)) ||
    (name.includes('.') && mailProvider.test(name))
  );
}
