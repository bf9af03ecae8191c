// Cuts text into the words that are compared, as `handbook/search/words.rs` did for the index.
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };
const POINTS = /['\u2019\u02bc\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/gu;
const SIGN = '[\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]';
const WORD = new RegExp(`${SIGN}|(?:(?!${SIGN})[\\p{Alphabetic}\\p{N}\\p{M}])+`, 'gu');

/** Returns the words of a text without case, accents and endings. */
function wordsOf(text, english) {
  const plain = text.normalize('NFKD').toLowerCase().replace(POINTS, '').replace(/[ßæœøđłıς]/g, (letter) => LETTERS[letter]);
  const words = plain.match(WORD) ?? [];
  return words.map((word) => {
    const cut = word.length > 32 ? [...word].slice(0, 32).join('') : word;
    return english ? stem(cut) : cut;
  });
}

/** Takes off what English words end in. */
function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (/..(ies|ied)$/.test(word)) return `${word.slice(0, -3)}y`;
  let rest = word;
  if (rest.endsWith('sses')) rest = rest.slice(0, -2);
  else if (/[^sui]s$/.test(rest)) rest = rest.slice(0, -1);
  const ending = /ing$/.test(rest) ? 3 : /ed$/.test(rest) && !/eed$/.test(rest) ? 2 : 0;
  const start = rest.slice(0, rest.length - ending);
  if (ending && start.length >= 3 && /[aeiouy]/.test(start)) {
    rest = /([^lsz])\1$/.test(start) ? start.slice(0, -1) : start;
  }
  return rest.length >= 4 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
}
