import type { Answer } from '../library/answer.ts';
import { changesOf } from '../library/changes.ts';
import { changesTogether } from '../library/changes-together.ts';
import { changesMany, type Envelope } from '../library/command.ts';
import { sameContent } from '../library/digest.ts';
import type { Changes } from '../library/edit.ts';
import { type Health, isEmpty, type Problem, refusalWords, stopsSaving } from '../library/health.ts';
import { baseKeys, manifestKey, settingsKey } from '../library/keys.ts';
import { migrateStore } from '../library/migrate-store.ts';
import { type Base, parseBase, type Records } from '../library/parse.ts';
import { parseEnvelope } from '../library/parse-envelope.ts';
import { planRecovery } from '../library/recovery-plan.ts';
import { expectedOf, type RepairRequest } from '../library/repair.ts';
import { cancelled, done, failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';
import { createBackups } from './backup-maker.ts';
import { withBackup } from './backups.ts';
import { createBatches } from './batches.ts';
import { createCare } from './care.ts';
import { readCopies } from './read-copies.ts';
import { readNeeded } from './read-needed.ts';
import { readOlder } from './read-older.ts';
import { onRecordsChanged, readOnce, readRecords } from './storage.ts';
import { createTurns } from './turns.ts';
import { writeRecords } from './write-records.ts';

export interface Writer {
  /** Carries out one command after all before it, and answers once it is saved. */
  run(envelope: unknown): Promise<Result<Answer>>;
  /** Ends the import, repair or change of many with this operation id, under way or still to come, unless it is saved already. */
  cancel(op: string): void;
  /** Index and settings as they are saved now. */
  base(): Promise<Result<Base>>;
  /** How the library is; what stood against it last is looked at again. */
  health(): Promise<Health>;
  /** As `health`, after comparing all records with the manifest. */
  checkAll(): Promise<Health>;
  /** Makes a backup now; answers how the library is after that. */
  backUp(): Promise<Result<Health>>;
  /** Makes one whole library of the two copies, if that is still what the user agreed to. */
  repair(request: RepairRequest): Promise<Result<Health>>;
}

/** How many cancelled operations are remembered. */
const mostEnded = 20;

/** How long a save may take before it is said that it does, in milliseconds, and for each record in it. */
const patienceMs = 8_000;
const patienceEachMs = 2;

/** When a store that is not empty is judged, in milliseconds after it was read, unless somebody needs that earlier. */
const judgeAfterMs = 150;

/** After an update that failed, pages that ask do not try it again for so long. */
const bringAgainMs = 30_000;

/** How many other places are tried for records whose own place in the store is damaged. */
const moves = 5;

const late = () => failed('storage-failed', t('lib.store.late'));

/**
 * The only code that saves: reading, changing and writing from twenty pages lost 92 % of the updates, through
 * this one queue none. `onSaved` hears of every change after it is saved.
 */
export function createWriter(onSaved: (changes: Pick<Changes, 'askAgain'>) => void): Writer {
  const turns = createTurns();
  const care = createCare(turns);
  const backups = createBackups(turns, soundBase, {
    onMade: care.backedUp,
    onDoubt: care.doubt,
  });
  const inOrder = createBatches(turns, carryOut, late);
  /** As saved last; null when it has to be read: at the start, and after a failure. */
  let known: Base | null = null;
  /** How often that was given up because the store became another. */
  let forgotten = 0;
  /** The base as read or written last, for the judgement that follows. */
  let read: Records = {};
  let judging: ReturnType<typeof setTimeout> | undefined;
  /** The last that were cancelled. One may come only then: what a stopped worker did not answer is sent again. */
  const ended = new Set<string>();
  let bringNotBefore = 0;

  // Nobody removes these, ever: whoever does it from outside leaves a damaged store. A damaged one may become whole.
  onRecordsChanged((changed, removed) => {
    const ours = baseKeys.filter((key) => key in changed);
    if (ours.length === 0) return;
    const areThere = !ours.some((key) => removed.has(key));
    if (!care.problem() && areThere) return;
    // Our own save: where single records are damaged, saving goes on.
    if (areThere && ours.every((key) => sameContent(changed[key], read[key]))) return;
    forget();
    void turns.take(load);
  });

  return {
    async run(received) {
      const envelope = parseEnvelope(received);
      return envelope.ok ? inOrder(envelope.value) : envelope;
    },
    cancel(op) {
      ended.add(op);
      for (const old of [...ended].slice(0, -mostEnded)) ended.delete(old);
    },
    base: () => turns.take(load),
    health: () => turns.take(healthNow),
    checkAll: () =>
      turns.take(async () => {
        forget();
        await healthNow();
        return care.checkAll();
      }),
    async backUp() {
      const refusal = await backups.now();
      return refusal ?? done(care.health());
    },
    repair: ({ op, expected }) => turns.take(() => repair(expected, op)),
  };

  /** A cancel that came while something was worked out is heard only now. */
  async function isCancelled(op: string): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve));
    return ended.has(op);
  }

  /** The base of a library in which nothing is wrong, as far as is known; else there is nothing to back up. */
  async function soundBase(): Promise<Base | null> {
    const base = await load();
    if (base.ok) await care.judge(read);
    const sound = base.ok && care.problem() === null && base.value.manifest.generation > 0;
    return sound ? base.value : null;
  }

  function forget(): void {
    known = null;
    forgotten += 1;
    bringNotBefore = 0;
    clearTimeout(judging);
    care.again();
  }

  async function healthNow(): Promise<Health> {
    const problem = care.problem();
    if (problem && stopsSaving(problem)) forget();
    const base = await load();
    if (base.ok || base.error.code !== 'storage-failed') await care.judge(read);
    return care.health();
  }

  async function load(): Promise<Result<Base>> {
    if (known) return done(known);
    const stored = await readRecords(baseKeys);
    if (!stored.ok) {
      care.closed();
      return stored;
    }
    read = stored.value;
    // Only an empty store says nothing by itself; with any other, pages have their answer before it is judged.
    if (isEmpty(read)) {
      const problem = await care.judge(read);
      if (problem) return refused(problem);
    } else {
      clearTimeout(judging);
      judging = setTimeout(() => void care.judge(read), judgeAfterMs);
    }
    const base = parseBase(stored.value);
    if (base.ok) known = base.value;
    if (base.ok || base.error.code !== 'older-version') return base;
    return Date.now() < bringNotBefore ? notBrought() : bringAlong();
  }

  /** All in one step, so whenever that is cut off it is either done or begun anew at the next start. */
  async function bringAlong(): Promise<Result<Base>> {
    const problem = await care.judge(read);
    if (problem && problem.kind !== 'behind') return refused(problem);
    const older = await readOlder(read);
    if (older) await backups.before('update', older);
    const set = older && migrateStore(older);
    const saved = set?.ok ? await save({ set: set.value, remove: [] }) : null;
    if (!saved?.ok) {
      care.notBrought();
      bringNotBefore = Date.now() + bringAgainMs;
      return notBrought();
    }
    forget();
    care.brought();
    onSaved({ askAgain: true });
    return load();
  }

  /** Carries commands out one after another, and saves what comes of them in one step. */
  async function carryOut(envelopes: Envelope[]): Promise<Result<Answer>[]> {
    const base = await load();
    const before = forgotten;
    const each = (answer: Result<never>) => envelopes.map(() => answer);
    if (!base.ok && base.error.code === 'storage-failed') return each(base);
    await care.judge(read);
    const problem = care.problem();
    if (problem && stopsSaving(problem)) return each(refused(problem));
    if (!base.ok) return each(base);

    let all: Changes | null = null;
    const answers: Result<Answer>[] = [];
    /** Which become true by this save: a repeat of what was saved before is true already. */
    const inSave: boolean[] = [];
    for (const envelope of envelopes) {
      const changes: Result<Changes> = await workOut(envelope, all?.base ?? base.value, all?.set ?? {});
      answers.push(changes.ok ? done(changes.value.answer) : changes);
      inSave.push(changes.ok && !base.value.operations.some(({ op }) => op === envelope.op));
      // A repeated operation changes nothing.
      if (!changes.ok || Object.keys(changes.value.set).length === 0) continue;
      all = all ? changesTogether(all, changes.value) : changes.value;
    }
    if (!all) return answers;
    known = null;
    const saved = await save(all);
    if (!saved.ok) return answers.map((answer, at) => (inSave[at] ? saved : answer));
    // What somebody removed meanwhile is not there, whatever was saved.
    if (forgotten === before) known = all.base;
    care.follow(all);
    backups.follow(all);
    onSaved(all);
    return answers;
  }

  /** What a command saves, from a base and records of which some may be `unsaved` yet. */
  async function workOut(received: Envelope, base: Base, unsaved: Records): Promise<Result<Changes>> {
    const problem = care.problem();
    // What is deleted for ever is gone from both copies: never while one of them may still be needed.
    if (problem && received.command.type === 'empty-trash') return refused(problem);
    const asked = await withBackup(received, base.operations);
    if (!asked.ok) return asked;
    const { op, command } = asked.value;
    const records = await readNeeded(command, base, unsaved);
    if (!records.ok) {
      care.doubt();
      return records;
    }
    const context = { now: new Date().toISOString(), newId: () => crypto.randomUUID() };
    const changes = changesOf({ op, command }, base, records.value, context);
    if (!changes.ok && changes.error.code === 'damaged') care.doubt();
    const replaces = command.type === 'import' || command.type === 'undo-import';
    if (!changes.ok || Object.keys(changes.value.set).length === 0) return changes;
    if (changesMany(command)) return (await isCancelled(op)) ? cancelled() : changes;
    if (!replaces) return changes;
    const { manifest, settings } = base;
    const whole = { ...records.value, [manifestKey]: manifest, [settingsKey]: settings };
    // What an import brought is in no trash when it is undone, and there is no undo of that.
    if (command.type === 'undo-import') return (await backups.before('undo', whole)) ? changes : notUndone();
    // A backup that is restored stays: whatever comes in between, it is tried again.
    if (manifest.generation > 0) await backups.before('import', whole, command.backup);
    return (await isCancelled(op)) ? cancelled() : changes;
  }

  function save({ set, remove }: Pick<Changes, 'set' | 'remove'>): Promise<Result<null>> {
    read = {
      ...read,
      ...Object.fromEntries(baseKeys.flatMap((key) => (key in set ? [[key, set[key]]] : []))),
    };
    const patience = patienceMs + Object.keys(set).length * patienceEachMs;
    return turns.overdue(writeRecords(set, remove), patience);
  }

  async function repair(expected: RepairRequest['expected'], op: string): Promise<Result<Health>> {
    const { store, mirror } = await readCopies();
    const now = new Date().toISOString();
    let plan = planRecovery(store, mirror, now);
    if (!plan.ok) return plan;
    if (plan.value.refusal) return { ok: false, error: plan.value.refusal };
    if (expectedOf(plan.value) !== expected)
      return failed('changed-meanwhile', t('lib.changed.beforeRepair'));
    // A damaged block of a file takes no records, also none that would only come to lie in it.
    for (let move = 1; move < moves && !(await readOnce(plan.value.moved)); move += 1) {
      plan = planRecovery(store, mirror, now, move);
      if (!plan.ok) return plan;
    }
    if (await isCancelled(op)) return cancelled();
    if (Object.keys(plan.value.set).length > 0) {
      const saved = await save(plan.value);
      if (!saved.ok) return saved;
    }
    known = null;
    care.repaired(plan.value);
    onSaved({ askAgain: true });
    return done(await care.checkAll());
  }
}

const notBrought = () => failed('storage-failed', refusalWords({ kind: 'behind', count: 0 }));

const notUndone = () => failed('storage-failed', t('lib.backup.notUndone'));

const refused = (problem: Problem) =>
  failed(problem.kind === 'newer' ? 'newer-version' : 'damaged', refusalWords(problem));
