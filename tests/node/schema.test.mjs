// The schemas that `itcharter schema` prints work where people use them: they are valid, and the YAML language
// server, which most editors use, finds faults with them and explains the keys.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';

import { LanguageServer } from './language-server.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, '..', '..');
const PROGRAM = process.env.ITCHARTER ?? join(PROJECT, 'target', 'debug', 'itcharter');
const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

/** The folders whose files are one entity each, with the schema of that entity. */
const FOLDERS = {
  access: 'access-entry',
  channels: 'channel',
  escalations: 'escalation',
  exceptions: 'exception',
  glossary: 'term',
  meetings: 'meeting',
  norms: 'norm',
  people: 'person',
  responsibilities: 'responsibility',
  roles: 'role',
  rotas: 'rota',
  services: 'service',
  teams: 'team',
};
/** The folders whose files are lists. */
const RECORDS = ['acknowledgements', 'kudos'];

const GOOD_ROLE = `name: Systems technician
team: it
purpose: Keep the network, servers and backups healthy.
reports_to: it-manager
filled_by: ben-hughes
backup: amara-okafor
critical: true
expect:
  - Test one backup restore every month.
may:
  - Restart any system outside lesson time.
must_ask:
  - Before any change during lessons.
must_never:
  - Give extra rights to their own account.
`;

const folder = mkdtempSync(join(tmpdir(), 'itcharter-schemas-'));
const schemas = join(folder, 'schemas');
mkdirSync(join(folder, 'roles'));
execFileSync(PROGRAM, ['schema', '--out', schemas], { stdio: ['ignore', 'inherit', 'inherit'] });
const names = readdirSync(schemas).filter((name) => name.endsWith('.json')).sort();
const schema = (name) => JSON.parse(readFileSync(join(schemas, name), 'utf8'));

after(() => rmSync(folder, { recursive: true }));

describe('every schema', () => {
  it('is there for entities and for lists', () => {
    for (const name of ['charter.json', 'role.json', 'roles.json', 'norms.json', 'acknowledgements.json']) {
      assert.ok(names.includes(name), `${name} is not among ${names.join(' ')}`);
    }
  });

  for (const name of names) {
    it(`${name} is valid by the rules of draft 07 and can be used`, () => {
      const text = schema(name);
      assert.equal(text.$schema, DRAFT_07);
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
      addFormats(ajv);
      assert.ok(ajv.validateSchema(text), ajv.errorsText(ajv.errors));
      ajv.compile(text);
    });

    it(`${name} describes each of its keys`, () => {
      const text = schema(name);
      const target = (node) =>
        node.$ref?.startsWith('#/definitions/') ? text.definitions[node.$ref.slice('#/definitions/'.length)] : node;
      const keys = Object.entries(target(text.items ?? text).properties ?? {});
      assert.ok(keys.length > 0, 'no keys');
      const silent = keys.filter(([, value]) => !value.description && !target(value).description);
      assert.deepEqual(silent.map(([key]) => key), []);
    });
  }

  it('is printed alone when its kind is named', () => {
    const printed = execFileSync(PROGRAM, ['schema', 'role'], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(printed), schema('role.json'));
  });
});

