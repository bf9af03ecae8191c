// What changed, in a browser: the page of its own, what happened to a page, what a rule said before; also in Arabic.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { axe, launch, newFolder, onDisk, overhang, PROGRAM, PROJECT } from './support.mjs';

const PAGES = ['what-changed.html', 'rules/confidentiality.html', 'decisions/buy-equipment.html', 'find.html'];
const folder = newFolder('changes');
const handbooks = { en: join(folder, 'en'), ar: join(folder, 'ar') };
let browser;

before(async () => {
  const source = join(folder, 'charter');
  cpSync(join(PROJECT, 'examples', 'brookfield-school'), source, { recursive: true });
  const git = (...words) => execFileSync('git', ['-C', source, '-c', 'user.name=Ada', '-c', 'user.email=ada@school.example', ...words]);
  const change = (path, from, to) => {
    const text = readFileSync(join(source, path), 'utf8');
    assert.ok(text.includes(from), `${path} does not hold ${from}`);
    writeFileSync(join(source, path), text.replace(from, to));
  };
  const commit = (message) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet');
  commit('start');
  git('tag', 'v1');
  change('responsibilities.yaml', 'up_to: 100 GBP, by: service-desk', 'up_to: 500 GBP, by: service-desk');
  change('policies/confidentiality.md', 'version: 3', 'version: 4');
  change('policies/confidentiality.md', 'We keep to ourselves anything we see by accident.', 'We keep to ourselves all that we see by chance.');
  commit('raise');
  const render = (out) => execFileSync(
    PROGRAM, ['render', '-C', source, '--changes', 'last tag', '--history', '--audience', 'managers', '--out', out, '--quiet'],
  );
  render(handbooks.en);
  change('charter.yaml', 'language: en-GB', 'language: ar');
  render(handbooks.ar);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what changed', () => {
  for (const [language, handbook] of Object.entries(handbooks)) {
    for (const [width, colorScheme] of [[390, 'light'], [390, 'dark'], [1280, 'light'], [1280, 'dark']]) {
      it(`has no fault in ${language}, ${width} pixels wide and ${colorScheme}`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        for (const path of PAGES) {
          await page.goto(onDisk(handbook, path));
          assert.deepEqual(await axe(page), [], path);
          assert.ok((await overhang(page)) <= 0, path);
        }
        await page.close();
      });
    }
  }

  it('leads to the very place, and is found from the navigation and by the search', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(onDisk(handbooks.en, 'index.html'));
    await page.locator('nav.side').getByRole('link', { name: 'What changed' }).click();
    await page.locator('main').getByRole('link', { name: 'Keeping information private' }).first().click();
    assert.match(page.url(), /rules\/confidentiality\.html#S2$/);
    const since = page.locator('.part', { has: page.getByRole('heading', { name: 'What changed since version 3' }) });
    assert.match(await since.textContent(), /S2 of Keeping information private changed\. It said: We keep to ourselves anything/);
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('what changed');
    await page.getByRole('option', { name: 'What changed' }).first().click();
    assert.match(page.url(), /what-changed\.html$/);
    await page.close();
  });

  it('keeps its English sentences in their order where the page is read from the right', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(onDisk(handbooks.ar, 'what-changed.html'));
    const sentence = page.locator('main li span[lang=en]').first();
    assert.equal(await sentence.evaluate((span) => getComputedStyle(span).direction), 'ltr');
    assert.match(await sentence.textContent(), /^Service desk lead may now approve 500 GBP \(was 100 GBP\) for “Buy equipment/);
    assert.equal(await page.locator('main h1').textContent(), 'ما الذي تغيّر');
    await page.close();
  });
});
