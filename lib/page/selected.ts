/** Where the user is, and the text that they selected there. */
export interface Selected {
  text: string;
  url: string;
  title: string;
}

/** Null in a frame without the focus, where the user's own selection is asked for.  */
export function selected(asked: 'selection' | 'page'): Selected | null {
  if (asked === 'selection' && (!document.hasFocus() || document.activeElement instanceof HTMLIFrameElement))
    return null;
  // As text, because a page may call an image `title`. All of a book is cut before it is sent.
  return { text: `${getSelection()}`.slice(0, 4_000), url: location.href, title: `${document.title}` };
}
