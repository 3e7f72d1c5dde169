import { changesOf } from '../../../lib/library/changes.ts';
import type { Command } from '../../../lib/library/command.ts';
import type { Changes } from '../../../lib/library/edit.ts';
import { exportDocument, exportText } from '../../../lib/library/export-file.ts';
import { baseKeys } from '../../../lib/library/keys.ts';
import { type Base, parseBase } from '../../../lib/library/parse.ts';
import { parseEnvelope } from '../../../lib/library/parse-envelope.ts';
import { readLibrary, type StoredLibrary } from '../../../lib/library/read-library.ts';
import { libraryKeys, recordsRead } from '../../../lib/library/records-read.ts';
import { done, type Result } from '../../../lib/library/result.ts';

/** A store and a writer in memory: reads, asks and saves in the order in which the real ones do. */
export class MemoryStore {
  readonly stored = new Map<string, string>();
  /** Off: removals after a save are lost, as with a worker killed between the two. */
  removes = true;
  /** Two stores of one series make the same ids, so that imports meet records of their own. */
  series = 'id';
  private made = 0;
  private clock = '2026-01-01T00:00:00.000Z';

  /** A second later. */
  private tick(): string {
    this.clock = new Date(Date.parse(this.clock) + 1_000).toISOString();
    return this.clock;
  }

  setClock(now: string): void {
    this.clock = now;
  }

  get(keys: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(
      keys.flatMap((key) => {
        const text = this.stored.get(key);
        return text === undefined ? [] : [[key, JSON.parse(text) as unknown]];
      }),
    );
  }

  base(): Base {
    return value(parseBase(this.get(baseKeys)));
  }

  library(): StoredLibrary {
    const base = this.base();
    const projects = this.get(libraryKeys(base.index, {}));
    return value(readLibrary(base, { ...projects, ...this.get(libraryKeys(base.index, projects)) }));
  }

  exported(): string {
    return exportText(
      exportDocument(this.library(), { now: '2026-03-01T10:00:00.000Z', appVersion: '0.1.0' }),
    );
  }

  private newOp(): string {
    return `op-${this.series}-${String(++this.made).padStart(6, '0')}`;
  }

  /** Another store that goes on from here, and makes ids of its own. */
  fork(series: string): MemoryStore {
    const other = new MemoryStore();
    for (const [key, text] of this.stored) other.stored.set(key, text);
    other.series = series;
    return other;
  }

  run(command: Command, op = this.newOp()): Result<Changes & { op: string }> {
    const envelope = parseEnvelope({ op, command });
    if (!envelope.ok) return envelope;
    const base = parseBase(this.get(baseKeys));
    if (!base.ok) return base;
    let records: Record<string, unknown> = {};
    for (let round = 0, keys = recordsRead(command, base.value.index, records); ; round += 1) {
      records = { ...records, ...this.get(keys) };
      const next = recordsRead(command, base.value.index, records);
      if (new Set([...keys, ...next]).size === new Set(keys).size) break;
      if (round > 3) throw new Error('asks for records without end');
      keys = next;
    }
    const changes = changesOf(envelope.value, base.value, records, {
      now: this.tick(),
      newId: () => `${this.series}-${String(++this.made).padStart(6, '0')}`,
    });
    if (!changes.ok) return changes;
    for (const [key, record] of Object.entries(changes.value.set))
      this.stored.set(key, JSON.stringify(record));
    if (this.removes) for (const key of changes.value.remove) this.stored.delete(key);
    return done({ ...changes.value, op });
  }

  /** Runs a command that must succeed; answers what it made or changed. */
  must(command: Command): string {
    return value(this.run(command)).answer.id ?? '';
  }
}

/** The value of an outcome that must be good. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export const cashtag = (text: string) => ({ text, site: null });

export const keep = (name: string, ...aliases: string[]): Command => ({
  type: 'keep-project',
  name,
  aliases: aliases.map(cashtag),
  status: null,
  thesis: '',
});

export const note = (projectId: string, body: string): Command => ({
  type: 'add-note',
  projectId,
  kind: { type: 'note' },
  body,
  source: null,
});
