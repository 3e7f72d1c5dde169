import packed from 'virtual:english-words';

let words: Set<string> | undefined;

/** Whether an English dictionary has this word, given in lower case. Not for content scripts: the list weighs too much. */
export function isEverydayWord(word: string): boolean {
  words ??= unpacked();
  return words.has(word);
}

function unpacked(): Set<string> {
  const found = new Set<string>();
  let before = '';
  for (let at = 0; at < packed.length; ) {
    let end = at + 1;
    // Lower-case letters alone.
    while (packed.charCodeAt(end) > 90) end++;
    before = before.slice(0, packed.charCodeAt(at) - 65) + packed.slice(at + 1, end);
    found.add(before);
    at = end;
  }
  return found;
}
