// The files beside the pages of a handbook are ones that other programs take: each is read by a parser that is not
// ours, or held against the rules of its format.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { XMLParser, XMLValidator } from 'fast-xml-parser';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const SITE = 'https://handbook.example/it/';

const folder = mkdtempSync(join(tmpdir(), 'itcharter-handbook-'));
after(() => rmSync(folder, { recursive: true }));

const charter = join(folder, 'it');
cpSync(join(PROJECT, 'examples', 'brookfield-school'), charter, { recursive: true });
appendFileSync(join(charter, '.itcharter.yaml'), `handbook:\n  site: ${SITE}\n`);
const git = (...args) =>
  execFileSync('git', ['-C', charter, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
git('init', '--quiet');
git('add', '.');
git('commit', '--quiet', '--message', 'change ]]> & <b> "all"');
execFileSync(PROGRAM, [
  'render', '-C', charter, '--as-of', '2026-11-21', '--format', 'html,json', '--audience', 'managers',
  '--out', join(folder, 'book'), '--quiet',
]);
const text = (path) => readFileSync(join(folder, 'book', path), 'utf8');
const xml = (path) => {
  assert.equal(XMLValidator.validate(text(path)), true);
  return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(text(path));
};

it('the site map lists pages that are there', () => {
  const { url } = xml('sitemap.xml').urlset;
  assert.ok(url.length > 20, `only ${url.length} pages`);
  for (const { loc } of url) {
    assert.ok(loc.startsWith(SITE), loc);
    text(loc.slice(SITE.length) || 'index.html');
  }
});

it('the feed has its fields, and no entry twice', () => {
  const { feed } = xml('atom.xml');
  assert.equal(feed.id, SITE);
  assert.ok(feed.entry.length > 5 && feed.entry.length <= 50, `${feed.entry.length} entries`);
  assert.equal(new Set(feed.entry.map((entry) => entry.id)).size, feed.entry.length);
  for (const entry of feed.entry) {
    assert.match(entry.updated, /^\d{4}-\d\d-\d\dT00:00:00Z$/);
    assert.ok(entry.title && entry.summary && entry.link.href.startsWith(SITE));
  }
});

it('the calendar has lines that end and fold as they must', () => {
  const lines = text('calendar.ics').split('\r\n');
  assert.equal(lines.pop(), '');
  const open = [];
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
    assert.match(line, /^( .|[A-Z-]+[:;])/);
    if (line.startsWith('BEGIN:')) open.push(line.slice(6));
    if (line.startsWith('END:')) assert.equal(open.pop(), line.slice(4));
  }
  assert.deepEqual(open, []);
  const names = lines.filter((line) => line.startsWith('UID:'));
  assert.ok(names.length > 3 && new Set(names).size === names.length);
});

it('the index of the data lists every file with its items', () => {
  const index = JSON.parse(text('data/index.json'));
  assert.deepEqual([index.version, index.as_of], [1, '2026-11-21']);
  for (const { kind, path, items } of index.files) {
    const file = JSON.parse(text(path));
    assert.deepEqual([file.version, file.kind, file.items.length], [1, kind, items]);
  }
  const files = readdirSync(join(folder, 'book', 'data')).filter((name) => name !== 'index.json');
  assert.deepEqual(index.files.map(({ path }) => path).sort(), files.map((name) => `data/${name}`).sort());
});
