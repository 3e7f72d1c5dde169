/** One of these tells code: a prompt, an interpreter line, an expansion, a closing bracket with its semicolon, a doc tag. */
const certain = new RegExp(
  [
    String.raw`^\s*[$%>]\s[a-z]`, // `$ cd ~`, a prompt
    String.raw`^\s*(?:\*|\/\/|\/\*\*?|#)\s*@\w`, // ` * @param`
    String.raw`^#!|<\?php|\$[({]|\(\);|[)}\]];\s*$|\{\{|\}\}`,
    String.raw`\w\(\)\s*\{|=>\s*[{(]|\w\(['"\x60]?[$@#]\w+['"\x60]?[,)]`, // `f() {`, `=> {`, `f($a)`
    String.raw`^\s*(?:sudo|export|echo|const|elif|unset|setenv|alias|fi|done|esac)\b.*[$="]`,
    String.raw`^\s*@[\w-]+[^@#$]*[{;]\s*$`, // an at-rule, a Less or a Ruby variable
    String.raw`^\s*[$@][a-z]\w*\s*(?:[-+*/.|?]?=|:=|:\s.*;\s*$)\s*\S`, // an assignment
  ].join('|'),
);

/** Two different ones of these in a line of prose's length tell code. */
const signs =
  /[-=]>|::|&&|\|\||[=!]==?|[-+*|]=|;\s*$|\{\s*$|^\s*\}|\w\(\)|\s=\s*["'$]|\s--[a-z]{2,}|\s-[a-z](?=\s)|<\/\w|["']\]|\\[a-z]+\{|\w\[\w*\]/g;

/** Signs per so many characters: a long paragraph may hold an arrow or two. */
const proseLength = 80;

/** Whether a line looks like code rather than like something a person says. Linear in its length. */
export function looksLikeCode(line: string): boolean {
  if (certain.test(line)) return true;
  const found = line.match(signs) ?? [];
  return new Set(found).size >= 2 && found.length * proseLength >= line.length;
}
