import { type ReactNode, useId } from 'react';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';

/** Asks before something is taken away, in place. The answer that takes away nothing has the focus, and Escape gives it too. */
export function Question(props: {
  title: ReactNode;
  /** What comes of it. */
  children: ReactNode;
  keep: string;
  go: string;
  /** It is being done. */
  busy?: boolean;
  onKeep: () => void;
  onGo: () => void;
}) {
  const { busy = false } = props;
  const [title, told] = [useId(), useId()];
  const keep = () => !busy && props.onKeep();
  return (
    <div
      role="alertdialog"
      aria-labelledby={title}
      aria-describedby={told}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        keep();
      }}
      className="flex animate-appear flex-col gap-2 rounded-lg border border-danger bg-sheet p-3"
    >
      <p id={title} className="font-medium text-pretty">
        {props.title}
      </p>
      <p id={told} className="text-soft text-pretty">
        {props.children}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button ref={focusOnAppear} aria-disabled={busy} onClick={keep}>
          {props.keep}
        </Button>
        <Button look="danger" aria-disabled={busy} onClick={() => !busy && props.onGo()}>
          {props.go}
        </Button>
      </div>
    </div>
  );
}
