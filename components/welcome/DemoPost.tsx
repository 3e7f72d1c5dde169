import { Bookmark, Heart, MessageCircle, Repeat2 } from 'lucide-react';

const said = [
  'Something I keep coming back to with OpenGradient: everyone asks whether a model can run on a network. Hardly anyone asks who checks the answer.',
  'If I rent inference from a stranger, I want a receipt. Not a benchmark, not a partner’s logo: a proof that this model, with these weights, gave this output. They say that checking costs a fraction of running.',
  'Maybe. Proofs get expensive exactly where models get interesting, and I have yet to see numbers for anything bigger than a toy.',
  'So the question I am leaving here for myself: what does one verified answer cost, next to an unverified one? If that ratio ever gets boring, the rest is distribution.',
];

const counts = [
  { icon: MessageCircle, count: '14' },
  { icon: Repeat2, count: '31' },
  { icon: Heart, count: '208' },
  { icon: Bookmark, count: '46' },
];

/** A post as a feed shows it, with mentions to try Underline on. Its author and figures are made up. */
export function DemoPost() {
  return (
    <article
      aria-label="A post to try it on"
      className="flex gap-3 rounded-lg border border-line bg-sheet p-4 shadow-float sm:p-5"
    >
      <div
        aria-hidden="true"
        className="grid size-10 shrink-0 place-items-center rounded-full bg-[#ffc53d] text-lead font-semibold text-[#23201a]"
      >
        M
      </div>
      <div className="min-w-0 grow">
        <p className="flex flex-wrap gap-x-1.5">
          <span className="font-semibold">Mara Holt</span>
          <span className="text-soft">2 h</span>
        </p>
        <div className="mt-1 flex flex-col gap-3 text-lead text-pretty">
          {said.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>$OPG #OPG @OpenGradient</p>
        </div>
        <div aria-hidden="true" className="mt-4 flex max-w-sm justify-between text-small text-soft">
          {counts.map(({ icon: Icon, count }) => (
            <span key={count} className="inline-flex items-center gap-1.5">
              <Icon className="size-4" strokeWidth={1.5} />
              {count}
            </span>
          ))}
        </div>
      </div>
    </article>
  );
}
