import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Failure } from '../lib/library/result.ts';

/** Long enough to notice and reach; WCAG 2.2.1 is met by pausing while the toast is hovered or focused. */
const undoMs = 10_000;

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
        aria-label="Dismiss"
        title="Dismiss"
        className="grid size-7 shrink-0 place-items-center rounded-md focus-visible:outline-paper"
      >
        <X aria-hidden="true" className="size-4" />
      </Toast.Close>
    </Toast.Root>
  ));
}

/** Holds the toasts of a surface; `Root` puts it around everything. */
export function Toasts({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider limit={2}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-3 bottom-3 z-10 mx-auto flex max-w-md flex-col gap-2">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Short messages at the edge of a surface. They are read out; a failure at once, the rest politely. */
export function useToasts() {
  const { add, close } = Toast.useToastManager();
  return useMemo(
    () => ({
      /** Say that something is done. */
      say: (message: string) => add({ title: message, timeout: 4_000 }),
      /** Say that something is done and offer to take it back. */
      offerUndo: (message: string, undo: () => void) => {
        const id = add({
          title: message,
          timeout: undoMs,
          actionProps: {
            children: 'Undo',
            onClick: () => {
              close(id);
              undo();
            },
          },
        });
      },
      /**
       * Say why something was not done; stays until dismissed. The same reason again is said once. Not of high
       * priority: Base UI hides such a toast, with its button, from screen readers and says a copy of it instead.
       */
      fail: (failure: Failure) =>
        add({ id: failure.code, title: failure.message, type: 'failure', timeout: 0 }),
    }),
    [add, close],
  );
}
