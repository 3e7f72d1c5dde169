import type { Page } from '@playwright/test';

/** So many elements with this tag are in memory and on no page, after everything that nobody holds was collected. */
export async function detachedNodes(page: Page, tag: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { snapshot, nodes, strings }: HeapSnapshot = JSON.parse(chunks.join(''));
  const fields = snapshot.meta.node_fields;
  const [name, detachedness] = [fields.indexOf('name'), fields.indexOf('detachedness')];
  const names = new Set([`<${tag}>`, `Detached <${tag}>`]);
  let found = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const isDetached = nodes[at + detachedness] === 2;
    if (isDetached && names.has(strings[nodes[at + name] ?? 0]?.replace(/ .*>$/, '>') ?? '')) found += 1;
  }
  return found;
}

interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[] } };
  nodes: number[];
  strings: string[];
}
