// Makes the pictures of the README anew: `node pictures.mjs`, after a build. They show the example of a school.

import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT, launch, newFolder, onDisk, render } from './support.mjs';

const IMAGES = join(PROJECT, '.github', 'images');
const MOST = 150_000;
const DESK = { viewport: { width: 1280, height: 880 }, colorScheme: 'light' };
const PHONE = { viewport: { width: 390, height: 780 }, colorScheme: 'dark', deviceScaleFactor: 1.5, hasTouch: true, isMobile: true };
const PICTURES = [
  { name: 'start.png', path: 'index.html', options: DESK },
  {
    name: 'decides.png', path: 'decisions/buy-equipment.html', options: DESK,
    before: (page) => page.getByLabel('My amount').fill('500'),
  },
  {
    name: 'concern.png', path: 'report-a-concern.html', options: PHONE,
    before: async (page) => {
      await page.locator('.picker select').selectOption({ label: 'Grace Lewis (Head teacher)' });
      await page.locator('.picker').evaluate((picker) => picker.scrollIntoView({ block: 'center', behavior: 'instant' }));
    },
  },
];

const folder = newFolder('pictures');
const browser = await launch();
try {
  const handbook = render('brookfield-school', folder);
  for (const { name, path, options, before } of PICTURES) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(onDisk(handbook, path));
    await before?.(page);
    const file = join(IMAGES, name);
    await page.screenshot({ path: file });
    await context.close();
    const { size } = statSync(file);
    console.log(`${name}: ${size} bytes`);
    if (size > MOST) throw new Error(`${name} is larger than ${MOST} bytes`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
