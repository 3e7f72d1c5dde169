import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { readLibrary } from '../../../lib/extension/whole-library.ts';
import { manifestKey, noteKey } from '../../../lib/library/keys.ts';
import { keep, MemoryStore, note } from '../library/memory-store.ts';

const { local } = fakeBrowser.storage;
const get = local.get.bind(local);
let memory: MemoryStore;
let project: string;

const everything = () => memory.get([...memory.stored.keys()]);

/** Each time something else than the base is read, this happens first. */
function whileNotesAreRead(act: (keys: string[]) => Promise<void>): void {
  const acting = async (keys: string[]) => {
    if (!keys.includes(manifestKey)) await act(keys);
    return get(keys);
  };
  local.get = acting as never;
}

beforeEach(async () => {
  fakeBrowser.reset();
  local.get = get;
  memory = new MemoryStore();
  project = memory.must(keep('OpenGradient', '$OPG'));
  memory.must(note(project, 'first'));
  await local.set(everything());
});

test('a library that changes while it is read is read again', async () => {
  let changes = 0;
  whileNotesAreRead(async () => {
    if (changes++ > 0) return;
    memory.must(note(project, 'second'));
    await local.set(everything());
  });
  const library = await readLibrary();
  expect(library).toMatchObject({ ok: true, value: { notes: [{ body: 'second' }, { body: 'first' }] } });
});

test('one that never stays the same is no mixture and not damaged: it says so', async () => {
  whileNotesAreRead(async (keys) => {
    memory.must(note(project, 'one more'));
    await local.set(everything());
    // As if it had been removed meanwhile: what is gone is no damage.
    await local.remove(keys.filter((key) => key.startsWith(noteKey(''))));
  });
  expect(await readLibrary()).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
});
