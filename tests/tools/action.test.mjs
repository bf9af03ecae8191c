// The steps of action.yml, run for real where a runner would run them.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { action, commands } from './runner.mjs';
import { broken, commit, git, must, outgrow, program, raised, replace, run, school, scratch, write } from './support.mjs';

/** A clone on a branch for a pull request, as `actions/checkout` leaves it. */
function pullRequest(t, change, place = '.') {
  const folder = scratch(t);
  school(folder, place);
  const base = git(folder, 'rev-parse', 'HEAD').trim();
  git(folder, 'checkout', '--quiet', '-b', 'change');
  change(folder);
  commit(folder, 'change');
  const head = git(folder, 'rev-parse', 'HEAD').trim();
  git(folder, 'checkout', '--quiet', '--detach', 'main');
  git(folder, 'merge', '--quiet', '--no-ff', '--message', 'as GitHub merges it', 'change');
  return { folder, temporary: scratch(t), event: { pull_request: { base: { sha: base }, head: { sha: head }, user: { login: 'ada' } } } };
}

test('a clean change is compared and described', (t) => {
  const { folder, temporary, event } = pullRequest(t, (folder) => replace(folder, ...raised));
  const { code, log, summary, outputs } = action(folder, temporary, { path: program, handbook: join(temporary, 'book') }, { event });
  assert.equal(code, 0, log);
  assert.equal(outputs.result, 'clean');
  assert.equal(outputs.findings, '0');
  assert.equal(outputs.changed, 'true');
  assert.equal(outputs.approvals, 'unknown');
  assert.match(outputs.comment, /^<!-- itcharter-diff -->\n### What this changes in the charter\n/);
  assert.match(outputs.comment, /may now approve 500 GBP/);
  assert.equal(readFileSync(outputs['comment-file'], 'utf8').trim(), outputs.comment.trim());
  assert.match(summary, /^### The charter has no findings\n\n<!-- itcharter-diff -->\n/);
  assert.ok(existsSync(join(outputs.handbook, 'index.html')));
  assert.deepEqual(commands(log), []);
  assert.match(outputs.program, /itcharter$/);
});

test('findings fail the step, mark the lines, and are listed', (t) => {
  const { folder, temporary, event } = pullRequest(t, (folder) => replace(folder, `it/${broken[0]}`, broken[1], broken[2]), 'it');
  const { code, log, summary, outputs } = action(folder, temporary, { path: program, directory: 'it' }, { event });
  assert.equal(code, 1, log);
  assert.equal(outputs.result, 'findings');
  assert.equal(outputs.findings, '1');
  const marks = commands(log);
  assert.equal(marks.length, 1, log);
  assert.match(marks[0], /^::error file=it\/teams\.yaml,line=7,endLine=7,col=9,endColumn=18,title=ref-unknown::/);
  assert.match(summary, /^### Findings in the charter: 1\n\n {4}it\/teams\.yaml:7:9: error\[ref-unknown\]/);
  const sarif = JSON.parse(readFileSync(outputs['sarif-file'], 'utf8'));
  assert.equal(sarif.runs[0].results.length, 1);
});

test('a pull request is read within the limits from before it', (t) => {
  const { folder, temporary, event } = pullRequest(t, outgrow);
  const { code, log, summary } = action(folder, temporary, { path: program, approvals: 'report' }, { event });
  assert.equal(code, 1, log);
  assert.match(summary, /^### Findings in the charter: \d+\n\n {4}teams\.yaml:1:1: error\[file-too-large\]/);
  assert.match(log, /the limits set at `[0-9a-f]{40}` hold, not those that this charter sets/);
  const pushed = action(folder, scratch(t), { path: program });
  assert.equal(pushed.code, 0, pushed.log);
});

test('outside of a pull request nothing is compared, and that is said', (t) => {
  const { folder, temporary } = pullRequest(t, () => {});
  const { code, outputs } = action(folder, temporary, { path: program });
  assert.equal(code, 0);
  assert.deepEqual([outputs.changed, outputs.comment, outputs['comment-file'], outputs.handbook], ['unknown', '', '', '']);
});

test('no change is said aloud, and a comparison that failed is never taken for it', (t) => {
  const { folder, temporary, event } = pullRequest(t, (folder) => write(folder, 'notes.txt', 'x'));
  const same = action(folder, temporary, { path: program }, { event });
  assert.deepEqual([same.code, same.outputs.changed], [0, 'false']);
  assert.match(same.outputs.comment, /No changes in what the charter says\./);
  const clone = scratch(t);
  git(folder, 'checkout', '--quiet', '-B', 'main');
  git(clone, 'clone', '--quiet', '--depth', '1', `file://${folder}`, 'flat');
  const hidden = action(join(clone, 'flat'), scratch(t), { path: program }, { event });
  assert.equal(hidden.code, 2);
  assert.deepEqual([hidden.outputs.result, hidden.outputs.changed, hidden.outputs.comment], ['failed', 'unknown', '']);
  assert.match(hidden.summary, /### The change could not be compared\n\nThis does not mean that nothing changed\./);
  assert.match(hidden.log, /fetch-depth: 0/);
});

test('who must agree is worked out, from the reviews of the newest commit', (t) => {
  const { folder, temporary, event } = pullRequest(t, (folder) => replace(folder, ...raised));
  const { sha } = event.pull_request.head;
  event.pull_request.user.login = 'brookfield-ben';
  const review = (commit_id) => ({ id: 1, user: { login: 'brookfield-amara', id: 1, type: 'User' }, state: 'APPROVED', commit_id, submitted_at: '2026-01-06T09:00:00Z' });
  const reviews = write(temporary, 'reviews.json', JSON.stringify([review(sha)]));
  const stale = write(temporary, 'stale.json', JSON.stringify([review(event.pull_request.base.sha)]));
  const ask = (inputs) => action(folder, scratch(t), { path: program, ...inputs }, { event });
  const missing = ask({ approvals: 'require' });
  assert.deepEqual([missing.code, missing.outputs.approvals, missing.outputs.result], [1, 'missing', 'findings'], missing.log);
  assert.match(missing.outputs.comment, /^<!-- itcharter-diff -->[^]*\n### Who must agree to this\n\n\*\*Still to agree: Amara Okafor/);
  assert.match(missing.summary, /### Who must agree to this/);
  assert.deepEqual([ask({ approvals: 'report' }).code, ask({ approvals: 'require', reviews: stale }).code], [0, 1]);
  const granted = ask({ approvals: 'require', reviews });
  assert.deepEqual([granted.code, granted.outputs.approvals], [0, 'granted'], granted.summary);
  const unread = ask({ approvals: 'report', reviews: '/nowhere' });
  assert.deepEqual([unread.code, unread.outputs.approvals, unread.outputs.result], [2, 'unknown', 'failed']);
  assert.match(unread.summary, /This does not mean that nobody must\./);
  assert.equal(ask({ approvals: 'yes' }).code, 2);
});

test('with since, only what the change brings fails the step', (t) => {
  const folder = scratch(t);
  school(folder);
  replace(folder, 'responsibilities.yaml', 'up_to: 100 GBP, by: service-desk', 'up_to: 5000 GBP, by: service-desk');
  commit(folder, 'a fault that was there before');
  const event = { pull_request: { base: { sha: git(folder, 'rev-parse', 'HEAD').trim() } } };
  write(folder, 'notes.txt', 'x');
  commit(folder, 'change');
  const ask = (since) => action(folder, scratch(t), { path: program, since }, { event });
  assert.deepEqual([ask('false').code, ask('true').code], [1, 0]);
  replace(folder, ...broken);
  commit(folder, 'break');
  const { code, log } = ask('true');
  assert.equal(code, 1, log);
  assert.ok(commands(log).some((mark) => mark.includes('title=ref-unknown')) && !log.includes('limit-out-of-order'), log);
});

test('nothing in a pull request becomes a command, an output or markup', (t) => {
  const nasty = '::error file=x::y%0A::set-output name=result::clean';
  const change = (folder) => {
    write(folder, 'roles/$(touch pwned)`id`.yaml', `name: "x\\n::error::boo\\n##[error]boo"\nsalary: "${nasty}"\n`);
    write(folder, 'roles/a b;touch pwned.yaml', 'name: A\n');
    replace(folder, 'glossary.yaml', 'A guard that decides', 'Ask @everyone <img src=x onerror=alert(1)> about `x`');
  };
  const { folder, temporary, event } = pullRequest(t, change);
  event.pull_request.user.login = '"; touch pwned; "';
  const { code, log, summary, outputs } = action(folder, temporary, { path: program }, { event });
  assert.ok(code > 0);
  assert.ok(!existsSync(join(folder, 'pwned')));
  for (const command of commands(log)) {
    assert.match(command, /^::(error|warning|notice) file=[^:]*,line=\d+/, command);
    assert.ok(!/boo/.test(command.split('::')[1]));
  }
  assert.ok(!summary.includes('<img') && !outputs.comment.includes('<img'));
  assert.ok(!outputs.comment.includes('@everyone') && outputs.comment.includes('@\u200beveryone'), outputs.comment);
  assert.equal(outputs.result, 'findings');
});

test('inputs stay words, whatever is in them', (t) => {
  const { folder, temporary, event } = pullRequest(t, () => {});
  for (const inputs of [
    { directory: '$(touch pwned)' }, { directory: '--help' }, { 'fail-on': 'error; touch pwned' }, { base: '--output=pwned' },
    { base: '$(touch pwned)' }, { approvals: 'require', reviews: '$(touch pwned)' }, { handbook: join(temporary, 'out'), audience: '`touch pwned`' },
  ]) {
    const { code, outputs } = action(folder, temporary, { path: program, ...inputs }, { event });
    assert.equal(code, 2, JSON.stringify(inputs));
    assert.equal(outputs.result, 'failed');
    assert.ok(!existsSync(join(folder, 'pwned')));
  }
});

test('without a program, a version or a checksum the step says what to set', (t) => {
  const { folder, temporary } = pullRequest(t, () => {});
  for (const [inputs, wanted] of [
    [{}, 'set `version` to a release'], [{ version: '1.0.0; id' }, 'set `version` to a release'], [{ version: '0.1.0' }, 'set `sha256`'],
    [{ path: '/nowhere' }, '`path` names no program'], [{ path: folder }, '`path` names no program'],
  ]) {
    const { code, log } = action(folder, temporary, inputs);
    assert.equal(code, 2);
    assert.ok(log.includes(`::error title=itcharter::${wanted}`), log);
  }
});

test('a download is used only if its checksum is right', (t) => {
  const { folder, temporary, event } = pullRequest(t, () => {});
  const place = scratch(t);
  const name = 'itcharter-0.1.0-x86_64-unknown-linux-gnu';
  write(place, `${name}/itcharter`, `#!/bin/sh\nexec '${program}' "$@"\n`, 0o755);
  must('tar', ['-czf', `${name}.tar.gz`, name], { cwd: place });
  const archive = join(place, `${name}.tar.gz`);
  const sha256 = createHash('sha256').update(readFileSync(archive)).digest('hex');
  // In the place of curl: remembers what it was asked for, and gives the archive.
  write(place, 'bin/curl', `#!/bin/sh\nprintf '%s\\n' "$@" > '${place}/asked'\nwhile [ "$1" != --output ]; do shift; done\ncp '${archive}' "$2"\n`, 0o755);
  const env = { PATH: `${place}/bin:${process.env.PATH}` };
  const good = action(folder, temporary, { version: '0.1.0', sha256 }, { event, env });
  assert.equal(good.code, 0, good.log);
  const asked = readFileSync(join(place, 'asked'), 'utf8').trim().split('\n');
  assert.equal(asked.at(-1), `https://github.com/example/itcharter/releases/download/v0.1.0/${name}.tar.gz`);
  assert.ok(asked.includes('=https'));
  const bad = action(folder, temporary, { version: '0.1.0', sha256: '0'.repeat(64) }, { event, env });
  assert.equal(bad.code, 2);
  assert.match(bad.log, /the archive has another checksum than `sha256`/);
  assert.equal(bad.outputs.program, '');
});

test('the scripts have no fault that a shell can see', () => {
  for (const name of ['install', 'check']) {
    assert.equal(run('bash', ['-n', new URL(`../../.github/action/${name}`, import.meta.url).pathname]).code, 0);
  }
});
