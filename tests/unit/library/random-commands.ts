import * as fc from 'fast-check';
import type { Command } from '../../../lib/library/command.ts';
import { planImport } from '../../../lib/library/import-plan.ts';
import { type MergeChoice, sides } from '../../../lib/library/merge.ts';
import { type NoteKind, statuses } from '../../../lib/library/schema.ts';
import { cashtag, MemoryStore } from './memory-store.ts';

/** One thing a user does, before it is known which records there are: `pick` chooses among them. */
export interface Act {
  type: Exclude<Command['type'], 'import' | 'undo-import'>;
  pick: number;
  text: string;
  flag: boolean;
}

const types: readonly Act['type'][] = [
  'keep-project',
  'keep-project',
  'keep-project',
  'edit-project',
  'add-aliases',
  'remove-aliases',
  'tie-alias',
  'set-status',
  'trash-project',
  'restore-project',
  'set-statuses',
  'change-tags',
  'change-tags',
  'trash-projects',
  'restore-projects',
  'merge-projects',
  'merge-projects',
  'undo-merge',
  'add-note',
  'add-note',
  'add-note',
  'edit-note',
  'trash-note',
  'restore-note',
  'empty-trash',
  'keep-draft',
  'ignore-mention',
  'heed-mention',
  'switch-site',
  'allow-site',
  'set-settings',
  'paint-weak',
  'pause',
  'note-export',
];

export const act: fc.Arbitrary<Act> = fc.record({
  type: fc.constantFrom(...types),
  pick: fc.nat(1_000),
  text: fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).map((text) => `t${text}`),
  flag: fc.boolean(),
});

const aliases = ['$OPG', '#OPG', '@OpenGradient', '$opg', '$BTC', '#btc', '@bitcoin', '$ETH'];
const tags = ['DeFi', 'defi', 'l2', 'to read', '__proto__', 'ＡＩ', '标签'];
const kinds: NoteKind[] = [
  { type: 'note' },
  { type: 'question', answer: 'open' },
  { type: 'evidence', bearing: 'contradicts' },
];

const choiceOf = (pick: number): MergeChoice => ({
  name: sides[pick % 2] ?? 'into',
  status: sides[(pick >> 1) % 2] ?? 'into',
  thesis: [...sides, 'both' as const][pick % 3] ?? 'both',
});

/** The command that an act is in this store; acts on records find one, or an id that is unknown. */
export function commandOf({ type, pick, text, flag }: Act, store: MemoryStore): Command {
  const { projects, notes } = store.library();
  const of = <T>(list: readonly T[], at = pick): T | undefined => list[at % list.length];
  const id = of(projects)?.id ?? 'unknown-1';
  const noteId = of(notes)?.id ?? 'unknown-1';
  const alias = { ...cashtag(of(aliases) ?? '$OPG'), site: flag ? 'x.com' : null };
  const some = aliases.slice(pick % 4, (pick % 4) + (pick % 5)).map(cashtag);
  const status = of([...statuses, null]) ?? null;
  const kind = of(kinds) ?? { type: 'note' };
  const site = of(['x.com', 'example.org']) ?? 'x.com';
  const someIds = [id, ...projects.filter((_, at) => (at + pick) % 3 === 0).map((one) => one.id)];
  switch (type) {
    case 'keep-project':
      return { type, name: text, aliases: some, status, thesis: text };
    case 'edit-project':
      return { type, id, name: text, ...(flag && { thesis: text }) };
    case 'add-aliases':
    case 'remove-aliases':
      return { type, id, aliases: [alias, ...some] };
    case 'tie-alias':
      return { type, text: alias.text, site, ids: flag ? [id] : [] };
    case 'set-status':
      return { type, id, status };
    case 'trash-project':
    case 'restore-project':
      return { type, id };
    case 'set-statuses':
      return {
        type,
        statuses: someIds.map((one, at) => ({ id: one, status: of([...statuses, null], pick + at) ?? null })),
      };
    case 'change-tags':
      return {
        type,
        changes: someIds.map((one, at) => ({
          id: one,
          add: tags.slice((pick + at) % 3, ((pick + at) % 3) + (pick % 4)),
          remove: flag ? [of(tags, pick + at) ?? 'l2'] : [],
        })),
      };
    case 'trash-projects':
    case 'restore-projects':
      return { type, ids: someIds };
    case 'merge-projects':
      return { type, from: id, into: of(projects, pick + 1)?.id ?? 'unknown-2', choice: choiceOf(pick) };
    case 'undo-merge': {
      const merges = store.base().operations.filter(({ importedAt, answer }) => importedAt && answer.id);
      return { type, op: of(merges)?.op ?? 'unknown-op' };
    }
    case 'add-note':
      return { type, projectId: id, kind, body: text, source: null };
    case 'edit-note':
      return { type, id: noteId, kind, body: text };
    case 'trash-note':
    case 'restore-note':
      return { type, id: noteId };
    case 'empty-trash':
      return {
        type,
        until: flag ? '2100-01-01T00:00:00.000Z' : (of(projects)?.trashedAt ?? '2026-01-01T00:00:05.000Z'),
      };
    case 'keep-draft':
      return {
        type,
        about:
          of([id, `note:${noteId}`, `name:${id}`, `thesis:${id}`, `alias:${id}`, `keep:${alias.text}`]) ?? id,
        body: flag ? text : '',
      };
    case 'ignore-mention':
    case 'heed-mention':
      return { type, key: '$opg', site: flag ? site : null };
    case 'switch-site':
    case 'allow-site':
    case 'paint-weak':
      return { type, site, on: flag };
    case 'pause':
      return { type, on: flag };
    case 'set-settings':
      return { type, onlyOn: flag, ...(pick % 2 === 0 && { dwellMs: 100 + (pick % 900) }) };
    case 'note-export':
      return { type, generation: flag ? store.base().manifest.generation : 0 };
  }
}

/** A store in which these acts were done; those that must fail did. */
export function storeAfter(acts: readonly Act[]): MemoryStore {
  const store = new MemoryStore();
  for (const one of acts) store.run(commandOf(one, store));
  return store;
}

/** Imports what the dry run announces; answers the operation's id, or `null` if the file was refused. */
export function importInto(
  store: MemoryStore,
  text: string,
  ways: { ignoreChecksum: boolean; asThen?: true } = { ignoreChecksum: false },
): string | null {
  const plan = planImport(text, store.library(), ways);
  if (!plan.ok) return null;
  store.series = `${store.series}i`;
  const outcome = store.run({ type: 'import', text, ...ways, expected: plan.value.totals });
  return outcome.ok ? outcome.value.op : null;
}
