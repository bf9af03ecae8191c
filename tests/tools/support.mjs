// Folders that go away, programs that are run, and where the tools are.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));

/** The program under test; `tests/run` says where it is. */
export const program = process.env.ITCHARTER ?? join(project, 'target/debug/itcharter');

/** Where the Python tools are; `tests/run` installs them. */
export const tools = process.env.ITCHARTER_TOOLS ?? join(project, 'tests/tools/venv/bin');

/** Makes a folder that goes away with the test. */
export function scratch(t) {
  const folder = mkdtempSync(join(tmpdir(), 'itcharter-tools-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program to its end; nothing of Git's settings on this machine counts. */
export function run(command, args, options = {}) {
  const { env, ...rest } = options;
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...rest,
    env: {
      ...process.env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@school.example',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@school.example',
      ...env,
    },
  });
  if (result.error) {
    throw new Error(`\`${command}\` cannot be run: ${result.error.message}; tests/run installs what is missing`);
  }
  return { code: result.status, stdout: result.stdout, stderr: result.stderr, all: result.stdout + result.stderr };
}

/** Runs a program that must succeed. */
export function must(command, args, options) {
  const result = run(command, args, options);
  assert.equal(result.code, 0, `${command} ${args.join(' ')}\n${result.all}`);
  return result.stdout;
}

/** Runs Git in a folder; it must succeed. */
export function git(folder, ...args) {
  return must('git', ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', ...args], { cwd: folder });
}

/** Writes a file with the folders above it. */
export function write(folder, path, text, mode) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  if (mode) chmodSync(file, mode);
  return file;
}

/** Replaces a text that must be there. */
export function replace(folder, path, from, to) {
  const text = readFileSync(join(folder, path), 'utf8');
  assert.ok(text.includes(from), `${path} does not hold ${from}`);
  writeFileSync(join(folder, path), text.replace(from, to));
}

/** Makes a repository with the example school in it, below `place`. */
export function school(folder, place = '.') {
  cpSync(join(project, 'examples/brookfield-school'), join(folder, place), { recursive: true });
  git(folder, 'init', '--quiet');
  commit(folder, 'start');
}

/** Commits all of a work tree. */
export function commit(folder, message) {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
}

export const raised = ['responsibilities.yaml', 'up_to: 100 GBP, by: service-desk', 'up_to: 500 GBP, by: service-desk'];
export const broken = ['teams.yaml', 'lead: it-manager', 'lead: it-manger'];

/** Changes a charter so that it needs higher limits, and raises them itself. */
export function outgrow(folder) {
  write(folder, '.itcharter.yaml', 'limits: {file-size: 1100000}\n');
  write(folder, 'teams.yaml', `${readFileSync(join(folder, 'teams.yaml'), 'utf8')}# ${'x'.repeat(1024 * 1024)}\n`);
}
