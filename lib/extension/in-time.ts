/** Why the browser answered nothing. What is `late` says nothing about what is stored, and may still be done. */
export type NoAnswer = 'refused' | 'late';

/** What the work answers; `refused` where it fails, `late` where it takes longer than this, in milliseconds. */
export async function inTime<T>(work: () => Promise<T>, atMostMs: number): Promise<T | NoAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), atMostMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch {
    return 'refused';
  } finally {
    clearTimeout(timer);
  }
}
