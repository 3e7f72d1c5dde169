import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPath } from '../../scripts/build.mjs';
import { expect, test } from './fixtures.ts';

const manifest = JSON.parse(readFileSync(join(extensionPath, 'manifest.json'), 'utf8'));

test('the manifest asks for what it says in the README, and for nothing else', () => {
  const { permissions, host_permissions, optional_permissions, externally_connectable } = manifest;
  expect(permissions).toEqual(['storage', 'unlimitedStorage', 'sidePanel']);
  expect({ host_permissions, optional_permissions, externally_connectable }).toEqual({});
  expect(manifest.content_scripts).toEqual([
    {
      matches: ['http://*/*', 'https://*/*'],
      js: ['page.js'],
      all_frames: true,
      match_origin_as_fallback: true,
      run_at: 'document_idle',
    },
  ]);
  expect(manifest.web_accessible_resources).toEqual([
    { resources: ['card.html'], matches: ['http://*/*', 'https://*/*'], use_dynamic_url: true },
  ]);
  expect(manifest.content_security_policy).toEqual({
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'",
  });
});

test('the content script weighs at most 40 kB', () => {
  expect(statSync(join(extensionPath, 'page.js')).size).toBeLessThanOrEqual(40_000);
});
