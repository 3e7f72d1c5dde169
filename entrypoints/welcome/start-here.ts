/** Makes the demo post live: content scripts do not run on extension pages, so the page's script starts here. */
export function startHere(): void {}
