// Packages of the tool, made and installed here: a wheel for pip, packages for npm, hooks for pre-commit; manual pages
// and completions, read by the programs that they are for.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { broken, commit, git, must, program, project, replace, run, school, scratch, tools, write } from './support.mjs';

const python = join(tools, 'python');
const version = must(program, ['--version']).trim().split(' ')[1];
let wheels;

// The program that the Rust tests built goes into the wheel, so that nothing is compiled twice.
before(async (t) => {
  wheels = join(dirname(program), '../tools/wheels');
  const target = dirname(dirname(program));
  const args = ['build', '--profile', 'dev', '--locked', '--compatibility', 'linux', '--out', wheels];
  must(join(tools, 'maturin'), args, { cwd: project, env: { CARGO_TARGET_DIR: target, RUST_BACKTRACE: '0' } });
});

function wheel() {
  const found = readdirSync(wheels).filter((name) => name.startsWith(`itcharter-${version}-py3-none-`));
  assert.equal(found.length, 1, found.join(' '));
  return join(wheels, found[0]);
}

test('the wheel holds the program, the licences, and a list of what went into it', (t) => {
  const names = must(python, ['-m', 'zipfile', '--list', wheel()]);
  assert.match(names, /data\/scripts\/itcharter /);
  assert.match(names, /dist-info\/licenses\/LICENSE-MIT /);
  const folder = scratch(t);
  must(python, ['-m', 'zipfile', '--extract', wheel(), folder]);
  const info = join(folder, `itcharter-${version}.dist-info`);
  assert.match(readFileSync(join(info, 'METADATA'), 'utf8'), /^License-Expression: MIT OR Apache-2\.0$/m);
  const [name] = readdirSync(join(info, 'sboms'));
  const materials = JSON.parse(readFileSync(join(info, 'sboms', name), 'utf8'));
  assert.equal(materials.bomFormat, 'CycloneDX');
  const crates = materials.components.map((component) => component.name);
  for (const crate of ['git2', 'libgit2-sys', 'granit-parser', 'minijinja']) {
    assert.ok(crates.includes(crate), `${crate} is not listed`);
  }
});

test('pip installs the wheel and the program runs', (t) => {
  const folder = scratch(t);
  must(python, ['-m', 'venv', '--without-pip', join(folder, 'venv')]);
  must(python, ['-m', 'pip', '--python', join(folder, 'venv'), 'install', '--quiet', '--no-index', wheel()]);
  assert.equal(must(join(folder, 'venv/bin/itcharter'), ['--version']), `itcharter ${version}\n`);
  school(folder);
  assert.equal(run(join(folder, 'venv/bin/itcharter'), ['validate', '--quiet'], { cwd: folder }).code, 0);
});

