// Reaching everything without a mouse, with large letters, few colours, no motion, and on paper; finding the answer
// in every example.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';

import { CHARTERS, inParallel, launch, newFolder, onDisk, overhang, pagesOf, render, serve, sortsOf } from './support.mjs';

const DESK = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' };
const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', hasTouch: true };
/** Steps of the keyboard after which a page has been seen. */
const STEPS = 120;

const folder = newFolder('reach');
const handbooks = new Map();
let browser;

before(async () => {
  for (const charter of CHARTERS) handbooks.set(charter, render(charter, folder));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page in a context of its own and gives it to `look`. */
async function visit(charter, path, look, options = DESK) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(onDisk(handbooks.get(charter), path));
  await look(page);
  await context.close();
}

/** Returns what has the focus, and what is wrong with how it shows that. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: 'nothing', faults: [] };
    const faults = [];
    // A picture of letters, or a box that only scrolls, may be taller than the window: one corner in sight is enough.
    const boxes = [...element.getClientRects()].filter((box) => box.width && box.height);
    const seen = boxes.some((box) => box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth);
    if (!seen) faults.push('is out of sight');
    const ring = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    if (![null, '::after'].some((part) => ring(getComputedStyle(element, part)))) faults.push('has no ring');
    const covered = boxes.every((box) => {
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
      const top = document.elementFromPoint(x, y);
      return top && !element.contains(top) && !top.contains(element);
    });
    if (seen && covered) faults.push('is covered');
    const text = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
    return { name: `${element.tagName.toLowerCase()} “${text}”`, faults };
  });
}

/** Walks through a page with one key and complains about each step that cannot be seen. */
async function walk(page, complain) {
  const names = new Set();
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const { name, faults } = await focused(page);
    for (const fault of faults) complain(`${name} ${fault}`);
    if (name === 'nothing') break;
    names.add(name);
  }
  if (names.size < 5) complain(`only ${names.size} places to go`);
}

