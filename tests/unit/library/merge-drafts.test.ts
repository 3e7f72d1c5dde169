import { beforeEach, describe, expect, it } from 'vitest';
import { draftsKey } from '../../../lib/library/keys.ts';
import { longestDraft } from '../../../lib/library/limits.ts';
import { keep, MemoryStore, value } from './memory-store.ts';

let store: MemoryStore;
let into: string;
let from: string;

beforeEach(() => {
  store = new MemoryStore();
  into = store.must(keep('OpenGradient', '$OPG'));
  from = store.must(keep('OPG', '@og_labs'));
});

const merge = () =>
  store.run({
    type: 'merge-projects',
    from,
    into,
    choice: { name: 'into', status: 'into', thesis: 'both' },
  });
const type = (about: string, body: string) => store.must({ type: 'keep-draft', about, body });
const drafts = () => store.get([draftsKey])[draftsKey];
const refusal = {
  ok: false,
  error: { code: 'bad-command', message: expect.stringContaining('typed in OPG and not saved') },
};

describe('what is typed while two projects are merged', () => {
  it('goes along as a note, and none of it is lost; an undo leaves it where it is', () => {
    type(from, 'half a thou');
    type(into, 'another');
    type(`thesis:${into}`, 'Who pays, and');
    const { op } = value(merge());
    const joined = { [into]: 'another\n\nhalf a thou', [`thesis:${into}`]: 'Who pays, and' };
    expect(drafts()).toEqual(joined);
    value(store.run({ type: 'undo-merge', op }));
    expect(drafts()).toEqual(joined);
  });

  it.each([
    ['name', 'OPG Lab'],
    ['thesis', 'Who pays, and'],
    ['alias', '$OP'],
  ])('as the %s of the one that goes has to be saved or discarded first', (field, body) => {
    type(`${field}:${from}`, body);
    const before = new Map(store.stored);
    expect(merge()).toMatchObject(refusal);
    expect(new Map(store.stored)).toEqual(before);
    type(`${field}:${from}`, '');
    expect(merge().ok).toBe(true);
  });

  it('has to be saved first where both notes are too long for one', () => {
    for (const about of [from, into]) type(about, 'x'.repeat(longestDraft - 1));
    expect(merge()).toMatchObject(refusal);
  });
});
