// Every page of every example in a real browser, from disk and from a plain server: nothing to complain of for axe,
// nothing wider than a phone, nothing in the console, nothing forbidden by the page's own policy, nothing asked of
// anyone.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';

import { CHARTERS, COLOURS, axe, inParallel, launch, listen, newFolder, onDisk, overhang, pagesOf, render, serve, sortsOf } from './support.mjs';

// What a careful host adds, without what only a host can know.
const STRICT = {
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-content-type-options': 'nosniff',
};
const DESK = { viewport: { width: 1280, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'light', reducedMotion: 'reduce', hasTouch: true };

const folder = newFolder('handbook');
let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and complains about whatever its own policy forbade. */
async function open(page, address, complain) {
  await page.addInitScript(() => {
    if (window.forbidden) return;
    window.forbidden = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.forbidden.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(address);
  for (const fault of await page.evaluate(() => window.forbidden)) complain(`forbidden: ${fault}`);
}

for (const charter of CHARTERS) {
  describe(`the handbook of ${charter}`, () => {
    let handbook;
    let pages;

    before(() => {
      handbook = render(charter, folder);
      pages = pagesOf(handbook);
      assert.ok(pages.length > 20, `only ${pages.length} pages`);
    });

    it('every page is without fault for axe, and its colours in the dark too; none is wider than 1280, 390 or 320', async () => {
      const complaints = await inParallel(browser, DESK, pages, async (page, path, complain) => {
        const stop = listen(page, onDisk(handbook), complain);
        await page.setViewportSize(DESK.viewport);
        await page.emulateMedia({ colorScheme: 'light' });
        await open(page, onDisk(handbook, path), complain);
        for (const fault of await axe(page)) complain(fault);
        await page.emulateMedia({ colorScheme: 'dark' });
        for (const fault of await axe(page, COLOURS)) complain(`dark: ${fault}`);
        for (const width of [1280, 390, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const over = await overhang(page);
          if (over > 0) complain(`is ${over} wider than ${width}`);
        }
        stop();
      });
      assert.deepEqual(complaints, []);
    });

    it('one page of each sort, on a phone, light and dark, is without fault for axe', async () => {
      const complaints = await inParallel(browser, PHONE, sortsOf(handbook), async (page, path, complain) => {
        await open(page, onDisk(handbook, path), complain);
        const over = await overhang(page);
        if (over > 0) complain(`is ${over} too wide`);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          for (const fault of await axe(page)) complain(`${colorScheme}: ${fault}`);
        }
      });
      assert.deepEqual(complaints, []);
    });

    it('every page comes from a strict server without a fault', async () => {
      const { address, close } = await serve(handbook, STRICT);
      const complaints = await inParallel(browser, DESK, pages, async (page, path, complain) => {
        const stop = listen(page, address, complain);
        await open(page, address + path, complain);
        stop();
      });
      await close();
      assert.deepEqual(complaints, []);
    });
  });
}

describe('the watch itself', () => {
  it('sees what a page must not do', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = [];
    const complain = (fault) => complaints.push(fault.replace(/^(console|forbidden: \S+|cannot load|asks for|\d+).*/s, '$1'));
    await page.route('**', (route) => route.fulfill({
      contentType: 'text/html', headers: { 'content-security-policy': "default-src 'none'" },
      body: route.request().url().endsWith('/page') ? '<title>T</title><img src="http://other.example/a.png"><p>A' : '',
    }));
    const stop = listen(page, 'http://site.example/', complain);
    await open(page, 'http://site.example/page', complain);
    stop();
    assert.ok(complaints.some((fault) => fault.startsWith('forbidden: img-src')), complaints.join('\n'));
    assert.ok(complaints.includes('console'), complaints.join('\n'));
    assert.ok((await axe(page)).some((fault) => fault.startsWith('html-has-lang')));
    await context.close();
  });
});
