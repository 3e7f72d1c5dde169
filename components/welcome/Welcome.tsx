import { EyeOff, Hand, HardDrive, Pin } from 'lucide-react';
import { t } from '../../lib/library/text.ts';
import { Phrase } from '../Phrase.tsx';
import { DemoPost } from './DemoPost.tsx';

const promises = [
  { icon: HardDrive, promise: 'here' },
  { icon: EyeOff, promise: 'private' },
  { icon: Hand, promise: 'yours' },
] as const;

/** What a new user sees first: one post to try it on, its mentions in sight without a scroll; three promises, and where to find the rest. */
export function Welcome({ pinning }: { pinning: string }) {
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-6 px-5 py-7">
      <header className="flex flex-col gap-3">
        <p className="flex items-center gap-2.5 text-lead font-semibold">
          <img src="/icon.svg" alt="" className="size-7" />
          Underline
        </p>
        <h1 className="font-serif text-[1.75rem]/[2.25rem] text-balance">{t('welcome.headline')}</h1>
        <p className="max-w-xl text-title text-soft text-pretty">
          <Phrase of="welcome.what" own={<em>{t('welcome.own')}</em>} />
        </p>
      </header>

      <section aria-labelledby="try" className="flex flex-col gap-3">
        <h2 id="try" className="text-lead font-semibold">
          {/* In <samp>, so that the heading itself is no mention: only the post knows the other aliases. */}
          {t('welcome.try')}
        </h2>
        <DemoPost />
        <p className="text-soft">{t('welcome.tried')}</p>
      </section>

      <section aria-labelledby="promises" className="flex flex-col gap-3">
        <h2 id="promises" className="text-lead font-semibold">
          {t('welcome.promises')}
        </h2>
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {promises.map(({ icon: Icon, promise }) => (
            <li key={promise} className="flex gap-3 py-3 text-lead">
              <Icon aria-hidden="true" className="mt-0.75 size-4 shrink-0 text-soft" strokeWidth={1.75} />
              <p className="text-pretty">
                <strong className="font-medium">{t(`welcome.${promise}.title`)}</strong>{' '}
                <span className="text-soft">{t(`welcome.${promise}.rest`)}</span>
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
