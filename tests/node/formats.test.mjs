// The formats of `itcharter validate` are ones that other programs take: each is held against a schema or read by a
// parser that is not ours.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { validate } from '@umbrelladocs/rdformat-validator';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const FORMATS = { sarif: 'sarif', gitlab: 'json', junit: 'xml', rdjson: 'json', github: 'txt', jsonl: 'jsonl' };

/** What GitLab asks of a Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/ */
const CODE_QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', pattern: '^[a-z]+(-[a-z]+)+$' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\.?\\.?/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

const folder = mkdtempSync(join(tmpdir(), 'itcharter-formats-'));
after(() => rmSync(folder, { recursive: true }));

/** Checks a charter once and returns every format's text. */
function check(name, spoil) {
  const charter = join(folder, name, 'it');
  cpSync(join(PROJECT, 'examples', 'brookfield-school'), charter, { recursive: true });
  spoil(charter);
  execFileSync('git', ['init', '--quiet', join(folder, name)]);
  const outputs = Object.entries(FORMATS).flatMap(([format, ending]) => [
    '--format', format, '--output', join(folder, name, `${format}.${ending}`),
  ]);
  const run = spawnSync(PROGRAM, ['validate', '-C', charter, '--as-of', '2026-11-21', '--quiet', ...outputs], {
    encoding: 'utf8',
  });
  assert.equal(run.stderr, '');
  assert.equal(run.stdout, '');
  const text = (format) => readFileSync(join(folder, name, `${format}.${FORMATS[format]}`), 'utf8');
  return { status: run.status, text, json: (format) => JSON.parse(text(format)) };
}

const clean = check('clean', () => {});
const faulty = check('faulty', (charter) => {
  const role = join(charter, 'roles', 'it-manager.yaml');
  const text = readFileSync(role, 'utf8').replace(/^reports_to: .*$/m, 'reports_to: "é]]>::error::%0A <b> ##[x]"');
  writeFileSync(role, `${text}salary: 1\nsalary: 1\n`);
  mkdirSync(join(charter, 'kudos'), { recursive: true });
  writeFileSync(join(charter, 'roles', 'späte größe: a,b.yaml'), 'name: no\r\n');
});
const found = faulty.text('jsonl').trimEnd().split('\n').map((line) => JSON.parse(line));

it('the faulty charter gives enough to look at', () => {
  assert.deepEqual([clean.status, faulty.status], [0, 1]);
  assert.equal(clean.text('jsonl'), '');
  assert.ok(found.length >= 5, `only ${found.length} findings`);
  for (const severity of ['error', 'warning', 'note']) {
    assert.ok(found.some((finding) => finding.severity === severity), `no ${severity}`);
  }
  assert.ok(found.some((finding) => finding.related.length > 0), 'nothing with a related place');
  assert.ok(found.some((finding) => finding.fix), 'nothing with a fix');
});

describe('SARIF', () => {
  const require = createRequire(import.meta.url);
  const matcher = dirname(require.resolve('@microsoft/jest-sarif/package.json'));
  const schema = JSON.parse(readFileSync(join(matcher, 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8'));
  // A pattern in the schema is not one by the stricter rules for Unicode.
  const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const isValid = ajv.compile(schema);

  it('is valid by the official schema', () => {
    for (const charter of [clean, faulty]) {
      assert.ok(isValid(charter.json('sarif')), ajv.errorsText(isValid.errors));
    }
  });

  it('would be refused with a column 0, so the schema is really used', () => {
    const log = faulty.json('sarif');
    log.runs[0].results[0].locations[0].physicalLocation.region.startColumn = 0;
    assert.equal(isValid(log), false);
  });

  it('has a result for each finding, at addresses below the repository', () => {
    const [run] = faulty.json('sarif').runs;
    assert.deepEqual(run.results.map((result) => result.ruleId), found.map((finding) => finding.code));
    for (const result of run.results) {
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      const { uri } = result.locations[0].physicalLocation.artifactLocation;
      const address = new URL(uri, 'file:///root/');
      assert.ok(address.href.startsWith('file:///root/it/'), uri);
    }
    const paths = run.results.map((result) => result.locations[0].physicalLocation.artifactLocation.uri);
    assert.deepEqual(paths.map(decodeURIComponent), found.map((finding) => `it/${finding.path}`));
  });
});

describe('Code Quality', () => {
  const isValid = new Ajv().compile(CODE_QUALITY);

  it('has what GitLab asks for, and no fingerprint twice', () => {
    assert.deepEqual(clean.json('gitlab'), []);
    const issues = faulty.json('gitlab');
    assert.ok(isValid(issues), JSON.stringify(isValid.errors));
    assert.equal(issues.length, found.length);
    assert.equal(new Set(issues.map((issue) => issue.fingerprint)).size, issues.length);
    assert.deepEqual(issues.map((issue) => issue.location.path), found.map((finding) => `it/${finding.path}`));
  });
});

describe('JUnit', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: 'text',
    isArray: (name) => ['testsuite', 'testcase'].includes(name),
  });
  const read = (charter) => {
    const text = charter.text('junit');
    assert.equal(XMLValidator.validate(text), true);
    return parser.parse(text).testsuites;
  };

  it('is one test that passed where there are no findings', () => {
    const suites = read(clean);
    assert.deepEqual([suites.tests, suites.failures], ['1', '0']);
    assert.equal(suites.testsuite[0].testcase[0].failure, undefined);
  });

  it('fails one test for each finding, with the message whole', () => {
    const suites = read(faulty);
    const cases = suites.testsuite.flatMap((suite) => suite.testcase);
    assert.equal(suites.failures, String(found.length));
    const plain = (text) => text.replaceAll('##[', '#\ufffd[');
    assert.deepEqual(cases.map((test) => test.failure.message), found.map((finding) => plain(finding.message)));
  });
});

describe('the Reviewdog Diagnostic Format', () => {
  it('is valid', async () => {
    for (const charter of [clean, faulty]) {
      const result = await validate(charter.text('rdjson'), { strictMode: true });
      assert.ok(result.valid, JSON.stringify(result.errors));
    }
    assert.equal(faulty.json('rdjson').diagnostics.length, found.length);
  });

  it('would be refused with a severity that there is not, so the validator is really used', async () => {
    const text = faulty.text('rdjson').replace('"severity": "ERROR"', '"severity": "BAD"');
    assert.equal((await validate(text, { strictMode: true })).valid, false);
  });
});

describe('GitHub commands', () => {
  it('can be read back as GitHub reads them', () => {
    const lines = faulty.text('github').trimEnd().split('\n');
    assert.equal(lines.length, found.length);
    const unescape = (text) =>
      text.replace(/%(25|0D|0A|3A|2C)/g, (whole, code) => String.fromCharCode(Number.parseInt(code, 16)));
    const files = lines.map((line) => {
      const [, level, properties, data] = /^::(error|warning|notice) (.*?)::(.*)$/.exec(line);
      assert.ok(level && data, line);
      const pairs = properties.split(',').map((pair) => pair.split('='));
      const values = Object.fromEntries(pairs.map(([key, value]) => [key, unescape(value)]));
      assert.deepEqual(
        Object.keys(values).filter((key) => !['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key)),
        [],
      );
      return values.file;
    });
    assert.deepEqual(files.toSorted(), found.map((finding) => `it/${finding.path}`).toSorted());
  });
});