test('npm installs the wrapper and it runs the program of this system', (t) => {
  const folder = scratch(t);
  const system = `${process.platform}-${process.arch}`;
  // Without what is only for debuggers, to have less to pack.
  must('strip', ['-o', join(folder, 'stripped'), program]);
  must('node', [join(project, 'packaging/npm/pack.mjs'), version, join(folder, 'packages'), `${system}=${join(folder, 'stripped')}`]);
  const packages = readdirSync(join(folder, 'packages')).map((name) => join(folder, 'packages', name));
  assert.equal(packages.length, 2);
  write(folder, 'app/package.json', '{"private": true}');
  must('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: join(folder, 'app') });
  const installed = join(folder, 'app/node_modules/.bin/itcharter');
  assert.equal(must(installed, ['--version']), `itcharter ${version}\n`);
  school(folder, 'charter');
  replace(folder, `charter/${broken[0]}`, broken[1], broken[2]);
  const { code, stdout } = run(installed, ['validate', '--format', 'concise', '--quiet'], { cwd: join(folder, 'charter') });
  assert.deepEqual([code, stdout.split(' ')[0]], [1, 'teams.yaml:7:9:']);
  must('rm', ['-r', join(folder, `app/node_modules/@itcharter/${system}`)]);
  const without = run(installed, ['--version']);
  assert.equal(without.code, 2);
  assert.match(without.stderr, new RegExp(`^error: there is no itcharter for ${system} here\\.`));
});

test('the packages for npm refuse a version or system that cannot be', (t) => {
  const folder = scratch(t);
  const pack = (...args) => run('node', [join(project, 'packaging/npm/pack.mjs'), ...args]).code;
  assert.equal(pack('1.0', folder, `linux-x64=${program}`), 2);
  assert.equal(pack('1.0.0', folder, `beos-x64=${program}`), 1);
  assert.equal(pack('1.0.0', folder), 2);
});

/** Runs pre-commit over what is staged. */
function preCommit(folder, t) {
  const home = join(dirname(program), '../tools/pre-commit');
  const env = { PRE_COMMIT_HOME: home, PIP_FIND_LINKS: wheels, PATH: `${dirname(program)}:${process.env.PATH}` };
  return run(join(tools, 'pre-commit'), ['run', '--color', 'never', '--verbose'], { cwd: folder, env });
}

/** Looks at a commit that pre-commit lets pass, and at one that it stops. */
function guarded(t, configuration) {
  const folder = scratch(t);
  school(folder);
  write(folder, '.pre-commit-config.yaml', configuration);
  git(folder, 'add', '--all');
  const good = preCommit(folder, t);
  assert.equal(good.code, 0, good.all);
  // What is staged counts, not what is on disk.
  replace(folder, ...broken);
  assert.equal(preCommit(folder, t).code, 0);
  git(folder, 'add', '--all');
  replace(folder, broken[0], broken[2], broken[1]);
  const bad = preCommit(folder, t);
  assert.equal(bad.code, 1, bad.all);
  assert.match(bad.all, /error\[ref-unknown\]: no role is called `it-manger`/);
  // Also a commit that only takes a file away is checked.
  git(folder, 'checkout', '--quiet', 'HEAD', '--', broken[0]);
  git(folder, 'rm', '--quiet', 'roles/it-manager.yaml');
  assert.equal(preCommit(folder, t).code, 1);
}

test('pre-commit runs what init writes', (t) => {
  const folder = scratch(t);
  must(program, ['init', folder, '--quiet', '--ci', 'pre-commit']);
  guarded(t, readFileSync(join(folder, '.pre-commit-config.yaml'), 'utf8'));
});

test('pre-commit runs the hooks of a repository', (t) => {
  const mirror = scratch(t);
  // As a mirror for pre-commit does it: our hooks, and the wheel as a dependency instead of our source.
  write(mirror, '.pre-commit-hooks.yaml', readFileSync(join(project, '.pre-commit-hooks.yaml')));
  write(mirror, 'pyproject.toml', `[project]\nname = "mirror"\nversion = "0"\ndependencies = ["itcharter==${version}"]\n[tool.setuptools]\npy-modules = []\n`);
  git(mirror, 'init', '--quiet');
  commit(mirror, 'start');
  git(mirror, 'tag', 'v1');
  for (const hook of ['itcharter', 'itcharter-system']) {
    guarded(t, `repos:\n  - repo: ${mirror}\n    rev: v1\n    hooks:\n      - id: ${hook}\n`);
  }
});

test('the shells read the completions', (t) => {
  const folder = scratch(t);
  for (const [shell, ...check] of [['bash', '-n'], ['zsh', '-n'], ['fish', '--no-execute']]) {
    const file = write(folder, `itcharter.${shell}`, must(program, ['completions', shell]));
    const { code, stderr } = run(shell, [...check, file]);
    assert.deepEqual([code, stderr], [0, ''], shell);
  }
  const asked = 'source itcharter.bash; COMP_WORDS=(itcharter vali); COMP_CWORD=1; _itcharter itcharter vali itcharter; echo "${COMPREPLY[*]}"';
  assert.equal(must('bash', ['-c', asked], { cwd: folder }), 'validate\n');
  assert.match(must('fish', ['--no-config', '-c', 'source itcharter.fish; complete --do-complete "itcharter vali"'], { cwd: folder, env: { HOME: folder } }), /^validate\t/);
});

test('man shows every page', (t) => {
  const folder = scratch(t);
  must(program, ['man', '--out', folder]);
  const pages = readdirSync(folder);
  assert.ok(pages.length > 10);
  for (const page of pages) {
    const { code, stdout, stderr } = run('man', ['--warnings', '-l', page], { cwd: folder, env: { MANPAGER: 'cat', MANWIDTH: '80', LC_ALL: 'C.UTF-8' } });
    assert.deepEqual([code, stderr], [0, ''], page);
    assert.match(stdout, /NAME/);
    assert.ok(stdout.replace(/.\u0008/g, '').includes(page.replace('.1', '')), page);
  }
});

test('what cargo publishes holds what the build needs', () => {
  const files = must('cargo', ['package', '--list', '--allow-dirty', '--locked'], { cwd: project }).split('\n');
  for (const file of ['src/main.rs', 'charter-template/charter.yaml', 'charter-template/.itcharter.yaml', 'src/cli/places/github/.github/workflows/charter.yml', 'LICENSE-MIT']) {
    assert.ok(files.includes(file), `${file} is left out`);
  }
  assert.ok(!files.some((file) => file.startsWith('tests/') || file.startsWith('shared/')));
  assert.ok(existsSync(join(project, 'Cargo.lock')));
});
