import { describe, expect, it } from 'vitest';
import { noteKey, projectKey } from '../../../lib/library/keys.ts';
import { quarantineIn } from '../../../lib/library/quarantine.ts';
import { planRecovery } from '../../../lib/library/recovery-plan.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { all, copy, expectWhole, now, plan, repaired } from './recovered.ts';

describe('what was put aside', () => {
  const store = new MemoryStore();
  const project = store.must(keep('OpenGradient', '$OPG'));
  const first = store.must(note(project, 'first'));
  const whole = all(store);
  const harmed = { ...whole, [noteKey(first)]: 'garbage' };
  const once = repaired(harmed, plan(harmed, whole));
  const [entry] = quarantineIn(once);

  it('says what makes no sense in it, for whoever opens the file', () => {
    expect(entry!.reason).toBe('must be a record');
    const broken = { ...whole, [noteKey(first)]: { ...Object(whole[noteKey(first)]), body: 7 } };
    expect(quarantineIn(repaired(broken, plan(broken, whole)))).toMatchObject([
      { reason: 'body: must be text' },
    ]);
    const swapped = { ...whole, [noteKey(first)]: { ...Object(whole[noteKey(first)]), id: 'id-another' } };
    expect(plan(swapped, whole).aside).toMatchObject([{ reason: 'it holds id-another' }]);
  });

  it('comes back from the second copy where the store was emptied', () => {
    const after = repaired({}, plan({}, once));
    expect(quarantineIn(after)).toEqual([entry]);
    expect(after[entry!.key]).toBe('garbage');
  });

  it('stays beside what the next repair puts aside, from whichever copy', () => {
    const again = { ...whole, [projectKey(project)]: 'also garbage' };
    const after = repaired(again, plan(again, once));
    expect(quarantineIn(after).map(({ was }) => was)).toEqual([noteKey(first), projectKey(project)]);
    expect(quarantineIn(after).map(({ key }) => after[key])).toEqual(['garbage', 'also garbage']);
  });

  it('is found where its list is damaged, and the list is put aside too', () => {
    const lost = { ...once, quarantine: 'torn', [projectKey(project)]: 7 };
    const after = repaired(lost, plan(lost, {}));
    expectWhole(after);
    expect(quarantineIn(after).map(({ was }) => was)).toEqual(
      expect.arrayContaining([noteKey(first), projectKey(project), 'quarantine']),
    );
    expect(quarantineIn(after).map(({ key }) => after[key])).toEqual(
      expect.arrayContaining(['garbage', 7, 'torn']),
    );
  });

  it('lies under a key of its own, also where both manifests are lost again', () => {
    const bare = { [noteKey(first)]: 'one' };
    const one = repaired(bare, plan(bare, {}));
    const two = { ...one, manifest: 7, [noteKey(first)]: 'two' };
    const after = repaired(two, value(planRecovery(copy(two), copy({}), '2026-07-01T00:00:00.000Z')));
    const values = quarantineIn(after).map(({ key }) => after[key]);
    expect(values).toEqual(expect.arrayContaining(['one', 'two']));
  });

  it('a record that the second copy refuses to give stays there, listed', () => {
    const { set } = value(planRecovery(copy({}), copy(whole, [noteKey(first)]), now));
    expect(set.quarantine).toMatchObject([{ key: noteKey(first), was: noteKey(first), from: 'mirror' }]);
  });
});
