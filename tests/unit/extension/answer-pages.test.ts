import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, it } from 'vitest';
import { type Asked, answerPages } from '../../../lib/extension/answer-pages.ts';
import type { Sender } from '../../../lib/extension/senders.ts';
import { createWriter } from '../../../lib/extension/writer.ts';
import type { PageAnswer } from '../../../lib/library/alias-status.ts';
import type { Command } from '../../../lib/library/command.ts';
import { emptyBase } from '../../../lib/library/empty.ts';
import { operationsKey } from '../../../lib/library/keys.ts';

const site = 'a.example';
const sender: Sender = {
  id: fakeBrowser.runtime.id,
  url: `https://${site}/`,
  frameId: 0,
  tab: { id: 1, url: `https://${site}/` } as NonNullable<Sender['tab']>,
};

beforeEach(async () => {
  fakeBrowser.reset();
  const { operations, ...rest } = emptyBase;
  await fakeBrowser.storage.local.set({ ...rest, [operationsKey]: operations });
});

it('says of each question how many kept projects its aliases mean, and answers with what the user set', async () => {
  const writer = createWriter(() => undefined);
  const asked: Asked[] = [];
  answerPages(writer, (each) => asked.push(each));
  let op = 0;
  const run = async (command: Command) => {
    op += 1;
    const answer = await writer.run({ op: `operation-${op}`, command });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value.id ?? '';
  };
  const keep = (name: string, texts: string[]) =>
    run({
      type: 'keep-project',
      name,
      aliases: texts.map((text) => ({ text, site: null })),
      status: null,
      thesis: '',
    });
  const ask = async (aliases: string[]): Promise<PageAnswer> => {
    const answers: { answer: PageAnswer }[] = [];
    const question = { type: 'askStatuses', data: { site, aliases } };
    await fakeBrowser.runtime.onMessage.trigger(question, sender, (each?: unknown) =>
      answers.push(each as { answer: PageAnswer }),
    );
    await expect.poll(() => answers.length).toBe(1);
    return answers[0]!.answer;
  };

  const opg = await keep('OpenGradient', ['$OPG', '@OpenGradient']);
  const tao = await keep('Bittensor', ['#TAO']);
  const all = ['$opg', '@opengradient', '#tao', '$nobody'];
  await ask(all);
  expect(asked.at(-1)).toEqual({ sender, on: true, projects: new Set([opg, tao]), aliases: 4 });

  await run({ type: 'ignore-mention', key: '#tao', site });
  await run({ type: 'set-settings', kinds: { cashtag: false, handle: false, hashtag: true } });
  await run({ type: 'set-settings', onlyOn: true, tint: 'strong', markers: false, modifier: 'shift' });
  const answer = await ask(all);
  expect(asked.at(-1)).toEqual({ sender, on: false, projects: new Set(), aliases: 4 });
  expect(answer).toMatchObject({
    on: false,
    kinds: { cashtag: false, handle: false, hashtag: true },
    tint: 'strong',
    markers: false,
    modifier: 'shift',
  });
  await run({ type: 'allow-site', site, on: true });
  expect((await ask(all)).on).toBe(true);
});
