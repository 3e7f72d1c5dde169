import type { ShowMention } from '../../lib/mentions/card-talk.ts';

/** How the site of a request is called; Underline's own pages and frames without a host have no name to read. */
export const placeName = ({ site, source }: ShowMention): string =>
  site !== '' && /^https?:/.test(source.url) ? site : 'this page';
