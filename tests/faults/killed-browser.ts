import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** Kills the browser of this profile as a crash or the system would: no warning, nothing written to the end. */
export async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
  // The browser's own lock names its process: `host-1234`.
  const owner = await readlink(join(profile, 'SingletonLock'));
  const pid = Number(owner.slice(owner.lastIndexOf('-') + 1));
  if (!(pid > 1)) throw new Error(`The profile's lock names no process: ${owner}`);
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await gone;
}
