import type { IndexEntry } from '../../lib/library/schema.ts';
import { shortAddress } from '../../lib/mentions/addresses.ts';
import { aliasKey, aliasKeys } from '../../lib/mentions/alias.ts';
import type { ShowMention } from '../../lib/mentions/card-talk.ts';
import { weakReason } from '../../lib/mentions/weak-reason.ts';
import { useCommand } from '../library/use-command.ts';
import { kindNames } from './kind-names.ts';

/** Of a weak mention: why it was taken for one although the page does not tell, and a way to say that it is none. */
export function WeakReason(props: {
  request: ShowMention;
  known: IndexEntry | null;
  /** Only the ends of the address stand there. */
  maybe: boolean;
}) {
  const { request, known, maybe } = props;
  const { mention, site } = request;
  const { runWithUndo } = useCommand();
  if (mention.strength === 'strong') return null;

  const { kind } = mention;
  const name = shortAddress(mention.text);
  const keys = aliasKeys(mention.key);
  const kept = known?.aliases.find(({ text }) => keys.includes(aliasKey(text) ?? ''))?.text ?? mention.text;
  const here = site === '' ? 'anywhere' : `on ${site}`;
  const ignore = () => {
    const ignored = { key: mention.key, site: site === '' ? null : site };
    const said = `No card for ${name} ${here} any more. The page can notice.`;
    void runWithUndo({ type: 'ignore-mention', ...ignored }, said, { type: 'heed-mention', ...ignored });
  };
  return (
    <>
      {kind === 'name' ? (
        known ? (
          <>
            {maybe ? 'Maybe: only the ends stand here. You keep' : 'Shown because you keep'}{' '}
            <bdi title={mention.text}>{name}</bdi>.
          </>
        ) : (
          'You don’t keep this any more.'
        )
      ) : known ? (
        <>
          Shown because you keep <bdi>{kept}</bdi>. The page alone does not tell:{' '}
          {weakReason(kind, mention.text)}.
        </>
      ) : (
        `This may be no ${kindNames[kind].toLowerCase()}: ${weakReason(kind, mention.text)}.`
      )}{' '}
      <button
        type="button"
        title={`No more card for ${name} ${here}. The page can notice that.`}
        onClick={ignore}
        className="rounded-sm underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
      >
        Not this
      </button>
    </>
  );
}
