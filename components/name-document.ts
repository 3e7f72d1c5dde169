import { language } from '../lib/library/text.ts';

/** Says in which language the texts of this document are, and what it is called. */
export function nameDocument(title = 'Underline'): void {
  document.documentElement.lang = language();
  document.title = title;
}
