// A push over HTTP, as forges take it: Git's own server program behind a web server, with our hook.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { broken, commit, git, must, program, replace, run, school, scratch, write } from './support.mjs';

/** Serves the repositories of a folder through `git http-backend`. */
async function serve(t, root) {
  const backend = join(must('git', ['--exec-path']).trim(), 'git-http-backend');
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const child = spawn(backend, {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_CONFIG_NOSYSTEM: '1',
        HOME: root,
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        CONTENT_LENGTH: request.headers['content-length'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
        REMOTE_USER: 'ada',
        REMOTE_ADDR: '127.0.0.1',
      },
    });
    request.pipe(child.stdin);
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('close', () => {
      const answer = Buffer.concat(parts);
      const end = answer.indexOf('\r\n\r\n');
      const headers = answer.subarray(0, end).toString().split('\r\n').map((line) => line.split(': '));
      const status = headers.find(([name]) => name === 'Status');
      response.writeHead(status ? Number.parseInt(status[1], 10) : 200, Object.fromEntries(headers));
      response.end(answer.subarray(end + 4));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

/** Runs Git without stopping this process, which is the server. */
function push(folder, ...args) {
  return new Promise((resolve) => {
    const child = spawn('git', ['push', 'origin', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' },
    });
    let said = '';
    child.stderr.on('data', (part) => (said += part));
    child.on('close', (code) => resolve({ code, said }));
  });
}

test('a push over HTTP is taken or refused with the findings', async (t) => {
  const root = scratch(t);
  const work = scratch(t);
  git(root, 'init', '--quiet', '--bare', 'it.git');
  git(root, '-C', 'it.git', 'config', 'http.receivepack', 'true');
  write(root, 'it.git/hooks/pre-receive', `#!/bin/sh\nexec '${program}' hook pre-receive -C it/charter\n`, 0o755);
  school(work, 'it/charter');
  git(work, 'remote', 'add', 'origin', `${await serve(t, root)}/it.git`);

  const first = await push(work, 'main');
  assert.equal(first.code, 0, first.said);
  assert.match(first.said, /remote: itcharter: main is fine/);

  replace(work, `it/charter/${broken[0]}`, broken[1], broken[2]);
  commit(work, 'break');
  const refused = await push(work, 'main');
  assert.equal(refused.code, 1);
  assert.match(refused.said, /remote: itcharter: main is refused for 1 fault/);
  assert.match(refused.said, /remote: +--> main:it\/charter\/teams\.yaml:7:9/);
  assert.match(refused.said, /\[remote rejected\] main -> main \(pre-receive hook declined\)/);
  const log = run('git', ['-C', join(root, 'it.git'), 'log', '--format=%s', 'main']);
  assert.equal(log.stdout, 'start\n');
});
