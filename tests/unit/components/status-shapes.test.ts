import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StatusGlyph } from '../../../components/StatusGlyph.tsx';
import { statuses } from '../../../lib/library/schema.ts';

test('statuses differ in shape alone, for who sees no colours or others', () => {
  const shapes = [...statuses, null].map((status) =>
    renderToStaticMarkup(createElement(StatusGlyph, { status }))
      .replace(/<title>.*<\/title>/, '')
      .replaceAll(/class="[^"]*"/g, ''),
  );
  expect(new Set(shapes).size).toBe(shapes.length);
  for (const shape of shapes) expect(shape).not.toMatch(/#[0-9a-f]{3}|rgb|oklch/i);
});