describe('the keyboard alone', () => {
  for (const [charter, options, where] of [
    ['brookfield-school', DESK, 'at a desk'],
    ['st-brigid-hospital', { ...PHONE, hasTouch: false }, 'in a narrow window'],
  ]) {
    it(`sees where it is on one page of each sort of ${charter}, ${where}`, async () => {
      const handbook = handbooks.get(charter);
      const pages = sortsOf(handbook).filter((path) => path !== '404.html');
      const complaints = await inParallel(browser, options, pages, async (page, path, complain) => {
        await page.goto(onDisk(handbook, path));
        await walk(page, complain);
      });
      assert.deepEqual(complaints, []);
    });
  }

  it('skips to the content', () => visit('brookfield-school', 'index.html', async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main');
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#main$/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  }));

  it('opens the menu of a narrow window and follows it', () => visit('brookfield-school', 'index.html', async (page) => {
    await page.locator('.menu summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal((await focused(page)).name, 'a “Get help”');
    await page.keyboard.press('Enter');
    await page.waitForURL(/get-help\.html$/);
  }, PHONE));

  it('opens the table behind a picture', () => visit('brookfield-school', 'roles.html', async (page) => {
    const table = page.locator('.behind').first();
    await table.locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.equal(await table.locator('table').isVisible(), true);
  }));
});

describe('the picker of a concern', () => {
  for (const charter of CHARTERS) {
    it(`gives one route for each that can be picked in ${charter}`, () => visit(charter, 'report-a-concern.html', async (page) => {
      const rows = page.locator('.picker tbody tr');
      const count = await rows.count();
      assert.ok(count > 1, `${count} to pick`);
      assert.equal(await rows.filter({ visible: true }).count(), 0);
      const select = page.locator('.picker select');
      const label = await select.evaluate((element) => element.labels[0].textContent.trim());
      assert.match(label, /^Who is your concern about\?/);
      for (let row = 0; row < count; row += 1) {
        await select.selectOption(String(row));
        const shown = rows.filter({ visible: true });
        assert.equal(await shown.count(), 1);
        const [about, route] = await shown.locator('th, td').allTextContents();
        assert.equal(about, await select.evaluate((element) => element.selectedOptions[0].textContent));
        assert.ok(route.length > 5, `${about}: ${route}`);
      }
      await select.focus();
      await page.keyboard.press('End');
      assert.equal(await rows.filter({ visible: true }).count(), count);
    }));
  }

  it('is a whole table without scripts', () => visit('brookfield-school', 'report-a-concern.html', async (page) => {
    const rows = page.locator('.picker tbody tr');
    assert.equal(await rows.filter({ visible: true }).count(), await rows.count());
  }, { ...DESK, javaScriptEnabled: false }));
});

describe('the stairs of money', () => {
  it('name who says yes to my amount', () => visit('brookfield-school', 'decisions/buy-equipment.html', async (page) => {
    const answer = async (amount) => {
      await page.getByLabel('My amount').fill(amount);
      return page.locator('.ask output').textContent();
    };
    assert.equal(await answer('100'), 'Service desk lead (Chloe Martin)');
    assert.equal(await page.locator('.step.lit').count(), 1);
    assert.equal(await answer('100.01'), 'IT manager (Amara Okafor)');
    assert.equal(await answer('1000000'), 'Head teacher (Grace Lewis) together with Chair of governors (Ruth Cole)');
    assert.equal(await answer(''), '');
    assert.equal(await page.locator('.step.lit').count(), 0);
  }));
});

describe('the search', () => {
  for (const charter of CHARTERS) {
    it(`finds the answer to the first question of ${charter}, and a link to it works for others`, () => visit(charter, 'decisions.html', async (page) => {
      const question = await page.locator('main .table tbody th').first().textContent();
      await page.keyboard.press('/');
      await page.waitForSelector('dialog[open]');
      await page.keyboard.type(question);
      await page.waitForFunction(() => document.querySelector('.search-title'));
      await page.waitForTimeout(300);
      assert.equal(await page.locator('.search-title').first().textContent(), question);
      assert.ok((await page.locator('.search-text').first().textContent()).length > 10);
      await Promise.all([page.waitForURL(/decisions\/[^/]+\.html/), page.keyboard.press('Enter')]);
      const link = page.url();
      await page.waitForSelector('main mark');
      await page.goto('about:blank');
      await page.goto(link);
      assert.equal(await page.locator('main').isVisible(), true);
      assert.equal(await page.locator('main mark').count(), 0);
    }));
  }
});

describe('readers who see or read in another way', () => {
  const everySort = (options, look) => async () => {
    for (const charter of ['st-brigid-hospital', 'a fresh charter']) {
      const handbook = handbooks.get(charter);
      const complaints = await inParallel(browser, options, sortsOf(handbook), async (page, path, complain) => {
        await page.goto(onDisk(handbook, path));
        await look(page, complain);
      });
      assert.deepEqual(complaints, [], charter);
    }
  };
  // What a reader sets in the browser: letters grow, and so does what is measured by them.
  const large = (width) => async () => {
    const zoomed = await launch(['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26']);
    const handbook = handbooks.get('st-brigid-hospital');
    const complaints = await inParallel(zoomed, { viewport: { width, height: 900 } }, sortsOf(handbook), async (page, path, complain) => {
      await page.goto(onDisk(handbook, path));
      const size = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize));
      if (size < 32) complain(`has letters of ${size} pixels`);
      const over = await overhang(page);
      if (over > 0) complain(`is ${over} too wide`);
      const cut = await page.evaluate(() => [...document.querySelectorAll('main :is(p, li, h1, h2, h3, dt, dd, th, td, a), header a, header button')]
        .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent.slice(0, 30)));
      for (const text of cut) complain(`cuts “${text}”`);
    });
    await zoomed.close();
    assert.deepEqual(complaints, []);
  };

  it('letters twice as large fit, on one page of each sort', large(1280));
  it('letters twice as large fit a phone, on one page of each sort', large(390));

  it('nothing moves for those who want no motion', everySort({ reducedMotion: 'reduce' }, async (page, complain) => {
    const moving = await page.evaluate(() => {
      const found = document.getAnimations().map(() => 'an animation');
      if (getComputedStyle(document.documentElement).scrollBehavior !== 'auto') found.push('scrolling');
      for (const element of document.querySelectorAll('*')) {
        if (parseFloat(getComputedStyle(element).transitionDuration) > 0) found.push(element.className);
      }
      return found;
    });
    for (const what of moving) complain(`${what} moves`);
  }));

  for (const colorScheme of ['light', 'dark']) {
    it(`colours chosen by the reader reach pictures too, ${colorScheme}`, everySort({ forcedColors: 'active', colorScheme }, async (page, complain) => {
      const lost = await page.evaluate((other) => {
        // Even where the reader once chose the other look for this page.
        document.documentElement.dataset.theme = other;
        const { color, backgroundColor } = getComputedStyle(document.body);
        const link = getComputedStyle(document.querySelector('main a') ?? document.body).color;
        return [...document.querySelectorAll('.drawing text')]
          .filter((text) => text.checkVisibility())
          .filter((text) => ![color, link, text.closest('.strong') && backgroundColor].includes(getComputedStyle(text).fill))
          .map((text) => text.textContent);
      }, colorScheme === 'light' ? 'dark' : 'light');
      for (const text of lost) complain(`does not show “${text}” in the colours chosen`);
    }));
  }

  it('every sort of page can be printed, and fits the paper', everySort({ viewport: { width: 794, height: 1123 } }, async (page, complain) => {
    const printed = (await page.pdf({ format: 'A4', tagged: true, margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })).toString('latin1');
    const sheets = printed.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    if (!printed.startsWith('%PDF-') || sheets < 1 || sheets > 40) complain(`prints ${sheets} sheets`);
    if (!printed.includes('/StructTreeRoot')) complain('prints without tags');
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const over = await overhang(page);
    if (over > 0) complain(`is ${over} too wide for the paper`);
  }));
});

describe('what a page costs', () => {
  it('is at most 4 requests and 36 KiB for the start page and for each role', async () => {
    for (const charter of CHARTERS) {
      const { address, close } = await serve(handbooks.get(charter));
      const pages = pagesOf(handbooks.get(charter)).filter((path) => path === 'index.html' || path.startsWith('roles/'));
      const complaints = await inParallel(browser, DESK, pages, async (page, path, complain) => {
        await page.goto(address + path);
        const parts = await page.evaluate(() => [location.href, ...[...document.querySelectorAll('[src], link[rel~=icon], link[rel~=stylesheet]')]
          .map((element) => element.src ?? element.href)]);
        const sizes = await Promise.all([...new Set(parts)].map(async (part) => (await (await fetch(part)).arrayBuffer()).byteLength));
        const size = sizes.reduce((sum, one) => sum + one, 0);
        if (sizes.length > 4 || size > 36 * 1024) complain(`${sizes.length} requests, ${size} bytes`);
      });
      await close();
      assert.deepEqual(complaints, [], charter);
    }
  });
});
