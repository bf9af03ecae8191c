// As much of a GitHub runner as our steps need: expressions, the shell, and the files that steps write to.

import assert from 'node:assert/strict';
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { project, run } from './support.mjs';

/** Puts values in the place of `${{ a.b.c }}`; what is not there is empty, as on GitHub. */
export function fill(text, context) {
  return String(text).replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path) => {
    const value = path.split('.').reduce((value, name) => value?.[name], context);
    return value === undefined || value === null ? '' : String(value);
  });
}

/** Reads what a step wrote for its outputs. */
export function outputs(text) {
  const found = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift();
    const many = line.match(/^([\w-]+)<<(.+)$/);
    if (many) {
      const end = lines.indexOf(many[2]);
      assert.ok(end >= 0, `no end for ${many[1]}`);
      found[many[1]] = lines.splice(0, end + 1).slice(0, -1).join('\n');
    } else if (line !== '') {
      const at = line.indexOf('=');
      assert.ok(at > 0, `\`${line}\` sets no output`);
      found[line.slice(0, at)] = line.slice(at + 1);
    }
  }
  return found;
}

/** Runs a script as GitHub runs `shell: bash`. */
export function bash(script, folder, env) {
  return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd: folder, env });
}

/** Runs the steps of our action in a folder. */
export function action(folder, temporary, inputs, { event = {}, env = {} } = {}) {
  const { inputs: declared, outputs: named, runs } = parse(readFileSync(join(project, 'action.yml'), 'utf8'));
  for (const name of Object.keys(inputs)) {
    assert.ok(name in declared, `there is no input ${name}`);
  }
  const all = Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, inputs[name] ?? input.default]));
  const context = { inputs: all, steps: {}, github: { event, action_repository: 'example/itcharter' } };
  const result = { code: 0, log: '', summary: '' };
  mkdirSync(temporary, { recursive: true });
  for (const step of runs.steps) {
    const files = { GITHUB_OUTPUT: join(temporary, `${step.id}-output`), GITHUB_STEP_SUMMARY: join(temporary, `${step.id}-summary`) };
    Object.values(files).forEach((file) => writeFileSync(file, ''));
    const given = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, fill(value, context)]));
    assert.equal(step.shell, 'bash');
    const { code, stdout, stderr } = bash(step.run, folder, {
      GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_ACTION_PATH: project, RUNNER_TEMP: temporary, RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64',
      GITHUB_WORKSPACE: folder, ...files, ...given, ...env,
    });
    result.log += stdout + stderr;
    context.steps[step.id] = { outputs: outputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')) };
    result.summary += readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
    result.code = code;
    if (code !== 0) break;
  }
  result.outputs = Object.fromEntries(Object.entries(named).map(([name, output]) => [name, fill(output.value, context)]));
  return result;
}

/** Returns the commands in a log that GitHub would obey: those outside of what `stop-commands` encloses. */
export function commands(log) {
  const found = [];
  let token;
  for (const line of log.split('\n')) {
    if (token) {
      if (line === `::${token}::`) token = undefined;
      continue;
    }
    const command = line.match(/^\s*::([\w-]+)([^:]*)::(.*)$/);
    if (command?.[1] === 'stop-commands') token = command[3];
    else if (command) found.push(line);
  }
  assert.equal(token, undefined, 'commands were stopped and never resumed');
  return found;
}
