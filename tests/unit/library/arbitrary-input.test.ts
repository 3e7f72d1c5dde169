import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePageQuestion } from '../../../lib/library/page-question.ts';
import { parseEnvelope } from '../../../lib/library/parse-envelope.ts';
import { parseCardRequest } from '../../../lib/library/show-mention.ts';

const mention = { key: '$opg', text: '$OPG', kind: 'cashtag', strength: 'strong' };
const envelope = { op: 'b2d1b7f2-5c7e-4d0e-9b0a-1f6d1c1d2e3f', command: { type: 'pause', on: true } };
const question = { site: 'a.example', aliases: ['$opg'] };
const source = { url: '', title: '', quote: '' };
const show = { type: 'show', mention, beside: [mention], onPage: ['$opg'], site: '', source, theme: 'dark' };

/** JSON of any shape, and well-formed messages in which any one value or name is replaced by such. */
const received = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc
    .tuple(fc.constantFrom(envelope, question, show), fc.string(), fc.jsonValue({ maxDepth: 3 }))
    .map(([message, name, value]) => ({ ...message, [name]: value })),
  fc
    .tuple(fc.constantFrom(envelope, question, show), fc.nat(), fc.jsonValue({ maxDepth: 3 }))
    .map(([message, at, value]) => {
      const names = Object.keys(message);
      return { ...message, [names[at % names.length] ?? '']: value };
    }),
  fc
    .tuple(fc.constantFrom('__proto__', 'constructor', 'toString'), fc.jsonValue())
    .map(([name, value]) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`)),
);

test('no JSON makes a parser throw, and what it lets through has its shape', () => {
  let passed = 0;
  fc.assert(
    fc.property(received, (value) => {
      const asked = parsePageQuestion(value);
      if (asked) expect(Object.keys(asked).sort()).toEqual(['aliases', 'site']);
      const shown = parseCardRequest(value);
      if (shown) expect(Object.keys(shown)).toHaveLength(Object.keys(show).length);
      const command = parseEnvelope(value);
      if (command.ok) expect(Object.keys(command.value).sort()).toEqual(['command', 'op']);
      passed += Number(asked !== null || shown !== null || command.ok);
    }),
    { numRuns: 10_000 },
  );
  expect(passed, 'some of them are well formed').toBeGreaterThan(0);
  expect([parsePageQuestion(question), parseCardRequest(show), parseEnvelope(envelope).ok]).toEqual([
    question,
    show,
    true,
  ]);
});
