import { EyeOff, Hand, HardDrive, Pin } from 'lucide-react';
import { DemoPost } from './DemoPost.tsx';

const promises = [
  {
    icon: HardDrive,
    title: 'It stays in this browser.',
    rest: 'No account, no server: Underline never uses the network.',
  },
  {
    icon: EyeOff,
    title: 'Pages cannot read it.',
    rest: 'No site can see your notes, your watchlist or what you type.',
  },
  {
    icon: Hand,
    title: 'It is yours.',
    rest: 'One click turns it off for a site; one file takes everything with you.',
  },
];

/** What a new user sees first: one post to try it on, three promises, and where to find the rest. */
export function Welcome({ pinning }: { pinning: string }) {
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-10 px-5 py-12 sm:py-16">
      <header className="flex flex-col gap-5">
        <p className="flex items-center gap-2.5 text-lead font-semibold">
          <img src="/icon.svg" alt="" className="size-7" />
          Underline
        </p>
        <h1 className="font-serif text-[2rem]/[2.5rem] text-balance">
          The headline is on the page. Keep the harder question underneath.
        </h1>
        <p className="max-w-xl text-title text-soft text-pretty">
          Underline finds the projects people mention and shows you <em>your own</em> notes on them, right
          where you read.
        </p>
      </header>

      <section aria-labelledby="try" className="flex flex-col gap-3">
        <h2 id="try" className="text-lead font-semibold">
          {/* In <samp>, so that the heading itself is no mention: only the post knows the other aliases. */}
          Try it: rest the pointer on the tinted ticker at the end of this post.
        </h2>
        <DemoPost />
        <p className="text-soft">
          A card opens. Keep the project, write down what you want to know, and it will be there the next time
          anyone brings it up.
        </p>
      </section>

      <section aria-labelledby="promises" className="flex flex-col gap-3">
        <h2 id="promises" className="text-lead font-semibold">
          Nobody else reads along
        </h2>
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {promises.map(({ icon: Icon, title, rest }) => (
            <li key={title} className="flex gap-3 py-3 text-lead">
              <Icon aria-hidden="true" className="mt-0.75 size-4 shrink-0 text-soft" strokeWidth={1.75} />
              <p className="text-pretty">
                <strong className="font-medium">{title}</strong> <span className="text-soft">{rest}</span>
              </p>
            </li>
          ))}
        </ul>
      </section>

      <p className="flex gap-3 text-lead">
        <Pin aria-hidden="true" className="mt-0.75 size-4 shrink-0 text-soft" strokeWidth={1.75} />
        <span className="text-pretty">{pinning}</span>
      </p>
    </main>
  );
}
