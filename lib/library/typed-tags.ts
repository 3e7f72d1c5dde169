/** What stands in a field for tags. */
export interface TypedTags {
  /** Tags that are complete. */
  tags: string[];
  /** What may still go on. */
  rest: string;
}

/** Reads what was typed or pasted: comma, semicolon, line break or tab ends a tag, and so does `done` (Enter). */
export function typedTags(typed: string, done: boolean): TypedTags {
  const parts = typed.split(/[,;，、；\n\t]/);
  const rest = done ? '' : (parts.pop() ?? '');
  // A tag is one line of plain words: what cannot be seen in it was pasted along.
  const tags = parts.map((part) => part.replace(/[\s\p{Cc}]+/gu, ' ').trim()).filter(Boolean);
  return { tags: [...new Set(tags)], rest: rest.trimStart() };
}
