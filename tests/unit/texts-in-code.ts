import { parseSync } from 'vite';

/** A node of the tree that the parser makes. */
type Tree = { type: string } & Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && 'type' in value;

/** A key as code names it; `*` in it stands for what is filled in there. */
export interface Asked {
  key: string;
  /** Whether a `count` chooses a plural form; null where that is not told at the same place. */
  counted: boolean | null;
}

/** What a file has to do with texts. */
export interface InCode {
  asked: Asked[];
  /** Strings of which nothing tells what they are for. */
  strings: string[];
  /** English that somebody could read or hear, with its line. */
  english: string[];
}

/** Attributes that a person reads or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
]);
/** Attributes that are never words. */
const unspoken = new Set(['className', 'of', 'd', 'viewBox']);

/** Names, examples of mentions and single signs are the same in every language. */
const hasWords = (text: string): boolean =>
  /\p{L}/u.test(text.replace(/Underline|[$@#]\w+|\bexample\.com\b|\{\}/g, ''));
/** Starts as a sentence or a name of something does; keys of the keyboard do too. */
const readsLikeWords = (text: string): boolean =>
  /^\s*[“"]?\p{Lu}\p{Ll}/u.test(text) &&
  hasWords(text) &&
  !/^((Ctrl|Shift) \+ )+\S+$/.test(text) &&
  !/^(Arrow\w+|Enter|Escape|Home|End|Tab|Backspace|Delete|Key[A-Z]|Page(Up|Down)|Control|Meta|Shift|Alt)\b\S*( \S+\+\S+)*$/.test(
    text,
  );

/** The keys that a file asks for, and English that stands in it. */
export function textsInCode(file: string, source: string): InCode {
  const found: InCode = { asked: [], strings: [], english: [] };
  const tell = (node: Tree, text: string) => {
    const line = source.slice(0, Number(node.start)).split('\n').length;
    found.english.push(`${file}:${line}: ${text.trim().slice(0, 60)}`);
  };

  const visit = (node: Tree, parent: Tree | null): void => {
    if (/^TS|^Import|^Export(All|Specifier)/.test(node.type) && !/^TS(As|Satisfies|NonNull)/.test(node.type))
      return;
    if (node.type === 'ThrowStatement' || compares(node)) return;
    if (node.type === 'CallExpression') {
      const [key, fillings] = node.arguments as Tree[];
      if ((node.callee as Tree).name === 't' && key)
        for (const each of stringsOf(key)) found.asked.push({ key: each.text, counted: countsIn(fillings) });
    }
    if (node.type === 'JSXOpeningElement') {
      const attributes = node.attributes as Tree[];
      const counted = attributes.some((each) => nameOf(each) === 'count');
      for (const of of attributes.filter((each) => nameOf(each) === 'of'))
        for (const { text } of stringsOf(of.value as Tree)) found.asked.push({ key: text, counted });
    }
    if (node.type === 'JSXAttribute') {
      const name = nameOf(node);
      if (unspoken.has(name)) return;
      for (const { text, node: at } of isTree(node.value) ? stringsOf(node.value) : [])
        if (spoken.has(name) ? hasWords(text) : readsLikeWords(text)) tell(at, text);
    } else if (node.type === 'JSXText') {
      if (hasWords(String(node.value))) tell(node, String(node.value));
    } else if (node.type === 'JSXExpressionContainer' && /^JSX(Element|Fragment)$/.test(parent?.type ?? '')) {
      for (const { text, node: at } of stringsOf(node)) if (hasWords(text)) tell(at, text);
    } else if (node.type === 'Literal' && typeof node.value === 'string') {
      found.strings.push(node.value);
      if (!/^(JSX|Binary)/.test(parent?.type ?? '') && readsLikeWords(node.value)) tell(node, node.value);
    } else if (node.type === 'TemplateLiteral') {
      const [whole] = stringsOf(node);
      if (whole && !/^JSX/.test(parent?.type ?? '') && readsLikeWords(whole.text)) tell(node, whole.text);
    }
    for (const [name, value] of Object.entries(node)) {
      // What a property is called is no text.
      if (node.type === 'Property' && name === 'key' && !node.computed) continue;
      for (const inner of Array.isArray(value) ? value : [value]) if (isTree(inner)) visit(inner, node);
    }
  };
  visit(parseSync(file, source).program as unknown as Tree, null);
  return { ...found, english: [...new Set(found.english)] };
}

/** What a text is compared with is not shown. */
const compares = ({ type, callee }: Tree): boolean =>
  type === 'CallExpression' &&
  /^(startsWith|endsWith|includes)$/.test(String(((callee as Tree).property as Tree | undefined)?.name));

const nameOf = (attribute: Tree): string => String((attribute.name as Tree | undefined)?.name ?? '');

/** The strings that an expression may come to, as far as they stand in it; `{}` or, in a key, `*` for what is filled in. */
function stringsOf(node: Tree): { text: string; node: Tree }[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ text: node.value, node }] : [];
    case 'TemplateLiteral': {
      const pieces = (node.quasis as Tree[]).map(({ value }) => (value as { cooked: string }).cooked);
      const text = pieces.join('{}');
      return [{ text: /\s/.test(text) ? text : text.replaceAll('{}', '*'), node }];
    }
    case 'ConditionalExpression':
      return [...stringsOf(node.consequent as Tree), ...stringsOf(node.alternate as Tree)];
    case 'LogicalExpression':
      return [...stringsOf(node.left as Tree), ...stringsOf(node.right as Tree)];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return stringsOf(node.expression as Tree);
    default:
      return [];
  }
}

/** Whether these fillings hold a `count`; null where some of them come from elsewhere. */
function countsIn(fillings: Tree | undefined): boolean | null {
  if (!fillings) return false;
  if (fillings.type !== 'ObjectExpression') return null;
  const properties = fillings.properties as Tree[];
  if (properties.some((each) => (each.key as Tree | undefined)?.name === 'count')) return true;
  return properties.some(({ type }) => type === 'SpreadElement') ? null : false;
}
