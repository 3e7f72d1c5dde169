import { fakeBrowser } from '@webext-core/fake-browser';

// Imported before anything of ours: `wxt/browser` looks for the browser once, when it is loaded.
Object.assign(globalThis, { chrome: fakeBrowser });
