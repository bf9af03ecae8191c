// The steps of the workflows that `init` writes, and the jobs for GitLab, run for real.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { bash } from './runner.mjs';
import { broken, commit, git, must, outgrow, program, project, raised, replace, school, scratch, write } from './support.mjs';

function initialised(t) {
  const folder = scratch(t);
  must(program, ['init', folder, '--quiet', '--ci', 'github,gitlab']);
  return folder;
}

const tool = { PATH: `${dirname(program)}:${process.env.PATH}` };

/** Returns the script of a step. */
function step(t, file, job, name) {
  const { jobs } = parse(readFileSync(join(initialised(t), '.github/workflows', file), 'utf8'));
  const found = jobs[job].steps.find((step) => step.name === name);
  assert.ok(found, `no step is called ${name}`);
  return found.run;
}

/** A forge with a pull request from a fork, and a clone of its main branch. */
function forge(t) {
  const origin = scratch(t);
  school(origin);
  const base = git(origin, 'rev-parse', 'HEAD').trim();
  git(origin, 'checkout', '--quiet', '-b', 'fork');
  replace(origin, ...raised);
  write(origin, 'roles/evil.sh', 'touch pwned');
  commit(origin, 'raise');
  const head = git(origin, 'rev-parse', 'HEAD').trim();
  git(origin, 'update-ref', 'refs/pull/7/head', head);
  git(origin, 'checkout', '--quiet', 'main');
  git(origin, 'branch', '--quiet', '-D', 'fork');
  const clone = join(scratch(t), 'clone');
  git(origin, 'clone', '--quiet', `file://${origin}`, clone);
  return { clone, base, head };
}

/** A `gh` that answers from a file, and notes what is asked of it. */
function fakeGh(t, { head, base, earlier = '', reviews = '[]' }) {
  const place = scratch(t);
  write(place, 'reviews', reviews);
  write(place, 'gh', `#!/bin/bash
printf '%s ' "$@" >> '${place}/asked'; echo >> '${place}/asked'
case "$*" in
  *pulls/*/reviews*) cat '${place}/reviews' ;;
  *pulls/*) echo '${head} ${base} ada-writes' ;;
  *--paginate*) printf '${earlier}' ;;
  *--raw-field*) ;;
  *--field*) file=\${@: -1:1}; cp "\${file#body=@}" '${place}/body' ;;
esac
`, 0o755);
  return { place, asked: () => readFileSync(join(place, 'asked'), 'utf8'), body: () => readFileSync(join(place, 'body'), 'utf8') };
}

function comment(t, number, { gh, clone, sha }) {
  const temporary = scratch(t);
  write(temporary, 'artifact/pull-request.txt', number);
  const script = step(t, 'charter-comment.yml', 'comment', 'Write what the change means and who must agree');
  return bash(script, clone, {
    PATH: `${gh.place}:${tool.PATH}`, RUNNER_TEMP: temporary, GITHUB_REPOSITORY: 'school/it', GH_TOKEN: 'x', RUN_SHA: sha, CHARTER: '.',
  });
}

test('the comment says what a pull request from a fork changes, with nothing of it checked out', (t) => {
  const { clone, base, head } = forge(t);
  const gh = fakeGh(t, { head, base });
  const before = git(clone, 'rev-parse', 'HEAD');
  const { code, all } = comment(t, '7\n', { gh, clone, sha: head });
  assert.equal(code, 0, all);
  assert.match(gh.body(), /^<!-- itcharter-diff -->\n/);
  assert.match(gh.body(), /may now approve 500 GBP/);
  assert.match(gh.asked(), /--method POST repos\/school\/it\/issues\/7\/comments/);
  // Nobody has agreed yet.
  assert.match(gh.asked(), new RegExp(`statuses/${head} --raw-field state=pending --raw-field context=Charter approvals`));
  assert.equal(git(clone, 'rev-parse', 'HEAD'), before);
  assert.equal(git(clone, 'status', '--short'), '');
  assert.ok(!existsSync(join(clone, 'roles/evil.sh')));
});

test('a comment that is there is written anew', (t) => {
  const { clone, base, head } = forge(t);
  const gh = fakeGh(t, { head, base, earlier: '41\\n52\\n' });
  assert.equal(comment(t, '7', { gh, clone, sha: head }).code, 0);
  assert.match(gh.asked(), /--method PATCH repos\/school\/it\/issues\/comments\/41 /);
});

test('an artifact that was forged is refused, and a run about an older commit says nothing', (t) => {
  const { clone, base, head } = forge(t);
  const gh = fakeGh(t, { head, base });
  for (const number of ['', '0', '7; id', '$(touch pwned)', '../../1', '-1', '99999999999999', 'x'.repeat(9999)]) {
    assert.equal(comment(t, number, { gh, clone, sha: head }).code, 1, number);
  }
  assert.equal(comment(t, '7', { gh, clone, sha: base }).code, 0);
  assert.ok(!existsSync(join(clone, 'pwned')) && !existsSync(join(gh.place, 'body')));
});

