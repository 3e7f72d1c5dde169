import type { ComponentProps } from 'react';

/** Pages of Underline's own that open in a tab. */
const ownPages = ['sidepanel.html#import', 'sidepanel.html#trash'];

/** Whether a link may lead there: to the web, or to a page of Underline's own. */
const isLinkTarget = (to: string): boolean =>
  ownPages.includes(to) || (/^https?:\/\/\S+$/i.test(to) && URL.canParse(to));

/**
 * The only link there is: opens a tab of its own and tells the page nothing about where it was followed from.
 * An address that is none, such as `javascript:` from a store edited by hand, is shown as text.
 */
export function Link({ to, ...rest }: Omit<ComponentProps<'a'>, 'href' | 'target' | 'rel'> & { to: string }) {
  return isLinkTarget(to) ? <a {...rest} href={to} target="_blank" rel="noreferrer" /> : <span {...rest} />;
}

/** A link to another part of the page it stands in, by its hash. */
export function HashLink({ to, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  return <a {...rest} href={`#${to}`} />;
}
