// A handbook in Arabic: from the right, without a fault, searched and switched in its own words.

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
const PAGES = [
  'index', 'get-help', 'services', 'decisions', 'decisions/buy-equipment', 'what-it-can-see', 'report-a-concern', 'norms',
  'rules', 'rules/conduct', 'plain-words', 'team', 'roles', 'roles/service-desk', 'working-here', 'growing-here',
  'pay-and-thanks', 'calendar', 'new-starters', 'for-auditors', 'health', 'more', 'find',
];

const folder = mkdtempSync(join(tmpdir(), 'itcharter-languages-'));
const handbook = join(folder, 'handbook');
let browser;

const address = (path) => pathToFileURL(join(handbook, path)).href;

before(async () => {
  const source = join(folder, 'charter');
  cpSync(join(PROJECT, 'examples', 'brookfield-school'), source, { recursive: true });
  const change = (path, from, to) => {
    const file = join(source, path);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes(from), `${path} does not hold ${from}`);
    writeFileSync(file, text.replace(from, to));
  };
  change('charter.yaml', 'language: en-GB', 'language: ar');
  change('charter.yaml', 'name: IT team charter', 'name: ميثاق فريق التقنية');
  change('charter.yaml', 'org: Brookfield Academy', 'org: مدرسة الجدول');
  // Long after the last review of everything, so that there are findings.
  const day = ['--as-of', '2029-01-01'];
  execFileSync(PROGRAM, ['render', '-C', source, ...day, '--audience', 'managers', '--out', handbook, '--quiet']);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a handbook in Arabic', () => {
  for (const [width, colorScheme] of [[390, 'light'], [1280, 'dark']]) {
    it(`has no fault and never scrolls sideways, ${width} pixels wide and ${colorScheme}`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      for (const name of PAGES) {
        await page.goto(address(`${name}.html`));
        const result = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
        const faults = result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`);
        assert.deepEqual(faults, [], name);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${name}: ${over}`);
      }
      await page.close();
    });
  }

  it('is read from the right: the navigation stands there, and what is English says so', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address('health.html'));
    const right = async (where) => {
      const { x, width } = await page.locator(where).first().boundingBox();
      return x + width;
    };
    assert.ok((await right('nav.side')) > (await right('main')));
    const message = page.locator('main td span[lang=en], main th span[lang=en]').first();
    assert.equal(await message.evaluate((span) => getComputedStyle(span).direction), 'ltr');
    await page.close();
  });

  it('is searched and switched in its own words', async () => {
    const page = await browser.newPage();
    await page.goto(address('index.html'));
    const theme = page.locator('button.theme');
    assert.equal(await theme.getAttribute('aria-label'), 'الألوان: كما في جهازك. غيّرها إلى فاتحة');
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('المساعدة');
    await page.getByRole('option').first().waitFor();
    assert.match(await page.locator('.search-status').textContent(), /^(عدد النتائج:|أفضل) /);
    assert.equal(await page.locator('dialog.search').evaluate((dialog) => dialog.dir), 'rtl');
    await page.getByRole('combobox').fill('xyzzyqwv');
    await page.locator('.search-more a').first().waitFor();
    assert.equal(
      await page.locator('.search-more').textContent(),
      'جرّب كلمة أخرى، أو انظر كل شيء مرتبًا هجائيًا. يمكنك أيضًا أن تسألنا: طلب المساعدة.',
    );
    await page.close();
  });
});
