import './zod-jitless.ts';
import * as z from 'zod';
import { digestOf } from './digest.ts';
import type { RecoveryPlan } from './recovery-plan.ts';
import { Id } from './schema.ts';

/** The digest of what a user agreed to. */
const ExpectedRepair = z.string().regex(/^[0-9a-f]{32}$/);
type ExpectedRepair = z.infer<typeof ExpectedRepair>;

/** What a repair is asked with. `op`: the operation id by which it can be cancelled. */
export const RepairRequest = z.strictObject({ op: Id, expected: ExpectedRepair });
export type RepairRequest = z.infer<typeof RepairRequest>;

/** What has to be the same when a repair is carried out as when it was shown. */
export const expectedOf = ({ library, lost, aside, settings }: RecoveryPlan): ExpectedRepair =>
  digestOf([
    library.projects.map(({ id, name }) => [id, name]),
    library.notes.map(({ id, updatedAt }) => [id, updatedAt]),
    lost.map(({ key }) => key).sort(),
    aside.map(({ was, from }) => `${from} ${was}`).sort(),
    settings,
  ]);
