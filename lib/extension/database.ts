import { type IDBPDatabase, openDB } from 'idb';
import { inTime, type NoAnswer } from './in-time.ts';

/** How long the browser may take for one step, in milliseconds, and for each record in it. */
const patienceMs = 8_000;
const patienceEachMs = 2;

/**
 * Opens the database with this name when it is first asked for, and anew when the browser closed it. What is answered
 * rejects where the browser has no database for us.
 */
export function createDatabase(name: string, make: (db: IDBPDatabase) => void): () => Promise<IDBPDatabase> {
  let opened: Promise<IDBPDatabase> | null = null;
  const forget = () => {
    opened = null;
  };
  return () => {
    // `terminated`: the browser closed it, because its files are damaged or were removed.
    opened ??= openDB(name, 1, { upgrade: make, terminated: forget });
    opened.catch(forget);
    return opened;
  };
}

/** Ends the transaction with nothing of it done: what throws at once aborts none by itself. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended.
  }
}

/** What the work answers; null where the browser refuses, or takes longer than it may for so many records. */
export async function orNull<T>(work: () => Promise<T>, records = 0): Promise<T | null> {
  const answer = await orNone(work, records);
  return answer === 'refused' || answer === 'late' ? null : answer;
}

/** As `orNull`, telling why there is no answer. */
export const orNone = <T>(work: () => Promise<T>, records: number): Promise<T | NoAnswer> =>
  inTime(work, patienceMs + records * patienceEachMs);
