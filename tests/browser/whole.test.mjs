// The handbook in one file: it works by itself, every link finds its place, and it prints.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { launch } from './support.mjs';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const folder = mkdtempSync(join(tmpdir(), 'itcharter-whole-'));
const trouble = [];
let browser;
let page;

before(async () => {
  const source = join(folder, 'charter');
  cpSync(join(PROJECT, 'examples', 'brookfield-school'), source, { recursive: true });
  const out = join(folder, 'out');
  execFileSync(PROGRAM, ['render', '-C', source, '--single-file', '--audience', 'it', '--out', out, '--quiet']);
  // Alone in a folder: whatever it needs is in it.
  cpSync(join(out, 'handbook.html'), join(folder, 'alone.html'));
  browser = await launch();
  page = await (await browser.newContext({ viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' })).newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().endsWith('/alone.html')) trouble.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, 'alone.html')).href);
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the handbook in one file', () => {
  it('has no link without a place and no two places with one name', async () => {
    const wrong = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
      const links = [...document.querySelectorAll('a[href]')];
      const inside = links.filter((link) => link.getAttribute('href').startsWith('#'));
      const dead = inside.filter((link) => !document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1))));
      const files = links.filter((link) => !/^(#|https?:|mailto:|tel:)/.test(link.getAttribute('href')));
      return { twice, dead: [...dead, ...files].map((link) => link.getAttribute('href')), inside: inside.length };
    });
    assert.ok(wrong.inside > 200, `${wrong.inside}`);
    assert.deepEqual([wrong.twice, wrong.dead], [[], []]);
  });

  it('is open to everyone, light and dark, on a phone', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const result = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
      const faults = result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
      assert.deepEqual(faults, [], colorScheme);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  });

  it('answers whom to report a concern to, and needs nothing from elsewhere', async () => {
    assert.ok(await page.getByRole('combobox').count() > 0);
    await page.getByRole('button', { name: /^Colours: / }).click();
    assert.deepEqual(trouble, []);
  });

  it('prints with every section on a page of its own', async () => {
    const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    const sections = await page.locator('.sheet.first').count();
    assert.ok(pages > sections && sections > 8, `${pages} pages, ${sections} sections`);
  });
});
