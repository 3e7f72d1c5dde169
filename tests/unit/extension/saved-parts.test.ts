import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinIndex, joinRecords } from '../../../lib/extension/index-parts.ts';
import { unpackAll } from '../../../lib/extension/packed.ts';
import { createSavedParts, type IndexWrite } from '../../../lib/extension/saved-parts.ts';

const indexOf = (count: number, version: number) => ({
  projects: Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `project-${at}`,
      { name: `Number ${at}, ${at === 0 ? version : 0}`, why: 'x'.repeat(30) },
    ]),
  ),
  recent: [],
});

/** A copy that carries out what it is asked for in its order, and answers whenever it likes. */
function createCopy(mayLie?: (key: string) => boolean) {
  const lies = new Map<string, unknown>();
  return {
    lies,
    parts: createSavedParts(mayLie ?? ((key) => lies.has(key))),
    carryOut({ set, remove }: IndexWrite) {
      for (const [key, stored] of Object.entries(set)) lies.set(key, stored);
      for (const key of remove) lies.delete(key);
    },
    index: () => joinRecords(unpackAll(Object.fromEntries(lies))).index,
  };
}

test('of two writes at once the first to be answered says nothing of what lies there after both', () => {
  const { parts, carryOut, index } = createCopy();
  const [first, second] = [parts.write(indexOf(1_200, 1)), parts.write(indexOf(1_200, 2))];
  carryOut(first);
  carryOut(second);
  first.written();
  carryOut(parts.write(indexOf(1_200, 1)));
  expect(index()).toEqual(indexOf(1_200, 1));
});

test('a removal that was refused is asked for again', () => {
  const { parts, carryOut, lies } = createCopy();
  const large = parts.write(indexOf(1_200, 1));
  carryOut(large);
  large.written();
  const small = parts.write(indexOf(3, 1));
  carryOut({ ...small, remove: [] });
  small.written();
  carryOut(parts.write(indexOf(3, 2)));
  expect([...lies.keys()]).toEqual(['index']);
});

test('what was read says what need not be written, unless something was written meanwhile', () => {
  const { parts, carryOut, lies, index } = createCopy();
  carryOut(createSavedParts(() => false).write(indexOf(1_200, 1)));
  const read = parts.reading();
  for (const [key, stored] of lies) read(key, stored);
  expect(Object.keys(parts.write(indexOf(1_200, 2)).set)).toEqual(['index', 'index:0']);

  const [late, before] = [parts.reading(), new Map(lies)];
  const write = parts.write(indexOf(1_200, 3));
  carryOut(write);
  write.written();
  for (const [key, stored] of before) late(key, stored);
  carryOut(parts.write(indexOf(1_200, 1)));
  expect(index()).toEqual(indexOf(1_200, 1));
});

test('what was asked for while a write was under way says nothing', () => {
  const { parts, carryOut, lies, index } = createCopy();
  const first = parts.write(indexOf(1_200, 1));
  carryOut(first);
  first.written();
  const second = parts.write(indexOf(1_200, 2));
  const [read, before] = [parts.reading(), new Map(lies)];
  carryOut(second);
  for (const [key, stored] of before) read(key, stored);
  carryOut(parts.write(indexOf(1_200, 1)));
  expect(index()).toEqual(indexOf(1_200, 1));
});

test('what somebody changes before a write is answered is written anew', () => {
  const { parts, carryOut, lies, index } = createCopy();
  const first = parts.write(indexOf(1_200, 1));
  carryOut(first);
  lies.set('index:0', 'half');
  parts.changed('index:0', 'half');
  first.written();
  carryOut(parts.write(indexOf(1_200, 1)));
  expect(index()).toEqual(indexOf(1_200, 1));
});

test('whatever is written, read and answered in whatever order, the index written last lies there', () => {
  const step = fc.record({
    act: fc.constantFrom('write', 'carry', 'answer', 'refuse', 'ask', 'look', 'told', 'damage', 'forget'),
    version: fc.nat(1),
    count: fc.constantFrom(3, 1_200),
  });
  const changing = fc.array(step, { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(changing, fc.constantFrom(1, 2), (steps, atOnce) => {
      const { parts, carryOut, lies, index } = createCopy(() => true);
      const asked: IndexWrite[] = [];
      const carried: IndexWrite[] = [];
      const reads: { answer: ReturnType<typeof parts.reading>; found?: Map<string, unknown> }[] = [];
      const carry = () => {
        const write = asked.shift();
        if (!write) return;
        carryOut(write);
        carried.push(write);
      };
      const write = (count: number, version: number) => asked.push(parts.write(indexOf(count, version)));
      for (const { act, version, count } of steps) {
        if (act === 'write' && asked.length + carried.length < atOnce) write(count, version);
        else if (act === 'carry') carry();
        else if (act === 'answer') carried.shift()?.written();
        else if (act === 'refuse') asked.pop();
        else if (act === 'ask') reads.push({ answer: parts.reading() });
        else if (act === 'look') for (const read of reads) read.found ??= new Map(lies);
        else if (act === 'told') {
          const read = reads.shift();
          for (const [key, stored] of read?.found ?? []) read?.answer(key, stored);
        } else if (act === 'damage' && asked.length === 0) {
          lies.set('index:0', 'half');
          parts.changed('index:0', 'half');
          // What was read before that is not told any more.
          reads.length = 0;
        } else if (act === 'forget') parts.forget();
      }
      while (asked.length > 0) carry();
      write(1_200, 1);
      carry();
      expect(index()).toEqual(indexOf(1_200, 1));
    }),
    { numRuns: 400 },
  );
});

test('a part that is missing or half leaves no index, and all that is left of it', () => {
  const { parts, carryOut, lies } = createCopy();
  carryOut(parts.write(indexOf(1_200, 1)));
  lies.set('index:1', 'json:{"half');
  lies.delete('index:2');
  const left = joinIndex((key) => unpackAll(Object.fromEntries(lies))[key]);
  expect(left).not.toHaveProperty('projects');
  const [good, half, missing] = Reflect.get(Object(left), 'parts');
  expect(Object.keys(good)).toContain('project-0');
  expect([half, missing]).toEqual(['json:{"half', null]);
});
