import { i18n } from '#i18n';
import { speak } from '../library/text.ts';

// Imported first by every entrypoint: what is shown is in the browser's language if there are texts for it, else in English.
// Which keys there are is checked by a test: those of the library's own code are no types here.
const look = i18n.t as (key: string) => string;

speak({ language: look('language'), look });
