import { type ComponentType, lazy, Suspense, useState } from 'react';
import type { StoredProject } from '../../lib/library/schema.ts';

interface Props {
  project: StoredProject;
}

// Asked for with the rest, and no first paint waits for it.
const loading = import('./TagEditor.tsx');
const LateEditor = lazy(async () => ({ default: (await loading).TagEditor }));
let Loaded: ComponentType<Props> = LateEditor;
void loading.then(({ TagEditor }) => {
  Loaded = TagEditor;
});

/** A project's tags; at once where their editor is loaded: React shows what is lazy 300 ms late the first time. */
export function ProjectTags(props: Props) {
  // The same for as long as it stands: another one would lose what is typed in it.
  const [Editor] = useState(() => Loaded);
  return (
    <Suspense fallback={<div className="min-h-6" />}>
      <Editor {...props} />
    </Suspense>
  );
}
