import { ArrowLeft } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { t } from '../../lib/library/text.ts';
import { IconButton } from '../Button.tsx';
import { useView } from './view.tsx';

/** Top of a view that was opened from another: back, a title, and what else it offers. Takes the focus on arrival, unless something in the view does. */
export function ViewBar(props: {
  title: string;
  titleShown?: boolean;
  /** False where a field below is what the user came for. */
  takesFocus?: boolean;
  /** For who brings the focus back there. */
  titleRef?: RefObject<HTMLHeadingElement | null>;
  children?: ReactNode;
}) {
  const { back } = useView();
  const { takesFocus = true } = props;
  const own = useRef<HTMLHeadingElement>(null);
  const title = props.titleRef ?? own;
  useEffect(() => {
    if (takesFocus) title.current?.focus({ preventScroll: true });
  }, [title, takesFocus]);
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-1 px-2 pt-1">
      <IconButton icon={ArrowLeft} label={t('common.back')} onClick={back} className="rtl:-scale-x-100" />
      <h2
        ref={title}
        tabIndex={-1}
        className={
          props.titleShown === false ? 'sr-only' : 'truncate font-serif text-lead font-semibold outline-none'
        }
      >
        {props.title}
      </h2>
      <div className="ms-auto flex max-w-full gap-1">{props.children}</div>
    </div>
  );
}
