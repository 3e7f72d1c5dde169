import { useSyncExternalStore } from 'react';
import { language, t } from '../lib/library/text.ts';

const minute = 60_000;

/** The browser's own kind of the language of the words: people in London and New York write dates apart. */
const ownLocale = (): string => {
  const [base] = language().split('-');
  return navigator.languages.find((each) => each.split('-')[0] === base) ?? language();
};

/**
 * A date as people say it near now, and as a date further away.
 * `instant` and `now` are in milliseconds since 1970; the time zone is the browser's.
 */
export function relativeDate(instant: number, now: number, locale = ownLocale()): string {
  const ago = now - instant;
  if (ago < minute) return t('date.now');
  if (ago < 60 * minute) return t('date.minutes', { count: Math.floor(ago / minute) });
  const [then, today] = [new Date(instant), new Date(now)];
  const time = then.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  if (then.toDateString() === today.toDateString()) return t('date.today', { time });
  today.setDate(today.getDate() - 1);
  if (then.toDateString() === today.toDateString()) return t('date.yesterday', { time });
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  return then.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

const followMinutes = (tick: () => void) => {
  const timer = setInterval(tick, minute / 2);
  return () => clearInterval(timer);
};
const thisMinute = () => Math.floor(Date.now() / minute);

/** A `<time>` that stays right while a panel is open all day; the full date shows on hover. */
export function RelativeDate({ instant }: { instant: string }) {
  useSyncExternalStore(followMinutes, thisMinute);
  const then = new Date(instant);
  return (
    <time
      dateTime={instant}
      // Only when wanted: the first full date costs 30 ms, which the card's first paint does not have.
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = then.toLocaleString(ownLocale());
      }}
      className="whitespace-nowrap"
    >
      {relativeDate(then.getTime(), Date.now())}
    </time>
  );
}
