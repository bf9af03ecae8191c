// Makes the packages for npm: one for each system, with its program, and `itcharter`, which asks for the right one.
//
//   node packaging/npm/pack.mjs VERSION OUT SYSTEM=PROGRAM...
//
// for example: node packaging/npm/pack.mjs 0.1.0 dist linux-x64=target/release/itcharter

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [version, out, ...programs] = process.argv.slice(2);
const project = fileURLToPath(new URL('../..', import.meta.url));
const systems = programs.map((pair) => pair.split('='));
const known = /^(linux|darwin|win32)-(x64|arm64)$/;
if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$/.test(version ?? '') || !out || systems.length === 0) {
  console.error('usage: node packaging/npm/pack.mjs VERSION OUT SYSTEM=PROGRAM...');
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'itcharter-npm-'));
mkdirSync(out, { recursive: true });

function pack(folder, manifest) {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) {
    copyFileSync(join(project, licence), join(folder, licence));
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const arguments_ = ['pack', '--ignore-scripts', '--silent', '--pack-destination', resolve(out), folder];
  const { status, error } = spawnSync(npm, arguments_, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    throw error ?? new Error(`npm pack ended with ${status}`);
  }
}

try {
  const base = JSON.parse(readFileSync(join(project, 'packaging/npm/package.json'), 'utf8'));
  const optionalDependencies = {};
  for (const [system, program] of systems) {
    if (!known.test(system) || !program) {
      throw new Error(`\`${system}\` is no system: name it as Node does, such as linux-x64`);
    }
    const [os, cpu] = system.split('-');
    const name = os === 'win32' ? 'itcharter.exe' : 'itcharter';
    const folder = join(scratch, system);
    mkdirSync(folder);
    copyFileSync(program, join(folder, name));
    chmodSync(join(folder, name), 0o755);
    const { description, license, engines } = base;
    const about = `${description} (the program for ${system})`;
    const libc = os === 'linux' ? { libc: ['glibc', 'musl'] } : {};
    pack(folder, { name: `@itcharter/${system}`, version, description: about, license, engines, os: [os], cpu: [cpu], ...libc, files: [name] });
    optionalDependencies[`@itcharter/${system}`] = version;
  }
  const folder = join(scratch, 'itcharter');
  mkdirSync(folder);
  copyFileSync(join(project, 'packaging/npm/itcharter.js'), join(folder, 'itcharter.js'));
  copyFileSync(join(project, 'README.md'), join(folder, 'README.md'));
  pack(folder, { ...base, version, optionalDependencies });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
