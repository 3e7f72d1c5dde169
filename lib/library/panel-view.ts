import './zod-jitless.ts';
import * as z from 'zod';
import { Addition } from './addition.ts';
import { Id } from './schema.ts';

/** What the side panel is asked to show: one project, or the form for what the user chose on a page. */
export const PanelView = z.union([z.strictObject({ project: Id }), z.strictObject({ add: Addition })]);
export type PanelView = z.infer<typeof PanelView>;

/** As it is handed over: to the panel of one window. */
export const PanelRequest = z.strictObject({ windowId: z.int(), view: PanelView });

const projectHash = '#project=';

/** The panel's page in a tab, on this project. */
export const panelAddress = (projectId: string | null): `/sidepanel.html${string}` =>
  `/sidepanel.html${projectId === null ? '' : `${projectHash}${projectId}`}`;

/** The project that such an address names; null for any other. */
export function projectInHash(hash: string): string | null {
  if (!hash.startsWith(projectHash)) return null;
  return Id.safeParse(hash.slice(projectHash.length)).data ?? null;
}
