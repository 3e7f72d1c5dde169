import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import { englishWords } from './scripts/english-words.mjs';
import { noJsonSchema } from './scripts/no-json-schema.mjs';

/** Production pages may load nothing but their own files; Trusted Types refuse every HTML string. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Dev mode needs its own server for modules, inline styles and reload; it never ships. */
const devPolicy = [
  "default-src 'self' http://localhost:*",
  "script-src 'self' 'wasm-unsafe-eval' http://localhost:*",
  "style-src 'self' 'unsafe-inline' http://localhost:*",
  "img-src 'self' data: http://localhost:*",
  "connect-src 'self' http://localhost:* ws://localhost:*",
].join('; ');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/auto-icons', '@wxt-dev/i18n/module'],
  autoIcons: { baseIconPath: 'public/icon.svg', developmentIndicator: false },
  vite: () => ({ plugins: [tailwindcss(), englishWords(), noJsonSchema()] }),
  manifest: ({ command, browser }) => ({
    name: 'Underline',
    default_locale: 'en',
    description: '__MSG_manifest_description__',
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    action: { default_title: 'Underline' },
    omnibox: { keyword: 'ul' },
    // Chrome suggests keys for four at most.
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: '__MSG_manifest_nextMention__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_manifest_previousMention__',
      },
      'open-card': { description: '__MSG_manifest_openCard__' },
      'add-note': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_manifest_addNote__',
      },
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-side-panel']: {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_manifest_openSidePanel__',
      },
    },
    content_security_policy: { extension_pages: command === 'serve' ? devPolicy : strictPolicy },
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
  }),
});
