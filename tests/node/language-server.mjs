// Speaks the Language Server Protocol with a program over its standard input and output.

import { spawn } from 'node:child_process';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 30_000;

export class LanguageServer {
  #program;
  #input = Buffer.alloc(0);
  #nextId = 1;
  #waiting = new Map();
  #listeners = [];
  #settings = {};
  #asked = () => {};

  /** Starts a server: a JavaScript file that is run by this Node. */
  constructor(script) {
    this.#program = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#program.stdout.on('data', (data) => this.#read(data));
    this.#program.on('exit', (code) => this.#fail(new Error(`the language server ended with ${code}`)));
  }

  /** Opens a session for the folder at this address, with these settings. */
  async initialize(rootUri, settings) {
    const capabilities = {
      workspace: { configuration: true },
      textDocument: {
        publishDiagnostics: {},
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
      },
    };
    await this.request('initialize', { processId: process.pid, rootUri, capabilities });
    this.#settings = settings;
    const asked = new Promise((resolve) => (this.#asked = resolve));
    this.notify('initialized', {});
    this.notify('workspace/didChangeConfiguration', { settings });
    await this.#within(asked, 'the question for settings');
  }

  /** Opens a document and returns what the server finds in it, sorted by place. */
  async open(uri, text) {
    const found = this.#within(
      new Promise((resolve, reject) => this.#listeners.push({ uri, resolve, reject })),
      `findings for ${uri}`,
    );
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    const diagnostics = await found;
    const key = ({ range: { start } }) => start.line * 1e6 + start.character;
    return [...diagnostics].sort((a, b) => key(a) - key(b));
  }

  /** Asks for something and returns the answer. */
  request(method, params) {
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return this.#within(answer, method);
  }

  /** Tells something that has no answer. */
  notify(method, params) {
    this.#send({ method, params });
  }

  /** Ends the session and the program. */
  async close() {
    this.#program.removeAllListeners('exit');
    await this.request('shutdown', null);
    this.notify('exit', null);
    this.#program.stdin.end();
    const ended = new Promise((resolve) => this.#program.once('exit', resolve));
    const timer = setTimeout(() => this.#program.kill(), 2_000);
    await ended;
    clearTimeout(timer);
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#program.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(data) {
    this.#input = Buffer.concat([this.#input, data]);
    for (;;) {
      const end = this.#input.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#input.subarray(0, end).toString())[1]);
      if (this.#input.length < end + 4 + length) return;
      const body = this.#input.subarray(end + 4, end + 4 + length).toString();
      this.#input = this.#input.subarray(end + 4 + length);
      this.#receive(JSON.parse(body));
    }
  }

  #receive(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params;
      const waiting = this.#listeners.filter((listener) => listener.uri === uri);
      this.#listeners = this.#listeners.filter((listener) => listener.uri !== uri);
      for (const { resolve } of waiting) resolve(diagnostics);
    } else if (message.method && message.id !== undefined) {
      // The server asks for its settings, or for leave to watch files, which does not matter here.
      const settings = ({ section }) => this.#settings[section] ?? null;
      const result = message.method === 'workspace/configuration' ? message.params.items.map(settings) : null;
      this.#send({ id: message.id, result });
      if (message.method === 'workspace/configuration') this.#asked();
    } else if (message.id !== undefined) {
      const { resolve, reject } = this.#waiting.get(message.id) ?? {};
      this.#waiting.delete(message.id);
      if (message.error) reject?.(new Error(message.error.message));
      else resolve?.(message.result);
    }
  }

  #fail(error) {
    for (const { reject } of [...this.#waiting.values(), ...this.#listeners]) reject(error);
    this.#waiting.clear();
    this.#listeners = [];
  }

  #within(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in time: ${what}`)), PATIENCE);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  }
}
