// Another program reads the code owners that `itcharter codeowners` writes as they are meant.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { loadOwners, matchFile } from 'codeowners-utils';

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');

describe('code owners', () => {
  const folder = mkdtempSync(join(tmpdir(), 'itcharter-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const inside of ['', 'it/charter']) {
    it(`are those of each file, with the charter in ${inside || 'the root'}`, async () => {
      const root = mkdtempSync(join(folder, 'school-'));
      const charter = join(root, inside);
      cpSync(join(PROJECT, 'examples', 'brookfield-school'), charter, { recursive: true });
      execFileSync('git', ['init', '--quiet', root]);
      const written = spawnSync(PROGRAM, ['codeowners', '-C', charter, '--write', '--as-of', '2026-11-21']);
      // Some people of the example have no account, which is said; somebody further up is asked instead.
      assert.equal(written.status, 0, String(written.stderr));
      assert.match(String(written.stderr), /warning\[codeowners-drift\] Grace Lewis, who fills Head teacher, /u);
      const entries = await loadOwners(root);
      const owners = (path) => matchFile(path, entries)?.owners;
      assert.deepEqual(owners(join(inside, 'glossary.yaml')), ['@brookfield-amara']);
      assert.deepEqual(owners(join(inside, 'acknowledgements', 'ben-hughes.yaml')), ['@brookfield-ben']);
      assert.deepEqual(owners(join(inside, 'roles', 'apprentice.md')), ['@brookfield-chloe']);
      assert.deepEqual(owners(join(inside, 'charter.yaml')), ['@brookfield-amara']);
      for (const path of ['.github/CODEOWNERS', '.github/workflows/check.yml']) {
        assert.deepEqual(owners(path), ['@brookfield-amara'], path);
      }
      assert.equal(owners('readme.txt')?.[0], inside ? undefined : '@brookfield-amara');
    });
  }
});
