import { readRecords } from '../extension/storage.ts';
import { projectKey } from '../library/keys.ts';
import { parseProject } from '../library/parse.ts';
import { done, type Result } from '../library/result.ts';
import type { StoredProject } from '../library/schema.ts';

/** These projects as they are stored, in the trash or not, in the given order. Fails as reading does, or with `damaged`. */
export async function readStoredProjects(ids: readonly string[]): Promise<Result<StoredProject[]>> {
  const stored = await readRecords(ids.map(projectKey));
  if (!stored.ok) return stored;
  const projects: StoredProject[] = [];
  for (const id of ids) {
    const project = parseProject(stored.value, id);
    if (!project.ok) return project;
    projects.push(project.value);
  }
  return done(projects);
}
