import { checksumOf } from '../../../lib/library/digest.ts';
import type { ExportDocument } from '../../../lib/library/export-schema.ts';
import { keep, MemoryStore, note } from './memory-store.ts';

/** As imports are made unless the user says otherwise. */
export const honest = { ignoreChecksum: false };

export const sample = () => {
  const store = new MemoryStore();
  const first = store.must(keep('OpenGradient', '$OPG', '@OpenGradient'));
  const second = store.must(keep('Bitcoin', '$BTC'));
  for (const id of [first, second]) store.must(note(id, `about ${id}`));
  return { store, first, second, document: JSON.parse(store.exported()) as ExportDocument };
};

/** The document as text after a change, its counts and checksum right again. */
export const sealed = (document: ExportDocument, change: (document: ExportDocument) => void): string => {
  const copy = structuredClone(document);
  change(copy);
  const { projects, notes, settings } = copy;
  const counts = { projects: projects.length, notes: notes.length };
  return JSON.stringify({ ...copy, counts, checksum: checksumOf({ projects, notes, settings }) });
};
