// The window of the search, and the marks on the page it led to.
const MEMORY = 'itcharter:found';
const MARKS = 200;
let english = true;

/** Makes an element. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Returns a message cut where its values stand, with the values between. */
function pieces(message, values) {
  return message.split(/\{([\w-]+)\}/).map((piece, at) => (at % 2 ? values[piece] : piece));
}

/** Returns a message with its values. */
function filled(message, values) {
  return pieces(message, values).join('');
}

/** Returns a text as pieces in which the words found stand out. */
function marked(text, words) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{Alphabetic}\p{N}\p{M}'\u2019\u02bc]+/gu)) {
    if (!wordsOf(match[0], english).some((word) => words.has(word))) continue;
    pieces.push(text.slice(end, match.index), make('mark', {}, match[0]));
    end = match.index + match[0].length;
  }
  pieces.push(text.slice(end));
  return pieces;
}

/** Marks the words found on this page: in the part that the address names, or everywhere. */
function markPage(found) {
  for (const old of document.querySelectorAll('main mark')) old.replaceWith(...old.childNodes);
  const words = new Set(found);
  const main = document.querySelector('main');
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  const heading = target?.closest('.heading') ?? (/^h\d$/i.test(target?.tagName ?? '') ? target : null);
  const place = (heading ? heading.parentElement : target) ?? main;
  if (!place) return;
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest('svg, .permalink, nav')) texts.push(walker.currentNode);
  }
  let marks = 0;
  for (const node of texts) {
    const pieces = marked(node.data, words);
    if (pieces.length > 1) node.replaceWith(...pieces);
    marks += pieces.length - 1;
    if (marks > MARKS) return;
  }
}

/** Remembers what the next page has to mark; a browser may forbid it, and then the page is shown without marks. */
function remember(key, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(key);
    sessionStorage.setItem(key, value);
  } catch {
    // Without marks.
  }
  return null;
}

/** Says whether the key `/` opens the search, or keeps the reader's choice. */
function slash(choice) {
  try {
    if (choice === undefined) return localStorage.getItem('itcharter:slash') !== 'off';
    localStorage.setItem('itcharter:slash', choice ? 'on' : 'off');
  } catch {
    // The key stays as it was.
  }
  return true;
}

/** Makes the window. */
function build() {
  const input = make('input', {
    id: 'search:words', type: 'text', role: 'combobox', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false',
    enterkeyhint: 'go', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'search:hits',
  });
  const close = make('button', { type: 'button', class: 'search-close' }, WORDS.close);
  const status = make('p', { role: 'status', class: 'search-status' });
  const list = make('ul', { id: 'search:hits', role: 'listbox', 'aria-label': WORDS.hits });
  const key = make('input', { type: 'checkbox' });
  const more = make('p', { class: 'search-more' });
  const dialog = make(
    'dialog', { class: 'search', 'aria-labelledby': 'search:title', lang: WORDS.lang, dir: WORDS.dir },
    make('div', { class: 'search-head' }, make('label', { id: 'search:title', for: 'search:words' }, WORDS.search), close),
    input, status, list, more, make('label', { class: 'search-key' }, key, ` ${WORDS.slash}`),
  );
  list.hidden = true;
  key.checked = slash();
  key.addEventListener('change', () => slash(key.checked));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  const parts = { dialog, input, status, list, more, hits: [], words: [], active: -1, turn: 0 };
  let timer;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(parts), 120);
  });
  input.addEventListener('keydown', (event) => press(parts, event));
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) follow(parts, Number(option.id.split(':')[2]), event.ctrlKey || event.metaKey);
  });
  return parts;
}

/** Looks up what was typed and shows it, unless something newer was typed meanwhile. */
async function ask(parts) {
  const turn = (parts.turn += 1);
  const text = parts.input.value.trim() ? parts.input.value : '';
  let found = { hits: [], words: [], total: 0, asked: false };
  try {
    if (text) found = await search(text);
  } catch {
    if (turn === parts.turn) parts.status.textContent = WORDS.unreadable;
    return;
  }
  if (turn !== parts.turn) return;
  english = found.about?.english ?? english;
  const words = new Set(found.words);
  Object.assign(parts, { hits: found.hits, words: found.words, active: -1 });
  parts.list.replaceChildren(...found.hits.map((hit, at) => make(
    'li', { id: `search:hit:${at}`, role: 'option', 'aria-selected': 'false' },
    make('span', { class: 'search-title' }, ...marked(hit.title, words)),
    make('span', { class: 'search-text' }, ...marked(hit.answer, words)),
    make('span', { class: 'search-section' }, hit.section),
  )));
  parts.list.hidden = !found.hits.length;
  parts.input.setAttribute('aria-expanded', String(found.hits.length > 0));
  parts.input.removeAttribute('aria-activedescendant');
  const few = found.hits.length < found.total;
  const shown = filled(few ? WORDS.best : WORDS.found, { shown: found.hits.length, all: found.total });
  parts.status.textContent = found.hits.length ? shown : found.asked ? filled(WORDS.nothing, { words: text.trim() }) : '';
  helpOut(parts, found);
}

/** Where nothing was found, says where to ask. */
function helpOut(parts, found) {
  parts.more.replaceChildren();
  if (!found.asked || found.hits.length) return;
  const { help } = found.about;
  const links = {
    list: make('a', { href: `${root}find.html` }, WORDS.list),
    help: help ? make('a', { href: root + help[0] }, help[1]) : '',
  };
  parts.more.append(...pieces(help ? WORDS.try_or_ask : WORDS.try, links));
}

/** Moves through what was found, or follows it. */
function press(parts, event) {
  const count = parts.hits.length;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Enter' && !event.isComposing && count) {
    event.preventDefault();
    follow(parts, Math.max(0, parts.active), event.ctrlKey || event.metaKey);
  } else if (step && count) {
    event.preventDefault();
    const from = parts.active < 0 && step < 0 ? 0 : parts.active;
    parts.active = (from + step + count) % count;
    [...parts.list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === parts.active)));
    const option = parts.list.children[parts.active];
    parts.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

/** Goes to what was found. */
function follow(parts, at, beside) {
  const href = new URL(root + parts.hits[at].address).href;
  if (beside) {
    window.open(href, '_blank', 'noopener');
    return;
  }
  parts.dialog.close();
  const here = href.split('#')[0] === location.href.split('#')[0];
  if (here) {
    if (href.includes('#')) location.href = href;
    else window.scrollTo(0, 0);
    markPage(parts.words);
  } else {
    remember(MEMORY, JSON.stringify([href, parts.words, english]));
    location.href = href;
  }
}

/** Loads the style of the window, before that of the page, which counts before it. */
function dress() {
  return new Promise((resolve) => {
    const style = make('link', { rel: 'stylesheet', href: new URL('search.css', own.src).href });
    // Without it the search works as well.
    for (const end of ['load', 'error']) style.addEventListener(end, resolve);
    document.querySelector('link[rel=stylesheet]').before(style);
  });
}

let parts;
let dressed;
own.addEventListener('open', async () => {
  dressed ??= dress();
  await dressed;
  parts ??= build();
  if (!parts.dialog.open) parts.dialog.showModal();
  parts.input.select();
  load('index').catch(() => {});
});
own.addEventListener('mark', (event) => {
  english = event.detail[2] === true;
  markPage(event.detail[1]);
});
