import { note } from './log.ts';
import { pathOf } from './path.ts';

/** Events that have no `on…` property everywhere. */
const without =
  'compositionstart compositionupdate compositionend focusin focusout toggle beforetoggle transitionrun transitionstart ' +
  'transitionend transitioncancel animationstart animationiteration animationend animationcancel pointerrawupdate ' +
  'securitypolicyviolation message messageerror storage visibilitychange fullscreenchange fullscreenerror ' +
  'DOMContentLoaded load error rejectionhandled unhandledrejection selectionchange DOMActivate textInput touchstart ' +
  'touchmove touchend touchcancel scrollsnapchange freeze resume prerenderingchange gotpointercapture lostpointercapture';

/**
 * Listening to `unload` makes the browser warn. The others come once while the page loads, in an order that differs:
 * with the first frame, or as each of the sensors that are not there answers.
 */
const leftOut = /^(unload|beforeunload|pagereveal|device(motion|orientation|orientationabsolute))$/;

const details = [
  'key',
  'code',
  'button',
  'buttons',
  'pointerType',
  'clientX',
  'clientY',
  'movementX',
  'movementY',
  'data',
  'inputType',
  'oldState',
  'newState',
  'propertyName',
  'animationName',
  'pseudoElement',
  'message',
  'reason',
  'origin',
  'violatedDirective',
  'blockedURI',
  'sourceFile',
  'defaultPrevented',
] as const;

/** Logs every event that reaches the window, of every type the browser has a name for. */
export function watchEvents(): void {
  note('events');
  for (const type of eventTypes()) {
    addEventListener(type, (event) => note('events', describe(event)), { capture: true, passive: true });
  }
}

function eventTypes(): Set<string> {
  const owners = [window, Window.prototype, Document.prototype, Element.prototype, HTMLElement.prototype];
  const named = owners.flatMap((owner) => Object.getOwnPropertyNames(owner));
  const types = named.filter((name) => name.startsWith('on')).map((name) => name.slice(2));
  return new Set([...types, ...without.split(' ')].filter((type) => !leftOut.test(type)));
}

function describe(event: Event): string {
  const said = details.flatMap((name) => {
    const value: unknown = Reflect.get(event, name);
    return value === undefined || value === '' ? [] : [`${name}=${String(value)}`];
  });
  const related: unknown = Reflect.get(event, 'relatedTarget');
  return [
    event.type,
    event.isTrusted ? 'trusted' : 'made',
    `at ${pathOf(event.target)}`,
    ...(related === undefined ? [] : [`from ${pathOf(related)}`]),
    ...said,
    `by ${event.composedPath().map(pathOf).join(' < ')}`,
  ].join(' ');
}
