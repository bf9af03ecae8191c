// Comfort while reading: light and dark, what words mean, the way through a section, paper.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const folder = mkdtempSync(join(tmpdir(), 'itcharter-comfort-'));
const handbook = join(folder, 'handbook');
let browser;
let context;
let page;

const open = (path) => page.goto(pathToFileURL(join(handbook, path)).href);
const dark = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor === 'rgb(23, 24, 23)');

/** Returns what axe has to say about the page as it is now. */
async function faults() {
  const result = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

before(async () => {
  const source = join(folder, 'charter');
  cpSync(join(PROJECT, 'examples', 'brookfield-school'), source, { recursive: true });
  writeFileSync(join(source, '.itcharter.yaml'), 'handbook:\n  edit: https://git.example/edit/{path}\n');
  writeFileSync(join(source, 'pages', 'words.md'), '# Words\n\nThe network, its backup and the log.\n');
  execFileSync(PROGRAM, ['render', '-C', source, '--audience', 'managers', '--out', handbook, '--quiet']);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('reading', () => {
  before(async () => {
    context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
    page = await context.newPage();
  });
  after(() => context.close());

  it('goes from the system to light and dark and back, and keeps the choice', async () => {
    await open('index.html');
    const button = page.getByRole('button', { name: /^Colours: / });
    assert.equal(await button.getAttribute('aria-label'), 'Colours: as on your device. Change to light');
    const { width, height } = await button.boundingBox();
    assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await dark(), false);
    await page.keyboard.press('Enter');
    await page.emulateMedia({ colorScheme: 'light' });
    assert.equal(await dark(), true);
    await open('roles.html');
    assert.equal(await dark(), true);
    assert.deepEqual(await faults(), []);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light');
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: /^Colours: dark/ }).click();
    assert.equal(await dark(), false);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  it('shows what a word means by focus and closes it by Escape', async () => {
    await open('pages/words.html');
    const word = page.locator('.term', { hasText: 'backup' });
    const card = page.getByRole('tooltip');
    assert.equal(await page.locator('.term').count(), 3);
    await word.focus();
    assert.equal(await card.textContent(), await word.getAttribute('data-means'));
    assert.equal(await word.getAttribute('aria-describedby'), await card.getAttribute('id'));
    assert.deepEqual(await faults(), []);
    await page.keyboard.press('Escape');
    assert.equal(await card.count(), 0);
    assert.equal(await word.evaluate((link) => link === document.activeElement), true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/plain-words\.html#term-/);
  });

  it('shows what a word means under the pointer, which may move onto it', async () => {
    await open('pages/words.html');
    const card = page.getByRole('tooltip');
    await page.locator('.term').first().hover();
    await card.waitFor();
    await card.hover();
    await page.waitForTimeout(400);
    assert.equal(await card.isVisible(), true);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: 'hidden' });
  });

  it('shows what a word means by the first touch and follows by the second', async () => {
    const phone = await browser.newContext({ hasTouch: true, viewport: { width: 320, height: 640 } });
    const small = await phone.newPage();
    await small.goto(pathToFileURL(join(handbook, 'pages/words.html')).href);
    await small.locator('.term').first().tap();
    await small.getByRole('tooltip').waitFor();
    assert.match(small.url(), /words\.html$/);
    assert.equal(await small.evaluate(() => document.documentElement.scrollWidth), 320);
    await small.locator('.term').first().tap();
    await small.waitForURL(/plain-words\.html#term-/);
    await phone.close();
  });

  it('leads from the first page of a section through all of them and back', async () => {
    await open('roles.html');
    const expected = await page.evaluate(() =>
      [...new Set([...document.querySelectorAll('main a:not(svg a)')].map((link) => link.href.split('#')[0]))].filter((href) =>
        /\/roles\/[^/]+\.html$/.test(href),
      ),
    );
    const walked = [];
    while (await page.locator('.turn .next').count()) {
      await page.locator('.turn .next').click();
      await page.waitForLoadState();
      walked.push(page.url());
      assert.ok(walked.length <= expected.length, 'goes in circles');
    }
    assert.deepEqual([...walked].sort(), expected.sort());
    for (let left = walked.length; left > 0; left -= 1) {
      await page.locator('.turn a', { hasText: 'Previous' }).click();
      await page.waitForLoadState();
    }
    assert.match(page.url(), /\/roles\.html$/);
  });

  it('says where a page can be edited', async () => {
    await open('roles/it-manager.html');
    const link = page.getByRole('link', { name: 'Edit this page' });
    assert.equal(await link.getAttribute('href'), 'https://git.example/edit/roles/it-manager.yaml');
  });

  it('leaves on paper what can be read there', async () => {
    await open('report-a-concern.html');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.theme', '.find', '.menu', '.side', '.toc', '.trail', '.turn', '.edit', '.site-foot']) {
      assert.equal(await page.locator(gone).filter({ visible: true }).count(), 0, gone);
    }
    const picked = page.locator('.picker tbody tr');
    assert.equal(await picked.filter({ visible: true }).count(), await picked.count());
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('.behind:not([open])').count(), 0);
  });

  it('is without fault for axe', async () => {
    for (const path of ['index.html', 'roles/it-manager.html', 'plain-words.html', 'teams/it.html', 'rules.html']) {
      await open(path);
      assert.deepEqual(await faults(), [], path);
    }
  });
});
