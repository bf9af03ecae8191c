// The search of a handbook opened from disk: answers first, whatever the reader types, with the keyboard alone, and
// without loading much.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
const MOST = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'itcharter-search-'));
const school = join(folder, 'school');
let browser;

before(async () => {
  execFileSync(PROGRAM, ['render', '-C', join(PROJECT, 'examples/brookfield-school'), '--out', school, '--quiet']);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and gives it to `look`; a message in the console is a fault. */
async function visit(handbook, path, look, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const messages = [];
  const loaded = new Set();
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  page.on('request', (request) => loaded.add(request.url()));
  await page.goto(pathToFileURL(join(handbook, path)).href);
  await look(page, loaded);
  await context.close();
  assert.deepEqual(messages, []);
}

/** Opens the search and types; returns what is shown once it has settled. */
async function type(page, words) {
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type(words, { delay: 20 });
  return settled(page);
}

/** Waits until the search says something, and returns the titles found. */
async function settled(page) {
  await page.waitForTimeout(400);
  await page.waitForFunction(() => document.querySelector('.search-status').textContent !== '');
  return page.locator('.search-title').allTextContents();
}

/** Returns how many bytes the files at these addresses have. */
function bytes(addresses) {
  return [...addresses].reduce((sum, address) => sum + statSync(fileURLToPath(address.split('#')[0])).size, 0);
}

describe('the search', () => {
  it('cuts words as the index does', () => {
    const code = readFileSync(join(PROJECT, 'src/render/templates/search/words.js'), 'utf8');
    const wordsOf = new Function(`${code}; return wordsOf;`)();
    for (const { text, english, words } of JSON.parse(readFileSync(join(PROJECT, 'tests/browser/words.json'), 'utf8'))) {
      assert.deepEqual(wordsOf(text, english), words, text);
    }
  });

  it('answers a question first', () => visit(school, 'roles/it-manager.html', async (page) => {
    const titles = await type(page, 'who can buy equipment');
    assert.equal(titles[0], 'Who can say yes to buying IT equipment?');
    const answer = await page.locator('.search-text').first().textContent();
    assert.match(answer, /^Up to 100 GBP the Service desk lead \(Chloe Martin\) can say yes; /);
    assert.match(await page.locator('.search-status').textContent(), /found\.$|^The best 10 of \d+\.$/);
    assert.ok((await page.locator('.search-title mark').allTextContents()).includes('equipment'));
  }));

  it('forgives a mistyped word', () => visit(school, 'index.html', async (page) => {
    assert.ok((await type(page, 'laptp')).some((title) => /laptop/i.test(title)));
    await page.locator('dialog input[role=combobox]').fill('');
    await page.keyboard.type('alptop');
    assert.ok((await settled(page)).some((title) => /laptop/i.test(title)));
    await page.locator('dialog input[role=combobox]').fill('');
    await page.keyboard.type('equipmnet');
    assert.ok((await settled(page)).includes('Who can say yes to buying IT equipment?'));
  }));

  it('knows the other names of words', () => visit(school, 'index.html', async (page) => {
    assert.ok((await type(page, 'MFA')).includes('two-step sign-in'));
  }));

  it('leads to the place with arrows and Enter, and marks it', () => visit(school, 'roles/it-manager.html', async (page) => {
    const titles = await type(page, 'borrow equipment trip');
    const wanted = titles.indexOf('Borrow equipment for a lesson or a trip');
    assert.ok(wanted >= 0, titles.join('\n'));
    const input = page.locator('dialog input[role=combobox]');
    for (let step = 0; step <= wanted; step += 1) await page.keyboard.press('ArrowDown');
    assert.equal(await input.getAttribute('aria-activedescendant'), `search:hit:${wanted}`);
    assert.equal(await page.locator('[aria-selected=true]').count(), 1);
    await Promise.all([page.waitForURL(/services\.html#service-borrow$/), page.keyboard.press('Enter')]);
    await page.waitForSelector('main mark');
    const marks = (await page.locator('main mark').allTextContents()).map((mark) => mark.toLowerCase());
    assert.ok(marks.includes('borrow'), marks.join());
    const inside = 'section:has(#service-borrow) mark';
    assert.equal(await page.locator(inside).count(), marks.length);
    // A place on this very page is marked without loading it anew.
    await type(page, 'colleague is leaving');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#service-leaver$/);
    await page.waitForSelector('section:has(#service-leaver) mark');
    assert.equal(await page.locator(inside).count(), 0);
    await page.reload();
    assert.equal(await page.locator('main mark').count(), 0);
  }));

  it('closes with Escape and gives the focus back', () => visit(school, 'index.html', async (page) => {
    await page.locator('.find').click();
    await page.waitForSelector('dialog[open]');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'combobox');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'find');
  }));

  it('says where to ask when it finds nothing', () => visit(school, 'index.html', async (page) => {
    assert.deepEqual(await type(page, 'xyzzyqwv'), []);
    assert.equal(await page.locator('.search-status').textContent(), 'Nothing found for “xyzzyqwv”.');
    const links = await page.locator('.search-more a').evaluateAll((all) => all.map((link) => link.getAttribute('href').split('/').pop()));
    assert.deepEqual(links, ['find.html', 'get-help.html']);
  }));

  it('leaves the key / to those who do not want it', () => visit(school, 'index.html', async (page) => {
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open]');
    await page.locator('.search-key input').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.waitForTimeout(200);
    assert.equal(await page.locator('dialog[open]').count(), 0);
  }));

  it('is a list from A to Z without scripts', () => visit(school, 'roles/it-manager.html', async (page) => {
    await page.locator('a.find').click();
    await page.waitForURL(/find\.html$/);
    await page.getByRole('link', { name: 'Who can say yes to buying IT equipment?' }).click();
    await page.waitForURL(/decisions\/buy-equipment\.html$/);
  }, { javaScriptEnabled: false }));

  for (const [name, options] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark', reducedMotion: 'reduce' }],
    ['on a phone', { viewport: { width: 320, height: 640 } }],
  ]) {
    it(`has nothing to complain of for axe, ${name}`, () => visit(school, 'index.html', async (page) => {
      for (const words of ['', 'laptop', ' xyzzyqwv']) {
        if (words) await page.locator('dialog input[role=combobox]').fill(words);
        else await page.keyboard.press('/');
        await page.waitForSelector('dialog[open]');
        if (words) await settled(page);
        const result = await page.evaluate(`${AXE}; axe.run({ preload: false, runOnly: ${JSON.stringify(TAGS)} })`);
        const found = result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
        assert.deepEqual(found, [], words);
        const wide = await page.evaluate(() => {
          const dialog = document.querySelector('dialog');
          return dialog.scrollWidth > dialog.clientWidth || document.documentElement.scrollWidth > window.innerWidth;
        });
        assert.equal(wide, false, words);
      }
    }, options));
  }
});

/** Renders the handbook of a charter of so many roles. */
function charter(roles, handbook) {
  const source = `${handbook}-charter`;
  mkdirSync(join(source, 'roles'), { recursive: true });
  writeFileSync(join(source, 'charter.yaml'), 'org: Big\nname: Big charter\npurpose: Keep things going.\nowner: role-0\napprover: role-1\nreview_every: 12 months\nlast_review: 2026-06-01\ntimezone: Etc/UTC\n');
  const places = ['library', 'workshop', 'kitchen', 'laboratory', 'theatre', 'warehouse', 'chapel', 'garage'];
  for (let number = 0; number < roles; number += 1) {
    const lines = Array.from({ length: 8 }, (_, at) => `  - Keep printer ${number * 8 + at} in the ${places[(number + at) % 8]} of building b${number % 997} ready for class c${at}x${number % 313}.`);
    writeFileSync(join(source, 'roles', `role-${number}.yaml`), `name: Technician ${number} of the ${places[number % 8]}\npurpose: Look after part ${number} of the work and keep it going.\nreports_to: ${number ? 'role-0' : 'none'}\ncontact: Room ${number}\nexpect:\n${lines.join('\n')}\n`);
  }
  execFileSync(PROGRAM, ['render', '-C', source, '--out', handbook, '--quiet'], { maxBuffer: 1e9, stdio: 'ignore' });
}

describe('the search of 1,000 pages', () => {
  it('takes at most 1 MB on disk, its engine included', () => {
    const handbook = join(folder, 'middle');
    charter(1000, handbook);
    const files = readdirSync(join(handbook, 'search')).map((name) => join(handbook, 'search', name));
    const size = [...files, join(handbook, 'assets', 'search.js')].reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(`# ${size} bytes in ${files.length + 1} files`);
    assert.ok(files.length > 2 && size <= 1_000_000, `${size} bytes`);
  });
});

describe('the search of 10,000 pages', () => {
  const large = join(folder, 'large');

  before(() => charter(10_000, large));

  for (const words of ['technician 77 library', 'printers in the kitchen', 'tehcnician workshpo', 'part of the work', 'b5 c']) {
    it(`loads little for “${words}”`, () => visit(large, 'roles/role-7.html', async (page, loaded) => {
      loaded.clear();
      await page.keyboard.press('/');
      await page.waitForSelector('dialog[open]');
      // Slowly, so that every letter is a search of its own.
      await page.keyboard.type(words, { delay: 160 });
      const titles = await settled(page);
      assert.equal(titles.length, 10);
      const size = bytes(loaded);
      console.log(`# ${size} bytes for ${words}`);
      assert.ok(size <= MOST, `${size} bytes for “${words}”: ${[...loaded].length} files`);
    }));
  }
});
