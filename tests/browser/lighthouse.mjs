// Lighthouse on pages of handbooks, from a plain server as a usual host answers.
//
// On its own: `node lighthouse.mjs` looks at the four main pages of every example, for a phone and a desk, and prints
// a table. Ends with 1 when anything is below 100.

import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { launch as launchChrome } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

import { CHARTERS, CHROMIUM, FLAGS, newFolder, pagesOf, render, serve } from './support.mjs';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Returns the main pages of a handbook: start, a role, who decides, report a concern. */
export function mainPages(handbook) {
  const role = pagesOf(handbook).find((path) => path.startsWith('roles/'));
  return ['index.html', role, 'decisions.html', 'report-a-concern.html'];
}

/** Starts a browser for Lighthouse. */
export function start() {
  return launchChrome({ chromePath: CHROMIUM, chromeFlags: ['--headless=new', ...FLAGS], logLevel: 'silent' });
}

/** Looks at one page; returns its scores from 0 to 100, and what keeps each below. */
export async function look(chrome, address, desk) {
  const options = { port: chrome.port, output: 'json', logLevel: 'silent', onlyCategories: CATEGORIES };
  const { lhr } = await lighthouse(address, options, desk ? desktopConfig : undefined);
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
  const below = Object.values(lhr.categories).flatMap((category) => category.auditRefs
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
    .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ''}`.trim()));
  return { scores, below };
}

async function matrix() {
  const folder = newFolder('lighthouse');
  const chrome = await start();
  let short = 0;
  console.log('| example | page | screen | performance | accessibility | best practices | SEO |');
  console.log('|---|---|---|---:|---:|---:|---:|');
  try {
    for (const charter of CHARTERS) {
      const handbook = render(charter, folder);
      const { address, close } = await serve(handbook);
      for (const path of mainPages(handbook)) {
        for (const desk of [false, true]) {
          const { scores, below } = await look(chrome, address + path, desk);
          console.log(`| ${[charter, path, desk ? 'desk' : 'phone', ...scores].join(' | ')} |`);
          for (const audit of below) console.error(`  ${path}: ${audit}`);
          if (scores.some((score) => score < 100)) short += 1;
        }
      }
      await close();
    }
  } finally {
    await chrome.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(short ? `${short} of them below 100` : 'all at 100');
  return short === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await matrix()) ? 0 : 1;
}
