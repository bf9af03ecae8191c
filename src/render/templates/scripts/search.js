// Opens the search; what it needs is loaded then.
(() => {
  'use strict';
  const link = document.querySelector('.find');
  const source = document.currentScript?.src;
  if (!link || !source) return;
  let engine;

  const tell = (name, detail) => {
    engine ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('load', () => resolve(script));
      script.addEventListener('error', reject);
      script.src = new URL('search.js', source).href;
      document.head.append(script);
    });
    return engine.then((script) => script.dispatchEvent(new CustomEvent(name, { detail })));
  };
  // Where the search cannot be loaded, the list from A to Z still can.
  const open = () => tell('open').catch(() => location.assign(link.href));

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'find';
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(...link.childNodes);
  button.addEventListener('click', open);
  link.replaceWith(button);

  const stored = (storage, key) => {
    try {
      return window[storage].getItem(key);
    } catch {
      return null;
    }
  };
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]')) return;
    if (stored('localStorage', 'itcharter:slash') === 'off') return;
    event.preventDefault();
    button.focus();
    open();
  });

  const found = stored('sessionStorage', 'itcharter:found');
  if (found) {
    sessionStorage.removeItem('itcharter:found');
    if (found.startsWith(`${JSON.stringify([location.href]).slice(0, -1)},`)) {
      tell('mark', JSON.parse(found)).catch(() => {});
    }
  }
})();
