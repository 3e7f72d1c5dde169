import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionPath } from '../../scripts/build.mjs';

/**
 * Copies the built extension to a folder, its texts in a language of `locales/`. They stand in place of the English ones:
 * a browser takes those whatever it speaks itself, and few machines have one that speaks every language. Answers the folder.
 */
export async function speaking(language: string, folder: string): Promise<string> {
  await cp(extensionPath, folder, { recursive: true });
  const texts = (of: string) => join(folder, '_locales', of, 'messages.json');
  if (language !== 'en') await cp(texts(language), texts('en'));
  return folder;
}