test('the check of a pull request marks findings and sums up the change', (t) => {
  const { clone, base, head } = forge(t);
  git(clone, 'fetch', '--quiet', 'origin', 'refs/pull/7/head');
  git(clone, 'checkout', '--quiet', head);
  const summary = join(scratch(t), 'summary');
  const env = { ...tool, CHARTER: '.', BASE: base, GITHUB_STEP_SUMMARY: summary };
  const check = bash(step(t, 'charter.yml', 'validate', 'Check the charter'), clone, env);
  assert.equal(check.code, 1, check.all);
  assert.match(check.stdout, /^::error file=roles\/evil\.sh,line=1,/m);
  assert.equal(bash(step(t, 'charter.yml', 'validate', 'Say what the change means'), clone, env).code, 0);
  assert.match(readFileSync(summary, 'utf8'), /^<!-- itcharter-diff -->/);
  // The handbook is made from the main branch.
  git(clone, 'checkout', '--quiet', 'main');
  const render = bash(step(t, 'charter.yml', 'render', 'Make the handbook'), clone, { ...tool, CHARTER: '.' });
  assert.ok(render.code === 0 && existsSync(join(clone, 'handbook/index.html')), render.all);
});

test('jobs about a change read it within the limits from before it', (t) => {
  const folder = scratch(t);
  school(folder);
  const base = git(folder, 'rev-parse', 'HEAD').trim();
  outgrow(folder);
  commit(folder, 'outgrow');
  const jobs = Object.values(gitlabJobs(t)).map(({ charter }) => charter.script.join('\n'));
  const env = { ...tool, CHARTER: '.', CHARTER_FAIL_ON: 'error', GITHUB_STEP_SUMMARY: join(scratch(t), 'summary') };
  for (const script of jobs.concat(step(t, 'charter.yml', 'validate', 'Check the charter'))) {
    const change = bash(script, folder, { ...env, BASE: base, CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    assert.equal(change.code, 1, change.all);
    assert.match(change.stdout, /file-too-large/);
    const main = bash(script, folder, env);
    assert.equal(main.code, 0, main.all);
  }
});

function gitlabJobs(t) {
  const written = parse(readFileSync(join(initialised(t), '.gitlab-ci.yml'), 'utf8'));
  const component = parseAllDocuments(readFileSync(join(project, 'templates/itcharter.yml'), 'utf8'))[1].toJS();
  return { written, component };
}

test('the jobs for GitLab write reports, what changes, and the handbook', (t) => {
  for (const [name, jobs] of Object.entries(gitlabJobs(t))) {
    const { clone, base, head } = forge(t);
    git(clone, 'fetch', '--quiet', 'origin', 'refs/pull/7/head');
    git(clone, 'checkout', '--quiet', head);
    const env = {
      ...tool, CHARTER: '.', CHARTER_FAIL_ON: 'error', CHARTER_AUDIENCE: 'everyone', CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    };
    const check = bash(jobs.charter.script.join('\n'), clone, env);
    assert.equal(check.code, 1, `${name}: ${check.all}`);
    const quality = JSON.parse(readFileSync(join(clone, jobs.charter.artifacts.reports.codequality), 'utf8'));
    assert.equal(quality[0].location.path, 'roles/evil.sh');
    if (jobs.charter.artifacts.reports.junit) {
      assert.match(readFileSync(join(clone, jobs.charter.artifacts.reports.junit), 'utf8'), /^<\?xml/);
    }
    assert.equal(bash(jobs['charter-changes'].script.join('\n'), clone, env).code, 0);
    const changes = readFileSync(join(clone, jobs['charter-changes'].artifacts.paths[0]), 'utf8');
    assert.match(changes, /^<!-- itcharter-diff -->[^]*### Who must agree to this/);
    git(clone, 'checkout', '--quiet', 'main');
    assert.equal(bash(jobs.pages.script.join('\n'), clone, env).code, 0);
    assert.ok(existsSync(join(clone, 'public/index.html')));
  }
});

test('a charter without faults passes at GitLab, and one with faults does not', (t) => {
  const folder = scratch(t);
  school(folder);
  const { component } = gitlabJobs(t);
  const env = { ...tool, CHARTER: '.', CHARTER_FAIL_ON: 'error' };
  assert.equal(bash(component.charter.script.join('\n'), folder, env).code, 0);
  replace(folder, ...broken);
  assert.equal(bash(component.charter.script.join('\n'), folder, env).code, 1);
});
