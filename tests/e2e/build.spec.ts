import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPath } from '../../scripts/build.mjs';
import { expect, test } from './fixtures.ts';

const manifest = JSON.parse(readFileSync(join(extensionPath, 'manifest.json'), 'utf8'));

/** The whole manifest, so that no key of it comes, goes or changes unnoticed; only these may differ from build to build. */
const { version, description, icons, ...fixed } = manifest;

test('the manifest says this and nothing else', () => {
  expect(fixed).toEqual({
    manifest_version: 3,
    name: 'Underline',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'contextMenus', 'sidePanel'],
    action: { default_title: 'Underline', default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
    options_ui: { open_in_tab: true, page: 'options.html' },
    side_panel: { default_path: 'sidepanel.html' },
    omnibox: { keyword: 'ul' },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: '__MSG_manifest_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_manifest_previousMention__',
      },
      'open-card': {
        description: '__MSG_manifest_openCard__',
      },
      'add-note': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_manifest_addNote__',
      },
      'open-side-panel': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_manifest_openSidePanel__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'",
    },
    content_scripts: [
      {
        matches: ['http://*/*', 'https://*/*'],
        js: ['page.js'],
        css: ['page.css'],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: 'document_idle',
      },
    ],
    web_accessible_resources: [
      {
        resources: ['card.html', 'page-detection.js', 'page-painting.js'],
        matches: ['http://*/*', 'https://*/*'],
        use_dynamic_url: true,
      },
    ],
  });
  expect([version, description]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/), expect.any(String)]);
  expect(Object.values(icons).every((file) => existsSync(join(extensionPath, String(file))))).toBe(true);
});

test('the built page scripts hold nothing that a page could read, hear or be told by, and no way to the network', () => {
  const built = ['page.js', 'page-detection.js', 'page-painting.js']
    .map((file) => readFileSync(join(extensionPath, file), 'utf8'))
    .join();
  // As whole words, where the minifier leaves names of the browser's alone.
  const forbidden = [
    ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie', 'BroadcastChannel', 'CustomEvent'],
    ...['dispatchEvent', 'innerHTML', 'fetch', 'XMLHttpRequest', 'WebSocket', 'sendBeacon', 'EventSource'],
    ...['SharedWorker', 'importScripts', 'eval', 'Function', 'locks', 'onmessageerror'],
  ];
  const found = (words: string[]) => words.filter((word) => new RegExp(`\\b${word}\\b`).test(built));
  expect(found(forbidden)).toEqual([]);
  expect(built).not.toMatch(/addEventListener\(\s*[`'"]message/);
  expect(found(['attachShadow', 'postMessage', 'highlights']), 'names that do stand in it').toHaveLength(3);
});
