import type { KeyboardEvent } from 'react';

/** Enter means "save" only when it is not choosing a word in an input method (229: Safari and old Windows IMEs). */
export const isSaveKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !isComposing(event);

/** Esc takes back only where it does not close the list of an input method. */
export const isEscape = (event: KeyboardEvent): boolean => event.key === 'Escape' && !isComposing(event);

const isComposing = ({ nativeEvent, keyCode }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || keyCode === 229;
