import { t } from '../lib/library/text.ts';
import { Button } from './Button.tsx';

/** Says of a text that it was typed before and not saved, and what can be done with it. */
export function Unsaved(props: {
  children: string;
  /** The button that goes on with it; `label` is its whole name, as several may stand in one view. */
  keep: { text: string; label: string };
  /** Whole name of the button that gives it up. */
  discard: string;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-1 text-small text-soft">
      <span className="me-auto">{props.children}</span>
      <Button
        look="accent"
        className="px-1.5 text-small"
        aria-label={props.keep.label}
        onClick={props.onKeep}
      >
        {props.keep.text}
      </Button>
      <Button look="quiet" className="px-1.5 text-small" aria-label={props.discard} onClick={props.onDiscard}>
        {t('common.discard')}
      </Button>
    </p>
  );
}
