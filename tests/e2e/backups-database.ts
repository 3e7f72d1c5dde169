import type { Page } from '@playwright/test';

/** What is known of each backup, as it lies in their database. */
export const backupsIn = (page: Page): Promise<unknown[]> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const db = await asked(indexedDB.open('underline-backups'));
    const found = await asked(db.transaction('about').objectStore('about').getAll());
    db.close();
    return found;
  });
