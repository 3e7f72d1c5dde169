import './zod-jitless.ts';
import * as z from 'zod';
import { Alias, Status } from './schema.ts';

/** What is typed and chosen for a project that is not kept yet. */
const ProjectDraft = z.strictObject({
  name: z.string(),
  aliases: z.array(Alias),
  status: Status.nullable(),
  /** What stands in the field for aliases and is none yet. */
  text: z.string(),
});
export type ProjectDraft = z.infer<typeof ProjectDraft>;

/** The editor of a project that is not kept yet, as in `Drafts`: the same for `$OPG`, `#opg` and `@OPG`, wherever one of them is kept. */
export const keepingAbout = (mention = ''): string =>
  `keep:${mention.replace(/^[$@#]/, '').toLowerCase()}`.slice(0, 1_000);

/** The draft as it is kept. */
export const projectDraftText = (draft: ProjectDraft): string => JSON.stringify(draft);

/** A kept draft; null where it is none. */
export function readProjectDraft(text: string | undefined): ProjectDraft | null {
  if (text === undefined) return null;
  try {
    return ProjectDraft.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
