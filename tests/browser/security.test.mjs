// Every field of every kind is filled with what a browser would run, and a real browser opens every page: nothing runs,
// nothing is asked for, no element or attribute is there that a harmless charter would not have.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { launch } from './support.mjs';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const HARMLESS = 'plain words';
const PAYLOADS = [
  '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><b onclick=alert(1)>b</b>',
  '"><img src=x onerror=alert(1)> \' onmouseover=\'alert(1)\' </title></style></textarea></svg><script>alert(1)</script>',
  '[a](javascript:alert(1)) [b](JaVa&#x53;cript&colon;alert(1)) [c](data:text/html,<script>alert(1)</script>) <vbscript:x>',
  '![p](data:image/svg+xml,<svg/onload=alert(1)>) ![q](//evil.example/x.png) <style>*{background:url(//evil.example)}</style>',
];
const RECORDS = ['acknowledgements', 'kudos'];
const SINGLE = ['charter', 'worklife', 'growth', 'rewards'];
// What Markdown may make of such words: paragraphs of their own, and links to sites and people.
const MARKDOWN = ['<p>', '<code>', '<a rel>', 'href https:', 'href http:'];
const folder = mkdtempSync(join(tmpdir(), 'itcharter-security-'));
let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const VALUES = {
  money: '500 GBP', 'time-span': '2 days', 'reply-time': '2 days', date: '2026-01-05', month: '2026-03', clock: '07:30',
  'clock-range': '07:30-16:30', 'week-hours': 'Mon-Fri 07:30-16:30', 'time-zone': 'Europe/London', currency: 'GBP',
  language: 'en', id: 'word',
};

/** Fills the schema of an entity; free texts end with the payload. */
function fill(schema, payload, entity) {
  const form = (schema.anyOf ?? [schema]).toSorted((left, right) => rank(left) - rank(right))[0];
  if (form !== schema) return fill(form, payload, entity);
  if (schema['x-reference']) {
    const kind = schema['x-reference'].kinds[0];
    return `full-${kind === 'charter' ? 'role' : kind}`;
  }
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      if (!schema.properties) {
        const key = schema['x-key-reference'] ? `full-${schema['x-key-reference']}` : 'word';
        return { [key]: fill(schema.additionalProperties, payload) };
      }
      return Object.fromEntries(
        Object.entries(schema.properties).map(([name, field]) => [
          name,
          name === 'id' ? `full-${entity}` : fill(field, payload, name.replace(/s$/, '')),
        ]),
      );
    case 'array':
      return [fill(schema.items, payload, schema.items.title ?? entity)];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    default:
      return VALUES[schema.format] ?? `words ${payload}`;
  }
}

function rank(schema) {
  const at = ['object', 'array', 'string'].indexOf(schema.type);
  return at < 0 ? 9 : at;
}

/** Writes a charter with the payload in every field, renders it for managers, and returns the handbook's folder. */
function handbook(name, payload) {
  const schemas = join(folder, 'schemas');
  const charter = join(folder, name);
  execFileSync(PROGRAM, ['schema', '--out', schemas]);
  mkdirSync(join(charter, 'policies'), { recursive: true });
  for (const records of RECORDS) mkdirSync(join(charter, records));
  let files = 0;
  for (const file of readdirSync(schemas)) {
    const kind = file.replace(/\.json$/, '');
    const schema = JSON.parse(readFileSync(join(schemas, file), 'utf8'));
    const path = place(kind, schema);
    if (!path) continue;
    const value = fill(schema, payload);
    // JSON is YAML.
    let text = `${JSON.stringify(value)}\n`;
    if (path.endsWith('.md')) {
      const { body, ...head } = value;
      text = `---\n${JSON.stringify(head)}\n---\n\n# Heading\n\n${body}\n`;
    }
    writeFileSync(join(charter, path), text);
    files += 1;
  }
  assert.ok(files > 18, `only ${files} files were written`);
  mkdirSync(join(charter, 'pages'));
  writeFileSync(join(charter, 'pages', 'own.md'), `# Own ${payload}\n\n${payload}\n\n| ${payload} |\n| - |\n| ${payload} |\n`);
  const out = join(folder, `${name}-handbook`);
  const run = spawnSync(
    PROGRAM,
    ['render', '-C', charter, '--as-of', '2026-11-21', '--audience', 'managers', '--out', out, '--quiet'],
    { encoding: 'utf8' },
  );
  assert.equal(run.status, 0, run.stderr.slice(0, 4000));
  return out;
}

/** Returns where the file of a schema lies; nothing for the schemas of files that a list holds too. */
function place(kind, schema) {
  if (kind === 'policy') return 'policies/full-policy.md';
  if (kind === 'kudos') return 'kudos/2026.yaml';
  if (kind === 'acknowledgements') return 'acknowledgements/full-person.yaml';
  if (SINGLE.includes(kind) || schema.type === 'array') return `${kind}.yaml`;
  return undefined;
}

/** Opens every page of a handbook and returns what it is made of and what it did. */
async function look(handbook) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const did = [];
  const root = pathToFileURL(handbook).href;
  page.on('dialog', (dialog) => {
    did.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('console', (message) => did.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => did.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(root) && !url.startsWith('data:image/')) did.push(`asks for ${url}`);
  });
  const marks = new Set();
  const pages = readdirSync(handbook, { recursive: true }).filter((path) => path.endsWith('.html')).sort();
  for (const path of pages) {
    await page.goto(pathToFileURL(join(handbook, path)).href);
    const found = await page.evaluate(() => {
      const all = [];
      for (const element of document.querySelectorAll('*')) {
        all.push(`<${element.localName}>`);
        for (const { name, value } of element.attributes) {
          all.push(`<${element.localName} ${name}>`);
          const links = ['href', 'src', 'xlink:href', 'action', 'formaction', 'data'];
          if (links.includes(name)) {
            const { protocol } = new URL(value, 'https://base.example/');
            all.push(`${name} ${protocol}`);
          }
        }
      }
      return all;
    });
    found.forEach((mark) => marks.add(mark));
  }
  await page.goto(`${pathToFileURL(join(handbook, 'find.html')).href}`);
  const box = page.locator('input[type=search]').first();
  if (await box.count()) {
    await box.fill('words alert script');
    await page.waitForTimeout(300);
  }
  await context.close();
  return { did, marks, pages: pages.length };
}

describe('a hostile charter in a real browser', () => {
  let harmless;

  before(async () => {
    harmless = await look(handbook('harmless', HARMLESS));
    assert.deepEqual(harmless.did, []);
    assert.ok(harmless.pages > 20, `only ${harmless.pages} pages`);
  });

  PAYLOADS.forEach((payload, index) => {
    it(`runs, asks for and marks up nothing: ${payload.slice(0, 40)}`, async () => {
      const found = await look(handbook(`hostile-${index}`, payload));
      assert.deepEqual(found.did, []);
      const more = [...found.marks].filter((mark) => !harmless.marks.has(mark) && !MARKDOWN.includes(mark));
      assert.deepEqual(more, []);
    });
  });
});
