import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../lib/library/text.ts';
import { cardPainted, closeCard, pointerInside, useCard } from '../../lib/state/card.ts';
import { startLibrary, useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { DamageBanner, RecoveryButton } from '../DamageBanner.tsx';
import { Failed } from '../Failed.tsx';
import { relativeDate } from '../relative-date.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { Covered } from './Covered.tsx';
import { MentionView } from './MentionView.tsx';
import { useCovered } from './use-covered.ts';
import { useHold } from './use-hold.ts';
import { useInertWhileHidden } from './use-inert-while-hidden.ts';

/** The hover card: fills its frame, follows the page's theme, shows nothing before the page script asked. */
export function Card() {
  const request = useCard((card) => card.request);
  const shown = useCard((card) => card.shown);
  const status = useLibrary((library) => library.status);
  const read = useLibrary((library) => library.shown);
  const failure = useLibrary((library) => library.failure);
  const stopLibrary = useRef(() => {});
  /** The request in which a menu or a search is open. */
  const [busyIn, setBusyIn] = useState<number | null>(null);
  const busy = busyIn === shown;
  const waiting = request === null || (status === 'loading' && !read);
  const covered = useCovered();

  const readLibrary = useCallback(() => {
    stopLibrary.current();
    stopLibrary.current = startLibrary();
  }, []);
  useEffect(() => {
    readLibrary();
    return () => stopLibrary.current();
  }, [readLibrary]);
  useHold(busy);

  useEffect(() => {
    const stop = new AbortController();
    const root = document.documentElement;
    for (const inside of [true, false]) {
      const type = inside ? 'pointerenter' : 'pointerleave';
      root.addEventListener(type, ({ isTrusted }) => isTrusted && pointerInside(inside), {
        signal: stop.signal,
      });
    }
    return () => stop.abort();
  }, []);

  useEffect(() => {
    // The first date that is written out costs 20 ms: paid while the frame waits for its first request.
    relativeDate(0, Date.now());
  }, []);

  useInertWhileHidden(shown);

  useLayoutEffect(() => {
    if (request) document.documentElement.dataset.theme = request.theme;
  }, [request]);

  // From here the frame with this request in it is being made; the task after its callbacks finds it painted.
  useLayoutEffect(() => {
    if (waiting || shown === 0) return;
    let task: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(cardPainted);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [waiting, shown]);

  useEffect(() => {
    const stop = new AbortController();
    let closes = false;
    const onDown = (event: KeyboardEvent) => {
      // An open menu or search takes the first Escape; an input method takes its own.
      closes = event.key === 'Escape' && !busy && !event.isComposing;
    };
    // Only when the key comes up: closing gives the focus back, and the page would hear that half of it.
    const onUp = ({ key }: KeyboardEvent) => {
      if (closes && key === 'Escape') closeCard();
      closes = false;
    };
    addEventListener('keydown', onDown, { capture: true, signal: stop.signal });
    addEventListener('keyup', onUp, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [busy]);

  if (!request) return null;
  return (
    <>
      {covered && <Covered />}
      <main className="flex h-dvh flex-col gap-2 overflow-y-auto">
        <DamageBanner />
        {status === 'loading' && !read ? (
          <Skeleton label={t('library.reading')} />
        ) : failure && !read ? (
          <div className="m-auto">
            <h1 className="sr-only">{t('card.unreadable')}</h1>
            <Failed
              failure={failure}
              action={
                <div className="flex gap-2 pt-1">
                  <Button look="solid" onClick={readLibrary}>
                    {t('common.tryAgain')}
                  </Button>
                  <RecoveryButton />
                  <Button onClick={closeCard}>{t('common.close')}</Button>
                </div>
              }
            />
          </div>
        ) : (
          <MentionView request={request} shown={shown} onBusy={(now) => setBusyIn(now ? shown : null)} />
        )}
      </main>
    </>
  );
}
