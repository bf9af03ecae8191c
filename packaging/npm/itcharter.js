#!/usr/bin/env node
// Runs the program that npm installed for this system, as a package of its own. Downloads nothing, runs no script.
'use strict';

const { spawnSync } = require('node:child_process');

const system = `${process.platform}-${process.arch}`;
const name = process.platform === 'win32' ? 'itcharter.exe' : 'itcharter';

let program;
try {
  program = require.resolve(`@itcharter/${system}/${name}`);
} catch {
  console.error(
    `error: there is no itcharter for ${system} here. If npm was told to leave out optional packages, let it ` +
      'install them; otherwise build the tool with `cargo install itcharter --locked`.',
  );
  process.exit(2);
}

const result = spawnSync(program, process.argv.slice(2), { stdio: 'inherit' });
if (result.error) {
  console.error(`error: failed to run \`${program}\`: ${result.error.message}`);
  process.exit(2);
}
if (result.signal) {
  process.kill(process.pid, result.signal);
}
process.exit(result.status === null ? 2 : result.status);
