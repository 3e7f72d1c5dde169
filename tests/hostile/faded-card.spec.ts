import { test } from '../e2e/fixtures.ts';
import { expectLures, type Lure } from './lures.ts';

const lures: Lure[] = [
  {
    why: 'opacity on the host',
    by(host) {
      host.style.setProperty('opacity', '0', 'important');
    },
    card: 'closed',
  },
  {
    why: 'opacity on the host by a style sheet, which the rules in its root outweigh',
    by() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html > * { opacity: 0 !important; visibility: hidden !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    card: 'clear',
  },
  {
    why: 'opacity on the root element, above which the top layer is painted',
    by() {
      document.documentElement.style.opacity = '0.01';
    },
    card: 'clear',
  },
  {
    why: 'an animation of the root element’s opacity',
    by() {
      document.documentElement.animate({ opacity: [1, 0] }, { duration: 300, fill: 'forwards' });
    },
    card: 'clear',
  },
  {
    why: 'an animation of the host itself, which the rules in its root outweigh too',
    by(host) {
      host.animate({ opacity: [1, 0] }, { duration: 300, fill: 'forwards' });
    },
    card: 'clear',
  },
];

test('a card that the page fades cannot be clicked or typed into', ({ context, openPopup, site }) =>
  expectLures({ context, openPopup, site }, lures));
