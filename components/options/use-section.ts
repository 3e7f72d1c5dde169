import { useCallback, useEffect, useState } from 'react';
import { type SectionId, sectionNamed } from './sections.ts';

/**
 * The section that the address asks for, as the user goes from one to another; `onGo` is called when they do. Null: it asks
 * for none. A hash that names no section is an old or mistyped link, for which the library is what is seen.
 */
export function useSection(onGo: () => void) {
  const [section, setSection] = useState(read);
  useEffect(() => {
    const follow = () => {
      setSection(read());
      onGo();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [onGo]);
  /** The address names this section from now on, without a step to go back by. */
  const settle = useCallback((id: SectionId) => {
    history.replaceState(null, '', `#${id}`);
    setSection(id);
  }, []);
  return { section, settle };
}

const read = (): SectionId | null => (location.hash === '' ? null : (sectionNamed(location.hash) ?? 'data'));
