// What the tests in a browser share: the handbooks they look at, the browser, a plain server, and how to look.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';

export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** The examples, and the charter that a new user starts with. */
export const CHARTERS = ['brookfield-school', 'northgate-logistics', 'openharbor-infra', 'st-brigid-hospital', 'a fresh charter'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ics': 'text/calendar', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};

/** Makes a folder for what a test writes. */
export function newFolder(name) {
  return mkdtempSync(join(tmpdir(), `itcharter-${name}-`));
}

/** Renders the handbook of one of the charters below `folder` and returns its place. */
export function render(charter, folder) {
  const handbook = join(folder, charter.replaceAll(' ', '-'));
  let source = join(PROJECT, 'examples', charter);
  if (charter === 'a fresh charter') {
    source = join(folder, 'fresh');
    execFileSync(PROGRAM, ['init', source, '--quiet']);
  }
  const options = ['--audience', 'managers', '--out', handbook, '--quiet'];
  execFileSync(PROGRAM, ['render', '-C', source, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  return handbook;
}

/** Returns the paths of all pages of a handbook. */
export function pagesOf(handbook) {
  return readdirSync(handbook, { recursive: true }).filter((path) => path.endsWith('.html')).sort();
}

/** Returns one page of each sort: all at the top, and the largest of each folder. */
export function sortsOf(handbook) {
  const largest = new Map();
  const size = (path) => statSync(join(handbook, path)).size;
  for (const path of pagesOf(handbook)) {
    const sort = path.includes(sep) ? dirname(path) : path;
    if (!largest.has(sort) || size(largest.get(sort)) < size(path)) largest.set(sort, path);
  }
  return [...largest.values()];
}

/** Starts the browser. */
export function launch(flags = []) {
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags] });
}

/** Serves a folder as a plain host does, with nothing but the type of each file; returns its address and how to end. */
export async function serve(folder, headers = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    try {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...headers });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Nothing here');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

/** Returns the address of a page on disk. */
export function onDisk(handbook, path = '') {
  return pathToFileURL(join(handbook, path)).href + (path ? '' : '/');
}

/** Calls `look(page, item, complain)` for each item, on several pages at once; returns the complaints. */
export async function inParallel(browser, options, items, look, workers = 3) {
  const complaints = [];
  const queue = [...items];
  const work = async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const name = item;
      await look(page, item, (fault) => complaints.push(`${name}: ${fault}`));
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: workers }, work));
  return complaints.sort();
}

/** Listens to what a page should never do, and returns how to stop: speak in the console, fail, ask elsewhere. */
export function listen(page, inside, complain) {
  const listeners = {
    console: (message) => complain(`console: ${message.text()}`),
    pageerror: (error) => complain(`error: ${error}`),
    request: (request) => {
      const url = request.url();
      if (!url.startsWith(inside) && !url.startsWith('data:')) complain(`asks for ${url}`);
    },
    requestfailed: (request) => complain(`cannot load ${request.url()}`),
    response: (response) => {
      if (response.status() >= 400) complain(`${response.status()} for ${response.url()}`);
    },
  };
  for (const [name, listener] of Object.entries(listeners)) page.on(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) page.off(name, listener);
  };
}

/** The rules of axe that see colours. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Returns what axe has to say about the page as it is now: by all its rules that count, or by some. */
export async function axe(page, rules) {
  // The page's own policy forbids scripts, so axe is run through the debugger.
  const runOnly = rules ? { type: 'rule', values: rules } : TAGS;
  const options = JSON.stringify({ preload: false, resultTypes: ['violations'], runOnly });
  const found = await page.evaluate(`${AXE}; axe.run(${options}).then(({ violations, passes }) => ({
    looked: passes.length,
    faults: violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target).join(' ')),
  }))`);
  return !rules && found.looked < 10 ? [...found.faults, `axe looked at ${found.looked} rules only`] : found.faults;
}

/** Returns how much wider than its window the page is. */
export function overhang(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
