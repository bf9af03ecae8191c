// The preview while somebody writes: pages load anew, findings are shown, nothing breaks the pages' policy.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launch } from './support.mjs';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const folder = mkdtempSync(join(tmpdir(), 'itcharter-serve-'));
const trouble = [];
let program;
let address;
let browser;
let page;

/** Returns what axe has to say about the page as it is now. */
async function faults() {
  const result = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
}

before(async () => {
  cpSync(join(PROJECT, 'examples', 'brookfield-school'), folder, { recursive: true });
  program = spawn(PROGRAM, ['serve', '-C', folder, '--port', '0', '--as-of', '2026-11-21'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  [address] = await once(createInterface({ input: program.stdout }), 'line');
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
});

after(async () => {
  await browser?.close();
  program?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

describe('the preview', () => {
  it('shows a change without being asked and keeps the place on the page', async () => {
    await page.goto(`${address}pages/exam-weeks.html`);
    const panel = page.getByRole('complementary', { name: 'Preview' });
    assert.match(await panel.textContent(), /Preview for everyone: nothing found/);
    appendFileSync(join(folder, 'pages', 'exam-weeks.md'), '\nA sentence that was added just now.\n');
    await page.getByText('A sentence that was added just now.').waitFor();
    assert.deepEqual(await faults(), []);
  });

  it('shows a finding with its place and what to do, and takes it away again', async () => {
    const file = join(folder, 'pages', 'exam-weeks.md');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}\nAsk [[role:service-dsk]].\n`);
    const finding = page.getByText('service-dsk');
    await page.locator('summary.itcharter-line.found').click();
    assert.match(await page.locator('.itcharter-panel').textContent(), /link-dead.*pages\/exam-weeks\.md:\d+:\d+/s);
    assert.equal(await finding.last().isVisible(), true);
    await page.reload();
    assert.equal(await finding.last().isVisible(), true, 'a panel that was opened stays open');
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await faults(), [], colorScheme);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    writeFileSync(file, good);
    await page.locator('.itcharter-line.good').waitFor();
  });

  it('shows again what was changed while the page was not looked at', async () => {
    const other = await page.context().newPage();
    await other.goto(address);
    appendFileSync(join(folder, 'pages', 'exam-weeks.md'), '\nWritten behind your back.\n');
    await page.bringToFront();
    await page.getByText('Written behind your back.').waitFor();
    await other.close();
  });

  it('breaks no policy and says when it has stopped', async () => {
    assert.deepEqual(trouble, []);
    const ended = once(program, 'exit');
    program.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
    await page.getByText('The preview has stopped').waitFor();
  });
});
