import { type FormEvent, useId, useRef, useState } from 'react';
import { t } from '../../lib/library/text.ts';
import { readTypedSite, twinSite } from '../../lib/library/typed-site.ts';
import { Button } from '../Button.tsx';

/** A field for a site that is not on the list yet; it says what is wrong, and offers the same site with `www.` or without. */
export function AddSite(props: {
  label: string;
  sites: readonly string[];
  /** Answers whether it is saved. */
  onAdd: (site: string) => Promise<boolean>;
}) {
  const { sites } = props;
  const [field, told] = [useId(), useId()];
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const refuse = (why: string) => {
    setWrong(why);
    input.current?.focus();
  };
  const add = async (site: string) => {
    if (sites.includes(site)) return refuse(t('options.sites.already', { site }));
    setTyped('');
    if (await props.onAdd(site)) return setAdded(site);
    // Refused, it is there again, unless the next is being typed.
    setTyped((now) => now || site);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAdded(null);
    const site = readTypedSite(typed);
    if (site.ok) void add(site.value);
    else refuse(site.error.message);
  };
  const twin = added === null ? null : twinSite(added);
  const isListed = added !== null && sites.includes(added);

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-1">
      <label htmlFor={field} className="font-medium">
        {props.label}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={field}
          className="field"
          placeholder="example.com"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="url"
          dir="ltr"
          value={typed}
          aria-describedby={told}
          aria-invalid={wrong !== null}
          onChange={({ target }) => {
            setTyped(target.value);
            setWrong(null);
          }}
        />
        <Button type="submit">{t('options.sites.add')}</Button>
      </div>
      <p id={told} className="text-small text-pretty text-soft">
        {wrong === null ? (
          t('options.sites.addAbout')
        ) : (
          <span role="alert" className="text-danger">
            {wrong}
          </span>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-x-2">
        <p role="status">{isListed && t('options.sites.added', { site: added })}</p>
        {isListed && twin !== null && !sites.includes(twin) && (
          <Button
            look="accent"
            onClick={() => {
              input.current?.focus();
              void add(twin);
            }}
          >
            {t('options.sites.addTwin', { site: twin })}
          </Button>
        )}
      </div>
    </form>
  );
}
