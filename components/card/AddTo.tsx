import type { Index } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import type { ShownMention } from '../../lib/mentions/card-talk.ts';
import { Button } from '../Button.tsx';
import { ProjectPicker } from '../ProjectPicker.tsx';

/** Looks for the project that these aliases belong to. */
export function AddTo(props: {
  index: Index;
  aliases: ShownMention[];
  onPick: (projectId: string) => void;
  onCancel: () => void;
}) {
  return (
    <div className="flex flex-col gap-2 px-4 pb-4">
      <p className="text-soft">
        {t('card.addToWhich', { aliases: props.aliases.map(({ text }) => text).join(t('common.comma')) })}
      </p>
      <ProjectPicker
        index={props.index}
        label={t('card.addToProject')}
        takesFocus
        onPick={props.onPick}
        onCancel={props.onCancel}
      />
      <Button look="quiet" className="self-start" onClick={props.onCancel}>
        {t('common.back')}
      </Button>
    </div>
  );
}
