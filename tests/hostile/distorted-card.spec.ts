import { test } from '../e2e/fixtures.ts';
import { expectLures, type Lure } from './lures.ts';

// The card is in the top layer, which no effect of the root element reaches; whether that is so is what is compared.
const lures: Lure[] = [
  {
    why: 'the root element scaled',
    by() {
      document.documentElement.style.transform = 'scale(0.3)';
    },
    card: 'clear',
  },
  {
    why: 'the root element clipped',
    by() {
      document.documentElement.style.clipPath = 'inset(0 0 100% 0)';
    },
    card: 'clear',
  },
  {
    why: 'the root element blurred',
    by() {
      document.documentElement.style.filter = 'blur(20px)';
    },
    card: 'clear',
  },
  {
    why: 'the root element blended into white',
    by() {
      document.documentElement.style.mixBlendMode = 'screen';
    },
    card: 'clear',
  },
  {
    why: 'the root element masked',
    by() {
      document.documentElement.style.maskImage = 'linear-gradient(transparent, transparent)';
    },
    card: 'clear',
  },
  {
    why: 'the host moved and scaled by an animation',
    by(host) {
      host.animate(
        { transform: ['none', 'translate(40px, 40px) scale(0.5)'] },
        { duration: 1, fill: 'forwards' },
      );
    },
    card: 'clear',
  },
];

test('a card that the page distorts cannot be clicked or typed into', ({ context, openPopup, site }) =>
  expectLures({ context, openPopup, site }, lures));
