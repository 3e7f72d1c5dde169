import type { IndexEntry } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { weakReason } from '../../lib/library/weak-reason.ts';
import { shortAddress } from '../../lib/mentions/addresses.ts';
import { aliasKey, aliasKeys } from '../../lib/mentions/alias.ts';
import type { ShowMention } from '../../lib/mentions/card-talk.ts';
import { useCommand } from '../library/use-command.ts';
import { Phrase } from '../Phrase.tsx';

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
  const ignore = () => {
    const ignored = { key: mention.key, site: site === '' ? null : site };
    const said = site === '' ? t('card.noMoreAnywhere', { name }) : t('card.noMoreOn', { name, site });
    void runWithUndo({ type: 'ignore-mention', ...ignored }, said, { type: 'heed-mention', ...ignored });
  };
  return (
    <>
      {kind === 'name' ? (
        known ? (
          <Phrase
            of={maybe ? 'card.weakMaybe' : 'card.weakKept'}
            alias={<bdi title={mention.text}>{name}</bdi>}
          />
        ) : (
          t('card.weakNotKept')
        )
      ) : known ? (
        <Phrase of="card.weakKeptWhy" alias={<bdi>{kept}</bdi>} reason={weakReason(kind, mention.text)} />
      ) : (
        t(`card.weakNone.${kind}`, { reason: weakReason(kind, mention.text) })
      )}{' '}
      <button
        type="button"
        title={site === '' ? t('card.notThisAnywhere', { name }) : t('card.notThisOn', { name, site })}
        onClick={ignore}
        className="rounded-sm underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
      >
        {t('card.notThis')}
      </button>
    </>
  );
}
