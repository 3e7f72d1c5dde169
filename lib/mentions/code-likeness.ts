/** A line that begins so is code. */
const beginning = new RegExp(
  [
    String.raw`^[ \t]+\*\s+@\w`, // ` * @param`, not a list's `* @alice`
    String.raw`^\s*(?:\$\s[a-z]`, // `$ cd ~`, a prompt
    String.raw`(?:\/\/|\/\*\*?)\s*@\w`, // `// @ts-check`
    String.raw`(?:if|for|foreach|while|switch|my)\s*\(.*(?:\{|;\s*$)|(?:if|elif|while) \[`,
    String.raw`(?:cp|mv|rm|mkdir|chmod|chown|curl|wget|docker|kubectl|npm|npx|pnpm|pip3?|ssh|scp|tar|grep|awk|sed|xargs|apt-get)\s+(?:\S+ )?[-$"'./~]`,
    String.raw`git (?:add|checkout|clone|commit|config|log|pull|push) (?:\S+ )?[-$"'./~]`,
    String.raw`sudo\s+\S+ (?:\S+ )?[-$"'./~]|(?:export|const|setenv|alias)\s+\w+\s*=|echo\s+["'$-]`,
    String.raw`@[a-z-]+[\s:].*[{;}]\s*$`, // an at-rule, a variable of Less
    String.raw`[$@][a-z]\w*\s*(?:[-+*/.|?]?=|:=|:\s.*;\s*$)\s*\S)`, // an assignment
  ].join('|'),
);

/** Lines without any of these signs hold none of what follows; that is most of what people write. One class: it is asked of all text. */
const anySign = /[;{}=|&<>\\[(]/;

/** One of these tells code. */
const certain = new RegExp(
  [
    String.raw`^#!|<\?php|\$[({]|\{\{|\}\}`, // interpreters, expansions, templates
    String.raw`\(\);|[)}\]];\s*$|\w\(\)\s*\{|=>\s*[{(]`, // `f();`, `f() {`, `=> {`
    String.raw`\w\((?:['"\x60][$@#]\w|\$[a-z])`, // `f($a)`, `f('#id')`, not `Apple($AAPL)`
  ].join('|'),
);

/** Two different ones of these in a line of prose's length tell code. */
const signs = new RegExp(
  [
    String.raw`[-=]>|::|&&|\|\||[=!]==?|[-+*|]=`, // operators
    String.raw`;\s*$|\{\s*$|^\s*\}|\w\(\)|\w\[\w*\]|["']\]`, // ends, blocks, calls and indexes
    String.raw`\s=\s*["'$]|\s--[a-z]{2,}|\s-[a-z](?=\s)`, // values and options
    String.raw`<\/\w|\\[a-z]+\{`, // tags and TeX
  ].join('|'),
  'g',
);

/** Signs per so many characters: a long paragraph may hold an arrow or two. */
const proseLength = 80;

/** Whether a line looks like code rather than like something a person says. Linear in its length. */
export function looksLikeCode(line: string): boolean {
  if (beginning.test(line)) return true;
  if (!anySign.test(line) && !line.includes(' -')) return false;
  if (certain.test(line)) return true;
  const found = line.match(signs) ?? [];
  return new Set(found).size >= 2 && found.length * proseLength >= line.length;
}
