import './zod-jitless.ts';
import * as z from 'zod';
import { format } from './migrate.ts';
import { version } from './migration-steps.ts';
import { Instant, Note, Project, Settings } from './schema.ts';

/** An export file: all that Underline keeps, in one document. */
export const ExportDocument = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  exportedAt: Instant,
  app: z.strictObject({ name: z.literal('Underline'), version: z.string() }),
  counts: z.strictObject({ projects: z.int().min(0), notes: z.int().min(0) }),
  /** SHA-256 of `{ projects, notes, settings }` as canonical JSON: keys sorted, no white space, UTF-8. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  projects: z.array(Project),
  notes: z.array(Note),
  settings: Settings,
});
export type ExportDocument = z.infer<typeof ExportDocument>;

/** The JSON Schema that is published as `docs/export.schema.json`. */
export const exportSchema = (): object => ({
  title: 'Underline export',
  ...z.toJSONSchema(ExportDocument, { io: 'input' }),
});
