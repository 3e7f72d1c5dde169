import { open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the browser keeps `storage.local` of the extension. */
export const storeFolder = (profile: string, extensionId: string): string =>
  join(profile, 'Default/Local Extension Settings', extensionId);

const named = async (folder: string, pattern: RegExp): Promise<string> => {
  const sizes = await Promise.all(
    (await readdir(folder))
      .filter((name) => pattern.test(name))
      .map(async (name) => ({ name, size: (await stat(join(folder, name))).size })),
  );
  const largest = sizes.sort((a, b) => b.size - a.size)[0];
  if (!largest) throw new Error(`${folder} has no ${pattern}: ${(await readdir(folder)).join(' ')}`);
  return join(folder, largest.name);
};

/** Flips every bit of 64 bytes; `at` counts from the start as a share of the file, or from its end in bytes. */
async function flip(file: string, at: { share: number } | { fromEnd: number }): Promise<void> {
  const { size } = await stat(file);
  const from = 'share' in at ? Math.floor((size - 64) * at.share) : size - at.fromEnd;
  const handle = await open(file, 'r+');
  const bytes = Buffer.alloc(64);
  const { bytesRead } = await handle.read(bytes, 0, 64, Math.max(0, from));
  for (let byte = 0; byte < bytesRead; byte += 1) bytes[byte] = bytes[byte]! ^ 0xff;
  await handle.write(bytes, 0, bytesRead, Math.max(0, from));
  await handle.close();
}

/** What can happen to the files of a store. `share`: where in the file, from 0 to 1. */
export const damages: { what: string; make(folder: string, share: number): Promise<void> }[] = [
  { what: 'CURRENT is missing', make: (folder) => rm(join(folder, 'CURRENT')) },
  { what: 'MANIFEST is missing', make: async (folder) => rm(await named(folder, /^MANIFEST/)) },
  { what: 'one .ldb is missing', make: async (folder) => rm(await named(folder, /\.ldb$/)) },
  {
    what: 'the .log is cut',
    make: async (folder, share) => {
      const log = await named(folder, /\.log$/);
      await truncate(log, Math.floor((await stat(log)).size * share));
    },
  },
  {
    what: '64 bytes are flipped in the .log',
    // In a note: most of a log is old states of the index, which nobody reads any more.
    make: async (folder, share) => {
      const log = await named(folder, /\.log$/);
      const bytes = await readFile(log);
      const places = [Math.floor(bytes.length * share), 0].map((from) => bytes.indexOf('Late note', from));
      const at = places.find((place) => place >= 0);
      if (at === undefined) throw new Error(`${log} holds no late note`);
      await flip(log, { fromEnd: bytes.length - at });
    },
  },
  {
    what: '64 bytes are flipped in a block of an .ldb',
    make: async (folder, share) => flip(await named(folder, /\.ldb$/), { share: share * 0.9 }),
  },
  {
    what: '64 bytes are flipped in the footer of an .ldb',
    make: async (folder) => flip(await named(folder, /\.ldb$/), { fromEnd: 64 }),
  },
  {
    what: 'MANIFEST is zeroed',
    make: async (folder) => {
      const file = await named(folder, /^MANIFEST/);
      await writeFile(file, Buffer.alloc((await readFile(file)).length));
    },
  },
];
