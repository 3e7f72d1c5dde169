import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Answer } from '../../lib/library/answer.ts';
import type { Command } from '../../lib/library/command.ts';
import type { Status } from '../../lib/library/schema.ts';
import { run } from './commands.ts';

/** Carries out a command from a page of the extension; fails the test if the writer refuses it. */
export async function carryOut(page: Page, command: Command): Promise<Answer> {
  const envelope = { op: randomUUID(), command };
  let [answer] = await run(page, [envelope]);
  // As surfaces do: a worker that is being stopped answers nobody, and under one operation id nothing is done twice.
  for (let tries = 1; !answer && tries < 5; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200 * tries));
    [answer] = await run(page, [envelope]);
  }
  if (!answer?.ok) throw new Error(`${command.type} was refused: ${answer?.error.message ?? 'no answer'}`);
  return answer.value;
}

/** Keeps a project with these aliases; answers its id. */
export async function keepProject(
  page: Page,
  name: string,
  aliases: string[],
  status: Status | null = null,
): Promise<string> {
  const texts = aliases.map((text) => ({ text, site: null }));
  const { id } = await carryOut(page, { type: 'keep-project', name, aliases: texts, status, thesis: '' });
  return id ?? '';
}

/** Adds a plain note; answers its id. */
export async function addNote(page: Page, projectId: string, body: string): Promise<string> {
  const kind = { type: 'note' } as const;
  const { id } = await carryOut(page, { type: 'add-note', projectId, kind, body, source: null });
  return id ?? '';
}

/** The aliases that the demo post ends with. */
export const opg = ['$OPG', '#OPG', '@OpenGradient'];
