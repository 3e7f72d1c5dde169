const own = new WeakSet<EventTarget>();

/** What happens to this element is not the page's doing. */
export const callOwn = (element: Element): unknown => own.add(element);

export const isOwn = (target: EventTarget | null): boolean => target !== null && own.has(target);
