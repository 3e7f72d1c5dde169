import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { MentionKind } from '../../lib/mentions/mention.ts';
import { type AliasTable, aliasTable } from '../../lib/mentions/resolve.ts';

/** Beside the project's folder: real posts and pages under licences of their own, no part of this repository. */
const folder = new URL('../../../shared/data/', import.meta.url);

/** Whether the data is there to measure against. */
export const hasData = (): boolean => existsSync(folder);

const read = (path: string): Buffer => readFileSync(new URL(path, folder));

function readLines<T>(path: string): T[] {
  const bytes = read(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

export interface Tweet {
  text: string;
  mentions: { start: number; end: number; kind: MentionKind }[];
}
/** Tweets with the platform's own entities. */
export const readTweets = (): Tweet[] => readLines('posts/finance-tweets.jsonl');

/** Posts without gold. */
export const readPosts = (name: 'crypto-reddit' | 'stock-tweets'): string[] =>
  readLines<{ text: string }>(`posts/${name}.jsonl`).map(({ text }) => text);

export interface DocumentationPage {
  pkg: string;
  path: string;
  html: string;
}
export const readDocumentation = (): DocumentationPage[] => readLines('pages/documentation.jsonl.gz');

export interface TextFile {
  path: string;
  text: string;
}
export const readSourceFiles = (): TextFile[] => readLines('pages/source-files.jsonl.gz');
export const readShellHelp = (): TextFile[] => readLines('pages/shell-help.jsonl');

/** What is expected of a conformance case: values alone, or code points as well. */
export type Expected = string | { indices: [number, number] };
export interface ConformanceCase {
  description: string;
  text: string;
  expected: Expected[];
}
export const readConformance = (): Record<string, ConformanceCase[]> =>
  parse(read('twitter-text/extract.yml').toString('utf8')).tests;

/** The library that hits are resolved against. */
export function readWatchlist(): AliasTable {
  const { projects }: { projects: { id: string; aliases: string[] }[] } = JSON.parse(
    read('watchlist.json').toString('utf8'),
  );
  return aliasTable(
    projects.map(({ id, aliases }) => ({ id, aliases: aliases.map((text) => ({ text, site: null })) })),
  );
}
