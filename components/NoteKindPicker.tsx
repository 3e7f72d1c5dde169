import { CircleHelp, CircleMinus, CirclePlus, type LucideIcon, NotebookPen, Scale } from 'lucide-react';
import { useId } from 'react';
import type { NoteKind } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';

/** The finer word of a question or of evidence, in the order offered; a plain note has none. */
const details: Record<NoteKind['type'], NoteKind[]> = {
  note: [{ type: 'note' }],
  question: [
    { type: 'question', answer: 'open' },
    { type: 'question', answer: 'answered' },
    { type: 'question', answer: 'dodged' },
  ],
  evidence: [
    { type: 'evidence', bearing: 'supports' },
    { type: 'evidence', bearing: 'contradicts' },
  ],
};

export const kindIcons: Record<NoteKind['type'], LucideIcon> = {
  note: NotebookPen,
  question: CircleHelp,
  evidence: Scale,
};

/** As above, and evidence by what it says: for is a plus, against a minus. */
export const noteIcon = (kind: NoteKind): LucideIcon =>
  kind.type !== 'evidence' ? kindIcons[kind.type] : kind.bearing === 'supports' ? CirclePlus : CircleMinus;

const types = ['note', 'question', 'evidence'] as const;

const detailOf = (kind: NoteKind) =>
  kind.type === 'note' ? 'plain' : kind.type === 'question' ? kind.answer : kind.bearing;

/** For example `Open question` or `Evidence: contradicts`; what stands above a note. */
export const noteKindName = (kind: NoteKind): string => t(`kind.whole.${detailOf(kind)}`);

/** Chooses what kind of entry a note is, and for a question or evidence, which way it stands. */
export function NoteKindPicker(props: {
  kind: NoteKind;
  onChange: (kind: NoteKind) => void;
  /** For a note not written yet: a new question is open, so nothing is asked about it. */
  fresh?: boolean;
}) {
  const { kind, onChange } = props;
  const group = useId();
  const choices = details[kind.type];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-0.5">
      <fieldset className="flex min-w-0 flex-wrap gap-0.5">
        <legend className="sr-only">{t('kind.legend')}</legend>
        {types.map((type) => {
          const Icon = kindIcons[type];
          return (
            <label
              key={type}
              className="relative inline-flex min-h-6 items-center gap-1 rounded-sm border border-transparent px-1.5 text-small text-soft hover:bg-hover hover:text-ink has-checked:bg-hover has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border-[Highlight]"
            >
              <input
                type="radio"
                name={group}
                checked={kind.type === type}
                onChange={() => details[type][0] && onChange(details[type][0])}
                className="absolute inset-0 appearance-none outline-none"
              />
              <Icon aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
              {t(`kind.type.${type}`)}
            </label>
          );
        })}
      </fieldset>
      {choices.length > 1 && !(props.fresh && kind.type === 'question') && (
        <select
          aria-label={t(kind.type === 'question' ? 'kind.questionIs' : 'kind.evidenceIs')}
          value={detailOf(kind)}
          onChange={({ target }) => {
            const chosen = choices.find((each) => detailOf(each) === target.value);
            if (chosen) onChange(chosen);
          }}
          className="min-h-6 rounded-sm border border-line bg-sheet px-0.5 text-small text-ink hover:bg-hover"
        >
          {choices.map((each) => (
            <option key={detailOf(each)} value={detailOf(each)}>
              {t(`kind.detail.${detailOf(each)}`)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
