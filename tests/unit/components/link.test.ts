import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Link } from '../../../components/Link.tsx';

const rendered = (to: string) => renderToStaticMarkup(createElement(Link, { to }, 'there'));

test.each([
  'https://example.org/a?b=c#d',
  'HTTP://127.0.0.1:8080/',
  'sidepanel.html#import',
  'sidepanel.html#trash',
])('%s is a link that opens apart and tells nothing', (to) => {
  expect(rendered(to)).toBe(`<a href="${to}" target="_blank" rel="noreferrer">there</a>`);
});

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'JAVASCRIPT://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  '//example.org',
  'https://',
  'http://exa mple.org',
  'card.html',
  '',
])('%j is text', (to) => {
  expect(rendered(to)).toBe('<span>there</span>');
});
