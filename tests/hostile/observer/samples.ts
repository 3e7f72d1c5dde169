import { foreigners } from './elements.ts';
import { note, noteOnce, noteState } from './log.ts';
import { pathOf, rectText } from './path.ts';

/** CSS px between the points at which the page asks what lies there. */
const grid = 64;

/** All that a highlight can change (CSS Pseudo-Elements 4). */
const highlightable =
  'color background-color text-decoration text-shadow stroke-color stroke-width fill-color text-underline-offset ' +
  '-webkit-text-fill-color -webkit-text-stroke-color -webkit-text-stroke-width';

/** Of a host, what it shows and takes; where it stands is compared at rest. */
const telling =
  'display visibility opacity pointer-events width height z-index clip-path filter cursor content-visibility';

const selectors =
  ':popover-open :modal :fullscreen :focus :focus-within :focus-visible :hover :active :target';

type Say = (subject: string, state: string) => void;

/** What nobody is told of when it changes and can be looked at in every frame, by channel. */
const quick: Record<string, (say: Say) => void> = {
  highlights(say) {
    say('names', [...CSS.highlights.keys()].join(' '));
    for (const [name, highlight] of CSS.highlights) {
      const ranges = [...highlight].map((range) => `${textOf(range)} at ${pathOf(range.startContainer)}`);
      say(name, [highlight.type, highlight.priority, ...ranges].join(' | '));
    }
  },
  'highlight styles'(say) {
    for (const name of CSS.highlights.keys()) {
      for (const element of document.querySelectorAll('body, body span')) {
        const style = getComputedStyle(element, `::highlight(${name})`);
        const styles = highlightable.split(' ').map((property) => style.getPropertyValue(property));
        say(`${name} on ${pathOf(element)}`, styles.join(' '));
      }
    }
  },
  sheets(say) {
    const sheets = [...document.adoptedStyleSheets, ...document.styleSheets];
    const rules = sheets.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join(' '));
    say('document', rules.join(' | '));
  },
  hosts(say) {
    say('all', foreigners().map(pathOf).join(' '));
    for (const host of foreigners()) {
      const { width, height } = host.getBoundingClientRect();
      const style = getComputedStyle(host);
      const styles = telling.split(' ').map((property) => `${property}=${style.getPropertyValue(property)}`);
      say(pathOf(host), [width, height, host.matches(':popover-open'), host.shadowRoot, ...styles].join(' '));
    }
  },
  focus(say) {
    say('element', pathOf(document.activeElement));
    say('document', `${document.hasFocus()} ${document.visibilityState}`);
  },
  window(say) {
    say('frames', `${window.length} ${opener} ${name} ${history.length} ${location.href}`);
    say('activation', String(navigator.userActivation.hasBeenActive));
  },
  animations(say) {
    const all = [document.getAnimations(), document.documentElement.getAnimations({ subtree: true })];
    const said = all.map((animations) =>
      animations.map(({ effect, playState }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        return `${pathOf(target)} ${playState}`;
      }),
    );
    say('running', said.map((each) => each.join(', ')).join(' | '));
  },
  selection(say) {
    const selection = getSelection();
    say('text', `${selection?.type} ${selection?.rangeCount} ${selection?.toString()}`);
  },
};

/** What takes too long for every frame, or goes through steps that depend on which frames there are. */
const slow: Record<string, (say: Say) => void> = {
  layout(say) {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    const sizes = [scrollX, scrollY, innerWidth, innerHeight, scrollWidth, scrollHeight];
    say('document', [...sizes, clientWidth, clientHeight].join(' '));
    for (const element of document.querySelectorAll('body, body *')) {
      say(pathOf(element), rectText(element.getBoundingClientRect()));
    }
  },
  points(say) {
    for (let y = grid / 2; y < innerHeight; y += grid) {
      for (let x = grid / 2; x < innerWidth; x += grid) {
        say(`${x} ${y}`, document.elementsFromPoint(x, y).map(pathOf).join(' '));
      }
    }
  },
  'host places'(say) {
    for (const host of foreigners()) {
      const path = pathOf(host);
      say(`${path} markup`, host.outerHTML);
      say(
        `${path} states`,
        selectors
          .split(' ')
          .filter((selector) => host.matches(selector))
          .join(' '),
      );
      say(`${path} rects`, [host.getBoundingClientRect(), ...host.getClientRects()].map(rectText).join(', '));
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = host;
      say(`${path} sizes`, [clientWidth, clientHeight, scrollWidth, scrollHeight].join(' '));
    }
  },
  'host styles'(say) {
    for (const host of foreigners()) {
      for (const pseudo of [null, '::before', '::after', '::backdrop']) {
        const style = getComputedStyle(host, pseudo);
        for (const property of style) {
          say(`${pathOf(host)}${pseudo ?? ''} ${property}`, style.getPropertyValue(property));
        }
      }
    }
  },
};

/** Channels of states that were seen in some frame, once each: a frame that the machine leaves out must not count. */
const inFrames = (channel: string): string => `${channel}, in frames`;

/** Looks at what is quick in each frame. */
export function watchSamples(): void {
  for (const channel of [...Object.keys(quick), ...Object.keys(slow)]) note(channel);
  const look = () => {
    for (const [channel, sample] of Object.entries(quick)) {
      sample((subject, state) => noteOnce(inFrames(channel), `${subject}: ${state}`));
    }
    requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));
}

/** Looks at everything, when all is at rest, and logs what is another state than at the rest before. */
export function lookAtRest(): void {
  for (const [channel, sample] of Object.entries({ ...quick, ...slow })) {
    sample((subject, state) => noteState(channel, subject, state));
  }
}

function textOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  try {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  } catch {
    return `stale ${startOffset}–${endOffset}`;
  }
}
