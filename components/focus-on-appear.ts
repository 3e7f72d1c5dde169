/** A ref for what should be typed in or read first when a view opens. */
export const focusOnAppear = (element: HTMLElement | null): void => element?.focus();
