// Light or dark, as the system says or as the reader chose.
(() => {
  'use strict';
  const KEY = 'itcharter:theme';
  const LOOKS = ['', 'light', 'dark'];
  const NAMES = [WORDS.colours_device, WORDS.colours_light, WORDS.colours_dark];
  const page = document.documentElement;

  // Pages opened from disk may have no memory; the choice then holds for the page.
  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = (look) => {
    try {
      if (look) localStorage.setItem(KEY, look);
      else localStorage.removeItem(KEY);
    } catch {
      // Nothing to be done.
    }
  };

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'theme';
  let now = 0;
  const show = (look) => {
    now = Math.max(LOOKS.indexOf(look), 0);
    if (now) page.dataset.theme = LOOKS[now];
    else delete page.dataset.theme;
    button.setAttribute('aria-label', NAMES[now]);
    button.title = NAMES[now];
  };
  button.addEventListener('click', () => {
    const next = LOOKS[(now + 1) % 3];
    remember(next);
    show(next);
  });
  addEventListener('storage', (event) => {
    if (event.key === KEY) show(event.newValue);
  });
  show(remembered());
  const place = document.querySelector('.masthead .wrap');
  place?.insertBefore(button, place.querySelector('.menu'));
})();
