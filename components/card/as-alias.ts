import type { ShowMention } from '../../lib/mentions/card-talk.ts';

/**
 * The request as if the alias itself stood on the page, by its key and text: of a name, domain or address what is
 * ignored, tied or kept is the alias, however much of it stands there. Without a key it stays as it is.
 */
export const asAlias = (request: ShowMention, key: string | undefined, text = ''): ShowMention =>
  key === undefined ? request : { ...request, mention: { ...request.mention, key, text } };
