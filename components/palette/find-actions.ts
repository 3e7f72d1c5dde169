import type { LucideIcon } from 'lucide-react';

/** Something that the command palette can do. */
export interface PaletteAction {
  id: string;
  title: string;
  icon: LucideIcon;
  run: () => void;
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s/…]+/)
    .filter(Boolean);

/** The actions of which every word of the query begins a word, those whose title begins with it first; all for no query. */
export function findActions(query: string, actions: readonly PaletteAction[]): PaletteAction[] {
  const wanted = words(query);
  const isFound = ({ title }: PaletteAction) => {
    const own = words(title);
    return wanted.every((word) => own.some((each) => each.startsWith(word)));
  };
  const startsSo = ({ title }: PaletteAction) => title.toLowerCase().startsWith(query.trim().toLowerCase());
  return actions.filter(isFound).sort((a, b) => Number(startsSo(b)) - Number(startsSo(a)));
}
