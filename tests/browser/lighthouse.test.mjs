// Lighthouse on two pages of one example, for a phone and a desk. `node lighthouse.mjs` looks at every example.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';

import { look, mainPages, start } from './lighthouse.mjs';
import { newFolder, render, serve } from './support.mjs';

describe('Lighthouse', () => {
  const folder = newFolder('lighthouse');
  let chrome;
  let server;
  let pages;

  before(async () => {
    const handbook = render('brookfield-school', folder);
    pages = mainPages(handbook);
    server = await serve(handbook);
    chrome = await start();
  });

  after(async () => {
    await chrome?.kill();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const page of [0, 1]) {
    for (const desk of [false, true]) {
      it(`has nothing against ${['the start page', 'a role'][page]}, ${desk ? 'at a desk' : 'on a phone'}`, async () => {
        // What else runs on the machine only ever takes from the speed, so the best of three counts.
        let fastest = 0;
        for (let tries = 0; tries < 3 && fastest < 95; tries++) {
          const { scores, below } = await look(chrome, server.address + pages[page], desk);
          const [performance, ...others] = scores;
          assert.deepEqual(others, [100, 100, 100], below.join('\n'));
          fastest = Math.max(fastest, performance);
        }
        assert.ok(fastest >= 90, `performance ${fastest}`);
      });
    }
  }
});
