import type { SitePage } from './site.ts';

// The closing tags stand twice, as they do when a post is quoted under itself: six mentions of three aliases.
const closing = '<p>$OPG #OPG @OpenGradient</p>';

/** A post in the shape in which people write them. */
export const demoPage: SitePage = {
  path: '/demo',
  title: 'Three questions before I believe a roadmap',
  head: `<style>
    body { font: 17px/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem; color: #1d2129; }
    header { color: #5b6472; margin-bottom: 1.5rem; }
  </style>`,
  body: `<article>
  <header><strong>Mara Lindqvist</strong> · 9 h</header>
  <p>Another week, another chart of inference costs going down. Nice. It tells me nothing about who pays for the last mile.</p>
  <p>When a team says that models should run where nobody can switch them off, I write down three questions.</p>
  <p>Who checks that the answer came from the model I asked for? A signature proves that a machine signed. It does not prove
  that the machine did the work.</p>
  <p>What happens on a bad day? Nodes leave when the price drops, and a proof that arrives after the trade is a souvenir.</p>
  <p>Who would miss it? Developers say that they want open models. Most of them stay with whatever has the shortest
  quick-start page.</p>
  <p>I have asked one of these projects all three, and two of the answers were better than I expected. The third was a link to
  the roadmap. So it stays on my list, with a note of what would change my mind.</p>
  ${closing}
  ${closing}
</article>`,
};
