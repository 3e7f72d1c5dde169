/** Variables of shells, build tools and CGI that documentation names in running text. */
const shell =
  'ARGS|ARGV|BASH|BROWSER|CC|CFLAGS|CI|CLASSPATH|CXX|DEBUG|DESTDIR|DIR|DISPLAY|EDITOR|ENV|FILE|FPATH|GOPATH|HISTFILE|HOME|HOST|' +
  'HOSTNAME|ID|IFS|INC|KEY|LANG|LDFLAGS|LOGNAME|MAIL|MANPATH|NAME|OLDPWD|OPTARG|PAGER|PASSWORD|PATH|PORT|PPID|PREFIX|PROFILE|' +
  'FOO|BAR|BAZ|VAR|SRC|DST|IN|OUT|INPUT|OUTPUT|CMD|DATE|TIME|FILENAME|FIRSTNAME|LASTNAME|AMOUNT|TTL|ORIGIN|INSTDIR|' +
  'PROMPT|PS1|PS2|PS3|PS4|PWD|PYTHONPATH|RANDOM|REPLY|ROOT|SET|SHELL|SHLVL|STATUS|TEMP|TERM|TMP|TMPDIR|TOKEN|TTY|UID|URL|USER|USERNAME|' +
  'VERSION|VISUAL|ZDOTDIR';
const shellNames = new Set(shell.split('|'));

/** What programs call things, in lower case: no evidence makes a ticker of `$token`. */
const common =
  'account|amount|arg|args|array|attrs|balance|body|class|client|color|config|content|count|css|data|date|db|debug|el|elem|' +
  'element|email|error|event|field|file|filter|form|func|height|host|html|id|image|index|input|item|items|key|limit|line|link|list|' +
  'message|method|model|name|names|node|num|number|obj|object|offset|option|options|order|output|page|params|parent|password|path|' +
  'port|post|price|product|query|request|response|result|root|row|rows|rule|session|size|sql|start|state|status|str|string|sum|table|' +
  'temp|text|time|title|tmp|token|total|type|url|user|username|users|val|value|values|view|width|word|words';
const commonNames = new Set(common.split('|'));

/** What languages and frameworks mean by it themselves. */
const reserved =
  'and|argv|bar|baz|derived|effect|emit|env|event|exists|false|foo|http|in|inc|lookup|match|nil|nin|null|or|props|pull|push|ref|refs|route|router|schema|scope|self|slots|store|this|timeout|true|undefined|unset|var|watch';
const reservedNames = new Set(reserved.split('|'));

/** Tells a shell variable's name, which needs more than its capitals to be a ticker. `name`: without its sigil. */
export const isShellName = (name: string): boolean => shellNames.has(name);

/** Tells a name that programs give to variables of their own. */
export const isCommonName = (name: string): boolean => commonNames.has(name);

/** Tells a name that is a language's or a framework's: `$this`, `$scope`. */
export const isReservedName = (name: string): boolean => reservedNames.has(name.toLowerCase());
