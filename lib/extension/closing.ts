/**
 * A browser that closes refuses whatever is asked of it. That is no error, wherever it comes in the background: what was
 * acknowledged is saved, and the rest is asked again when it runs again.
 */
export function heedClosing(): void {
  addEventListener('unhandledrejection', (event) => {
    if (String(event.reason).includes('The browser is shutting down')) event.preventDefault();
  });
}
