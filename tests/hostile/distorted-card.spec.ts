import { test } from '../e2e/fixtures.ts';
import { feed, keepCanaries } from './canaries.ts';
import { expectLure, type Lure } from './lures.ts';

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

test('a card that the page distorts cannot be clicked or typed into', async ({
  context,
  openPopup,
  site,
}) => {
  test.setTimeout(60_000);
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/distorted', body: feed }));
  for (const lure of lures) await test.step(lure.why, () => expectLure(page, lure));
});
