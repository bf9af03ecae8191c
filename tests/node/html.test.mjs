// Every page of the handbook of every example, read by two checkers of HTML that are not ours.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const NU = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');
const BROKEN = '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><p><div></div></p><img alt=""></body></html>';

const folder = mkdtempSync(join(tmpdir(), 'itcharter-html-'));
const handbooks = [];

/** Returns what the Nu validator calls an error. */
function nu(path) {
  const options = ['-Xss8m', '-jar', NU, '--skip-non-html', '--errors-only', '--exit-zero-always', '--format', 'json', path];
  const { stderr, status, error } = spawnSync('java', options, { encoding: 'utf8', maxBuffer: 1e8 });
  if (error) throw error;
  assert.equal(status, 0, stderr);
  return JSON.parse(stderr).messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
}

/** Returns what html-validate has to say by its rules that follow the standard. */
async function validate(paths) {
  const checker = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ['html-validate:standard'] }));
  const { results } = await checker.validateMultipleFiles(paths);
  return results.flatMap(({ filePath, messages }) => messages.map(({ line, message }) => `${filePath}:${line}: ${message}`));
}

before(() => {
  execFileSync(PROGRAM, ['init', join(folder, 'fresh'), '--quiet']);
  const examples = ['brookfield-school', 'northgate-logistics', 'openharbor-infra', 'st-brigid-hospital'];
  for (const source of [...examples.map((name) => join(PROJECT, 'examples', name)), join(folder, 'fresh')]) {
    const handbook = join(folder, 'handbooks', String(handbooks.length));
    execFileSync(PROGRAM, ['render', '-C', source, '--audience', 'managers', '--out', handbook, '--quiet']);
    handbooks.push(handbook);
  }
});

after(() => rmSync(folder, { recursive: true, force: true }));

describe('the pages of every example', () => {
  it('are without error for the Nu validator', () => {
    assert.deepEqual(nu(join(folder, 'handbooks')), []);
  });

  it('are without error for html-validate', async () => {
    for (const handbook of handbooks) {
      const pages = readdirSync(handbook, { recursive: true }).filter((path) => path.endsWith('.html'));
      assert.ok(pages.length > 20, `only ${pages.length} pages`);
      assert.deepEqual(await validate(pages.map((path) => join(handbook, path))), []);
    }
  });

  it('are read by checkers that see an error', async () => {
    const path = join(folder, 'broken.html');
    writeFileSync(path, BROKEN);
    assert.ok(nu(path).length >= 2);
    assert.ok((await validate([path])).length >= 2);
  });
});