describe('the YAML language server', () => {
  const server = new LanguageServer(join(HERE, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'));
  const uri = (path) => pathToFileURL(join(folder, path)).href;

  before(async () => {
    const address = (name) => pathToFileURL(join(schemas, name)).href;
    const associated = {};
    for (const [plural, kind] of Object.entries(FOLDERS)) {
      associated[address(`${kind}.json`)] = [`${plural}/*.yaml`];
    }
    for (const records of RECORDS) associated[address(`${records}.json`)] = [`${records}/*.yaml`];
    for (const name of names) {
      const list = `/${name.replace(/json$/, 'yaml')}`;
      associated[address(name)] = [...(associated[address(name)] ?? []), list];
    }
    await server.initialize(pathToFileURL(folder).href, {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemas: associated,
        schemaStore: { enable: false, url: '' },
      },
    });
  });

  after(() => server.close());

  /** Opens a document; returns the line (from 1) and the message of each finding. */
  const findings = async (path, text) =>
    (await server.open(uri(path), text)).map(({ range, message }) => [range.start.line + 1, message]);

  const assertFindings = (found, expected) => {
    assert.equal(found.length, expected.length, JSON.stringify(found));
    expected.forEach(([line, words], index) => {
      assert.equal(found[index][0], line, JSON.stringify(found));
      assert.match(found[index][1], words);
    });
  };

  it('has nothing to say about a good role', async () => {
    assert.deepEqual(await findings('roles/good.yaml', GOOD_ROLE), []);
  });

  it('shows an unknown key where it stands', async () => {
    const found = await findings('roles/unknown.yaml', `${GOOD_ROLE}titel: Technician\n`);
    assertFindings(found, [[16, /titel is not allowed/]]);
  });

  it('shows that a key is missing', async () => {
    const found = await findings('roles/missing.yaml', GOOD_ROLE.replace(/^purpose: .*\n/m, ''));
    assertFindings(found, [[1, /Missing property "purpose"/]]);
  });

  it('shows a wrong choice in a list, with the choices there are', async () => {
    const text = `- id: plain-words
  from: it
  text: We explain what is wrong without technical words.
  seen_when: A new member of staff understands every reply.
- id: listen
  from: nobody
  text: We read every comment.
  seen_when: No comment is older than two weeks.
`;
    assertFindings(await findings('norms.yaml', text), [[6, /"it".*"staff".*"managers"/s]]);
  });

  it('finds the schema that the first line of a file names', async () => {
    const line = '# yaml-language-server: $schema=../schemas/role.json\n';
    const found = await findings('elsewhere/role.yaml', `${line}${GOOD_ROLE}titel: Technician\n`);
    assertFindings(found, [[17, /titel is not allowed/]]);
  });

  /** Returns text as it is read: without Markdown's escapes, with single spaces. */
  const plain = (text) => text.replaceAll('\\', '').replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim();
  const { description } = schema('role.json').properties.purpose;

  it('explains a key under the pointer', async () => {
    const path = 'roles/hover.yaml';
    await findings(path, GOOD_ROLE);
    const answer = await server.request('textDocument/hover', {
      textDocument: { uri: uri(path) },
      position: { line: 2, character: 3 },
    });
    assert.ok(plain(answer.contents.value).includes(plain(description)), answer.contents.value);
  });

  it('offers the keys that are not there yet, with what they mean', async () => {
    const path = 'roles/completion.yaml';
    await findings(path, 'name: Systems technician\n\n');
    const answer = await server.request('textDocument/completion', {
      textDocument: { uri: uri(path) },
      position: { line: 1, character: 0 },
    });
    const offered = answer.items.find(({ label }) => label === 'purpose');
    assert.ok(offered, answer.items.map(({ label }) => label).join(' '));
    const words = offered.documentation?.value ?? offered.documentation;
    assert.ok(plain(words).includes(plain(description)), JSON.stringify(offered));
    assert.ok(!answer.items.some(({ label }) => label === 'name'), 'name is there already');
  });

  it('has nothing to say about the charters that come with the program', async () => {
    // The template has blanks; what `init` makes of it is what people edit.
    const fresh = join(folder, 'fresh');
    execFileSync(PROGRAM, ['init', fresh, '--quiet']);
    const charters = [fresh, join(PROJECT, 'examples')];
    const files = charters.flatMap((charter) =>
      readdirSync(charter, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml') && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
    );
    for (const file of files) {
      const path = relative(PROJECT, file);
      const parent = basename(dirname(file));
      const name = FOLDERS[parent] ?? (RECORDS.includes(parent) ? parent : basename(file, '.yaml'));
      assert.ok(names.includes(`${name}.json`), `${path} has no schema`);
      assert.deepEqual(await findings(path, readFileSync(file, 'utf8')), [], path);
    }
  });
});
