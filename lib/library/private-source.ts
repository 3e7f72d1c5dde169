import type { Envelope } from './command.ts';

/** The command as it may be carried out for a private window: no note keeps its page unless the user asked. */
export function withoutPrivateSource({ op, command }: Envelope): Envelope {
  if (command.type !== 'add-note' || command.keepPrivate === true) return { op, command };
  return { op, command: { ...command, source: null } };
}
