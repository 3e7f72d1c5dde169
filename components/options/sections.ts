import { t } from '../../lib/library/text.ts';

/** The sections of the options page, in their order; each is the page's hash: `options.html#sites`. */
export const sectionIds = [
  'detection',
  'sites',
  'appearance',
  'data',
  'shortcuts',
  'privacy',
  'about',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** A section as it is listed: its title, and in a sentence what is found there. */
export interface OptionsSection {
  id: SectionId;
  title: string;
  about: string;
}

/** All sections, in the language of the words. */
export const optionsSections = (): OptionsSection[] => sectionIds.map(sectionOf);

/** One section, in the language of the words. */
export const sectionOf = (id: SectionId): OptionsSection => ({
  id,
  title: t(`options.${id}.title`),
  about: t(`options.${id}.about`),
});

/** The section that a hash (`#sites`) names; null if it names none. */
export const sectionNamed = (hash: string): SectionId | null =>
  sectionIds.find((id) => hash === `#${id}`) ?? null;
