import { browser } from 'wxt/browser';
import { sameContent } from '../library/digest.ts';
import type { Changes } from '../library/edit.ts';
import { damagedRecords } from '../library/full-check.ts';
import { Health, holdsRecords, isEmpty, judge, type Problem } from '../library/health.ts';
import { baseKeys, healthKey, isRecordKey, manifestKey } from '../library/keys.ts';
import { olderThanKnown } from '../library/migrate.ts';
import { parseBase, type Records } from '../library/parse.ts';
import { libraryKeys } from '../library/records-read.ts';
import { Manifest } from '../library/schema.ts';
import { listBackups } from './backups.ts';
import { readMirrorSummary } from './mirror.ts';
import { readPossible } from './read-copies.ts';
import { createSecondCopy } from './second-copy.ts';
import { listKeys, readOnce, readRecords, tryRead } from './storage.ts';
import type { Turns } from './turns.ts';

/** Watches over the library: notices damage, says so to every surface, and keeps the second copy. */
export interface Care {
  /** Judges the store by what was read of it at the start; once, until `again`. */
  judge(stored: Records): Promise<Problem | null>;
  /** How the library is, as far as is known now. */
  health(): Health;
  /** What is wrong, as far as is known now. */
  problem(): Problem | null;
  /** The store may have become another: the next read is judged anew. */
  again(): void;
  /** The browser did not let the store be read. */
  closed(): void;
  /** Compares all records with the manifest. Only within a turn. */
  checkAll(): Promise<Health>;
  /** Asks for `checkAll` in a turn of its own, unless one waits already. */
  doubt(): void;
  /** Takes note of what was saved. */
  follow(changes: Pick<Changes, 'set' | 'remove'>): void;
  /** The library could not be brought along after an update. */
  notBrought(): void;
  /** All of the store was written anew, in its new form. */
  brought(): void;
  /** When the last backup was made; null: it could not be. */
  backedUp(at: string | null): void;
  /** The store was repaired. */
  repaired(changes: Pick<Changes, 'set' | 'remove'>): void;
}

/** Session key that says that the keys were counted since the browser started. */
const countedKey = 'keys-counted';

/** `turns`: the writer's, in which all that reads more than one record comes. */
export function createCare(turns: Turns): Care {
  let health: Health = { problem: null, mirror: 'whole', backups: 'fine', backedUpAt: null };
  let judged: Promise<Problem | null> | null = null;
  let doubted = false;
  let looking = false;
  /** Whether what a worker before this one said was heard: from then on what is known here is newer. */
  let heard = false;
  const copy = createSecondCopy(
    turns,
    (mirror) => say({ mirror }),
    async () => (await checkAll())?.problem === null,
  );

  return {
    judge: (stored) => {
      judged ??= judgeNow(stored);
      return judged;
    },
    health() {
      catchUp();
      return health;
    },
    problem: () => health.problem,
    again() {
      judged = null;
    },
    closed() {
      judged = null;
      // What is known to be damaged stays so, whatever the browser reads next.
      if (!health.problem) say({ problem: { kind: 'closed', count: 0 } });
    },
    checkAll: async () => (await checkAll()) ?? health,
    doubt,
    follow(changes) {
      copy.follow(changes);
      catchUp();
    },
    notBrought() {
      judged = null;
      say({ problem: { kind: 'behind', count: 0 } });
    },
    brought() {
      judged = null;
      say({ problem: null });
      copy.fill();
    },
    backedUp: (at) => say(at === null ? { backups: 'failing' } : { backups: 'fine', backedUpAt: at }),
    repaired(changes) {
      say({ problem: null });
      judged = Promise.resolve(null);
      // In this order: until it is filled the copy must not look up to date.
      copy.fill();
      copy.follow(changes);
    },
  };

  /** From a damaged store the second copy would learn nothing. */
  function catchUp(): void {
    if (health.problem) return;
    if (copy.isUnseen()) void lookAgain();
    else copy.retry();
  }

  /** What could not be looked at may be newer than the store: nothing is written there before that is known. */
  async function lookAgain(): Promise<void> {
    if (looking) return;
    looking = true;
    const stored = await readOnce(baseKeys);
    if (stored && !isEmpty(stored)) judged = Promise.resolve(await judgeNow(stored));
    looking = false;
  }

  function say(news: Partial<Health>): void {
    const next = { ...health, ...news };
    if (sameContent(next, health)) return;
    health = next;
    void browser.storage.session.set({ [healthKey]: health }).catch(() => undefined);
  }

  async function judgeNow(stored: Records): Promise<Problem | null> {
    const empty = isEmpty(stored);
    const [mirror, keys, backups, session] = await Promise.all([
      readMirrorSummary(),
      empty ? listKeys() : [],
      empty ? listBackups() : [],
      browser.storage.session.get([healthKey, countedKey]).catch(() => null) as Promise<Records | null>,
    ]);
    const verdict = judge(stored, mirror, holdsRecords(keys), backups && backups.length > 0);
    // It takes all records to find it again.
    if (session && !heard) {
      health = Health.safeParse(session[healthKey]).data ?? health;
      heard = true;
    }
    const before = health.problem;
    const lost = verdict.problem === null && before?.kind === 'records' ? before : null;
    // Until it is brought along; only that tells.
    const behind = before?.kind === 'behind' && olderThanKnown(stored[manifestKey]) ? before : null;
    const stays = lost ?? behind;
    const wasUnseen = copy.isUnseen();
    if (mirror === null) copy.doubt();
    else copy.seen();
    say({ problem: verdict.problem ?? stays, mirror: copy.state() });
    if (verdict.problem) return verdict.problem;
    // Whatever was wrong before may have hidden damage to single records.
    if (verdict.doubt || (before && !behind)) doubt();
    // Until it was looked at, nothing was written to it.
    if (verdict.fill || (wasUnseen && mirror !== null)) copy.fill();
    if (session?.[countedKey] !== true && !empty) void turns.take(countKeys);
    return null;
  }

  /** Records that are gone without a trace show in nothing but their number. Once for each start of the browser. */
  async function countKeys(): Promise<void> {
    const [keys, stored] = await Promise.all([listKeys(), readOnce([manifestKey])]);
    const manifest = Manifest.safeParse(stored?.[manifestKey]);
    if (!manifest.success) return;
    const { counts } = manifest.data;
    const found = keys?.filter(isRecordKey).length ?? 0;
    if (found < counts.projects + counts.notes && !(await checkAll())) return;
    await browser.storage.session.set({ [countedKey]: true }).catch(() => undefined);
  }

  function doubt(): void {
    if (doubted) return;
    doubted = true;
    void turns.take(() => {
      doubted = false;
      return checkAll();
    });
  }

  /** Null where the browser does not let all be read now: that says nothing about what is stored. */
  async function checkAll(): Promise<Health | null> {
    const stored = await readRecords(baseKeys);
    if (!stored.ok) return null;
    const base = parseBase(stored.value);
    if (!base.ok || isEmpty(stored.value)) {
      judged = judgeNow(stored.value);
      await judged;
      return health;
    }
    const { index } = base.value;
    const projects = await readPossible(tryRead, libraryKeys(index, {}));
    const all = await readPossible(tryRead, libraryKeys(index, projects.records));
    if (projects.late || all.late) return null;
    const count = damagedRecords(base.value, all.records);
    const { problem } = health;
    if (problem === null || problem.kind === 'records')
      say({ problem: count > 0 ? { kind: 'records', count } : null });
    return health;
  }
}
