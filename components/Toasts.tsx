import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Failure } from '../lib/library/result.ts';
import { t } from '../lib/library/text.ts';
import { isTyping } from './is-typing.ts';
import { letterOf } from './letter-of.ts';

/** Time to notice, read and reach it. It waits while hovered or focused, and what was deleted stays in the trash for 30 days (WCAG 2.2.1). */
const undoMs = 20_000;

interface Undoable {
  undo: () => void;
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={[]}
      className="flex animate-appear items-center gap-2 rounded-lg border border-line bg-ink py-1 ps-3 pe-1 text-paper shadow-float data-limited:hidden data-ending-style:opacity-0 data-[type=failure]:bg-danger"
    >
      <Toast.Content className="flex min-w-0 grow items-center gap-2">
        <Toast.Title
          render={<p role={toast.type === 'failure' ? 'alert' : undefined} />}
          className="min-w-0 grow py-1"
        />
        <Toast.Action className="min-h-7 shrink-0 rounded-md px-2 font-medium underline underline-offset-3 outline-offset-0 focus-visible:outline-paper" />
      </Toast.Content>
      <Toast.Close
        // Base UI hides it from screen readers while the toasts are folded; ours never are.
        aria-hidden={false}
        aria-label={t('common.dismiss')}
        title={t('common.dismiss')}
        className="grid size-7 shrink-0 place-items-center rounded-md focus-visible:outline-paper"
      >
        <X aria-hidden="true" className="size-4" />
      </Toast.Close>
    </Toast.Root>
  ));
}

/** Ctrl+Z or ⌘Z, where it does not take back typing, is the newest toast's Undo. */
function UndoKeys() {
  const { toasts } = Toast.useToastManager<Undoable>();
  const newest = toasts.find(({ data, transitionStatus }) => data && transitionStatus !== 'ending');
  useEffect(() => {
    const undo = newest?.data?.undo;
    if (!undo) return;
    const onKey = (event: KeyboardEvent) => {
      const isUndo =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        !event.repeat &&
        letterOf(event) === 'z';
      if (!isUndo || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [newest]);
  return null;
}

/** Holds the toasts of a surface; `Root` puts it around everything. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider limit={2}>
      {children}
      <UndoKeys />
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-3 bottom-3 z-10 [body:has([data-bulk])_&]:bottom-20 mx-auto flex max-w-md flex-col gap-2">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Short messages at the edge of a surface. They are read out; a failure at once, the rest politely. */
export function useToasts() {
  const { add, close, update } = Toast.useToastManager();
  return useMemo(
    () => ({
      /** Say that something is done. */
      say: (message: string) => add({ title: message, timeout: 4_000 }),
      /** Say what a key that is pressed again and again would say each time. */
      sayOnce: (message: string) => add({ id: message, title: message, timeout: 4_000 }),
      /** Say what is under way and offer to cancel it. Answers how to say how far it is, and that it is over. */
      working: (message: string, cancel: () => void) => {
        const id = add({
          title: message,
          timeout: 0,
          actionProps: { children: t('common.cancel'), onClick: cancel },
        });
        return { say: (progress: string) => update(id, { title: progress }), end: () => close(id) };
      },
      /** Say what is done of something and offer the rest; stays until then or until dismissed. */
      offerNext: (message: string, next: string, goOn: () => void) => {
        const onClick = () => {
          close(id);
          goOn();
        };
        const id = add({ title: message, timeout: 0, actionProps: { children: next, onClick } });
      },
      /** Say that something is done and offer to take it back. */
      offerUndo: (message: string, undo: () => void) => {
        const takeBack = () => {
          close(id);
          undo();
        };
        const id = add({
          title: message,
          timeout: undoMs,
          data: { undo: takeBack } satisfies Undoable,
          actionProps: {
            children: t('common.undo'),
            title: t('common.undoKeys'),
            'aria-keyshortcuts': 'Control+Z Meta+Z',
            onClick: takeBack,
          },
        });
      },
      /**
       * Say why something was not done; stays until dismissed. The same reason again is said once. Not of high
       * priority: Base UI hides such a toast, with its button, from screen readers and says a copy of it instead.
       */
      fail: (failure: Failure) =>
        add({ id: failure.code, title: failure.message, type: 'failure', timeout: 0 }),
      /** Take a reason back that holds no more. */
      withdraw: (failure: Failure) => close(failure.code),
    }),
    [add, close, update],
  );
}
