// The handbook in a real browser, opened from disk: nothing to complain of for axe, nothing wider than a phone,
// nothing in the console, nothing asked of anyone.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VIEWS = [
  { name: 'desktop, light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop, dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'phone, light', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
];

const folder = mkdtempSync(join(tmpdir(), 'itcharter-browser-'));
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Returns the paths of all pages of a handbook. */
function pagesOf(handbook) {
  return readdirSync(handbook, { recursive: true }).filter((path) => path.endsWith('.html')).sort();
}

/** Looks at one page and returns what is wrong with it. */
async function faults(page, handbook, path) {
  const found = [];
  const listen = (message) => found.push(`console: ${message.text()}`);
  const ask = (request) => {
    const inside = request.url().startsWith(pathToFileURL(handbook).href);
    if (!inside && !request.url().startsWith('data:')) found.push(`asks for ${request.url()}`);
  };
  page.on('console', listen);
  page.on('request', ask);
  await page.goto(pathToFileURL(join(handbook, path)).href);
  const { width, inner } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    inner: window.innerWidth,
  }));
  if (width > inner) found.push(`is ${width} wide in a window of ${inner}`);
  page.off('console', listen);
  // The page's own policy forbids scripts, so axe is run through the debugger, in a world of its own.
  const result = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
  if (result.passes.length < 10) found.push(`axe looked at ${result.passes.length} rules only`);
  for (const violation of result.violations) {
    found.push(`${violation.id}: ${violation.nodes.map((node) => node.target).join(' ')}`);
  }
  page.off('request', ask);
  return found;
}

for (const charter of ['examples/brookfield-school', 'a fresh charter']) {
  describe(`the handbook of ${charter}`, () => {
    const handbook = join(folder, charter.replaceAll(/\W/g, '-'));

    before(() => {
      const source = charter.startsWith('examples') ? join(PROJECT, charter) : join(folder, 'fresh');
      if (!charter.startsWith('examples')) execFileSync(PROGRAM, ['init', source, '--quiet']);
      execFileSync(PROGRAM, ['render', '-C', source, '--audience', 'managers', '--out', handbook, '--quiet']);
    });

    for (const view of VIEWS) {
      it(`is without fault: ${view.name}`, async () => {
        const context = await browser.newContext({ viewport: view.viewport, colorScheme: view.colorScheme });
        const page = await context.newPage();
        const pages = pagesOf(handbook);
        assert.ok(pages.length > 20, `only ${pages.length} pages`);
        const found = [];
        for (const path of pages) {
          found.push(...(await faults(page, handbook, path)).map((fault) => `${relative('.', path)} ${fault}`));
        }
        await context.close();
        assert.deepEqual(found, []);
      });
    }

    it('can be walked with the keyboard alone', async () => {
      const context = await browser.newContext({ viewport: VIEWS[0].viewport });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(handbook, 'index.html')).href);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main');
      await page.keyboard.press('Enter');
      assert.match(page.url(), /#main$/);
      await context.close();
    });
  });
}
