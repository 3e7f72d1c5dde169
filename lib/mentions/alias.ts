/** Stub until the grammar lands. */
export const isAliasText = (text: string): boolean => /^[$@#]\S+$/.test(text);
