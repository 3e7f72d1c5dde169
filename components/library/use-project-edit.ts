import { useRef } from 'react';
import type { StoredProject } from '../../lib/library/schema.ts';
import { useCommand } from './use-command.ts';

type Editable = Pick<StoredProject, 'name' | 'aliases' | 'thesis'>;

/**
 * Edits a part of a project. The command replaces name, aliases and thesis together, so a second edit starts from the
 * first one even if that is not mirrored yet: leaving the name by a click on an alias is two edits at once.
 */
export function useProjectEdit(project: StoredProject) {
  const { run } = useCommand();
  const edited = useRef<{ from: StoredProject; to: Editable }>({ from: project, to: project });
  if (edited.current.from !== project) edited.current = { from: project, to: project };

  return async (change: Partial<Editable>) => {
    const { name, aliases, thesis } = { ...edited.current.to, ...change };
    edited.current = { from: edited.current.from, to: { name, aliases, thesis } };
    const result = await run({ type: 'edit-project', id: project.id, name, aliases, thesis });
    if (!result.ok) edited.current = { from: edited.current.from, to: edited.current.from };
    return result;
  };
}
