import type { PageSettings } from '../library/alias-status.ts';

/** What every event of pointer and keys tells of the keys that are held. */
type Keys = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'shiftKey'>;

/** Whether the key is held with which the user wants the card to open; no matter which where they set none. */
export function isHeld(modifier: PageSettings['modifier'], { altKey, ctrlKey, shiftKey }: Keys): boolean {
  return { none: true, alt: altKey, ctrl: ctrlKey, shift: shiftKey }[modifier];
}
