// Finds entries: loads only the files that hold the words asked for.
const HITS = 10;
const own = document.currentScript;
const root = new URL('../', own.src).href;
const loads = new Map();

/** Loads a file of the index; a script is all that a page opened from a folder may load. */
function load(name) {
  if (!loads.has(name)) {
    loads.set(name, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('found', (event) => resolve(event.detail));
      script.addEventListener('error', () => {
        loads.delete(name);
        reject(new Error(name));
      });
      script.src = `${root}search/${name}.js`;
      document.head.append(script);
    }));
  }
  return loads.get(name);
}

/** Returns what the index says of itself. */
async function index() {
  const [count, answers, size, english, stop, sections, firsts, help] = await load('index');
  return { count, answers, size, english, sections, help, stop: new Set(stop.split(' ')), firsts: firsts.split(' ') };
}

/** Returns the words of a file with where they lead. */
async function wordsFile(number) {
  const text = await load(`t${number}`);
  return text.split('\n').map((line) => {
    const space = line.indexOf(' ');
    return [line.slice(0, space), line.slice(space + 1)];
  });
}

/** Returns the words of the index from `from` to `to`; of a long stretch only the start. */
async function stretch(about, from, to) {
  const first = Math.max(0, about.firsts.findLastIndex((word) => word <= from));
  const last = Math.max(first, about.firsts.findLastIndex((word) => word <= to));
  const files = [];
  for (let file = first; file <= Math.min(last, first + 1); file += 1) files.push(wordsFile(file));
  return (await Promise.all(files)).flat();
}

/** Returns how many letters must change to make one word of another; `most` + 1 where it is more. */
function changes(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let older = [];
  let old = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      next[column] = Math.min(old[column] + 1, next[column - 1] + 1, old[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        next[column] = Math.min(next[column], older[column - 2] + 1);
      }
    }
    [older, old] = [old, next];
  }
  return old[right.length];
}

/** Returns known words that look like a mistyped one, the nearest first; the last word may not be finished. */
function lookalikes(word, known, unfinished) {
  const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (!most) return [];
  const found = [];
  for (const other of known) {
    let distance = changes(word, other, most);
    if (distance > most && unfinished && other.length > word.length) {
      distance = changes(word, other.slice(0, word.length), most) + 0.5;
    }
    if (distance < most + 1) found.push([distance, other]);
  }
  found.sort((left, right) => left[0] - right[0] || left[1].length - right[1].length || (left[1] < right[1] ? -1 : 1));
  return found.slice(0, 4);
}

/** Returns the words of the index that a typed one stands for: each with where it leads and how sure it is. */
async function meanings(about, typed, last) {
  const { word, raw } = typed;
  const prefix = last && raw.length > 1;
  const found = new Map();
  const near = [];
  for (const from of new Set(prefix ? [word, raw] : [word])) {
    for (const [other, list] of await stretch(about, from, prefix ? `${from}\uffff` : from)) {
      near.push(other);
      if (other === word) found.set(other, [list, 1]);
      else if (prefix && other.startsWith(from)) found.set(other, [list, 0.7]);
    }
  }
  if (found.size) {
    return [...found].sort((left, right) => right[1][1] - left[1][1] || left[0].length - right[0].length).slice(0, 40);
  }
  const known = new Set([...near, ...(await load('near')).split(' ')]);
  for (const [distance, other] of lookalikes(word, known, last)) {
    const hit = (await stretch(about, other, other)).find(([one]) => one === other);
    if (hit) found.set(other, [hit[1], 0.5 / Math.max(1, distance)]);
  }
  return [...found];
}

/** Returns the best entries for what was typed, and the words that led to them. */
async function search(text) {
  const about = await index();
  const raws = wordsOf(text, false);
  let typed = wordsOf(text, about.english).map((word, at) => ({ word, raw: raws[at] }));
  const telling = typed.filter(({ word, raw }) => !about.stop.has(word) && !about.stop.has(raw));
  if (telling.length) typed = telling;
  typed = typed.slice(0, 8);
  const last = /\s$/.test(text) ? -1 : typed.length - 1;
  const scores = new Map();
  const words = [];
  for (const [at, one] of typed.entries()) {
    const best = new Map();
    for (const [word, [list, sure]] of await meanings(about, one, at === last)) {
      words.push(word);
      const groups = list.split(';').map((group) => [Number(group[0]), group.slice(1).split(',')]);
      const rare = Math.log(1 + about.count / groups.reduce((sum, group) => sum + group[1].length, 0));
      for (const [weight, steps] of groups) {
        let entry = 0;
        for (const step of steps) {
          entry += Number.parseInt(step, 36);
          const score = weight * sure * rare;
          if (score > (best.get(entry) ?? 0)) best.set(entry, score);
        }
      }
    }
    for (const [entry, score] of best) {
      const [sum, hits] = scores.get(entry) ?? [0, 0];
      scores.set(entry, [sum + score, hits + 1]);
    }
  }
  const ranked = [...scores].map(([entry, [sum, hits]]) => {
    const all = hits / typed.length;
    return [entry, sum * all * all * (entry < about.answers ? 1.5 : 1)];
  });
  ranked.sort((left, right) => right[1] - left[1] || left[0] - right[0]);
  const top = ranked.slice(0, HITS).map(([entry]) => entry);
  const files = await Promise.all(top.map((entry) => load(`e${Math.floor(entry / about.size)}`)));
  const hits = top.map((entry, at) => {
    const [title, answer, address, section] = files[at][entry % about.size];
    return { title, answer, address, section: about.sections[section] ?? '' };
  });
  return { about, hits, words, total: ranked.length, asked: typed.length > 0 };
}
