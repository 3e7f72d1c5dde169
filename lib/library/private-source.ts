import type { Command, Envelope } from './command.ts';

/** The command as it may be carried out for a private window: no note keeps its page unless the user asked. */
export function withoutPrivateSource({ op, command }: Envelope): Envelope {
  if (command.type !== 'add-note' || command.keepPrivate === true) return { op, command };
  return { op, command: { ...command, source: null } };
}

/**
 * Whether this would keep what somebody looked at in a private window: the draft of a project that is not kept yet is named
 * after a mention, and holds those beside it, before anything was typed.
 */
export const tellsWhatWasSeen = (command: Command): boolean =>
  command.type === 'keep-draft' && command.about.startsWith('keep:') && command.body !== '';
