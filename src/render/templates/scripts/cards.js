// What a word of the glossary means, shown beside it.
(() => {
  'use strict';
  const words = document.querySelectorAll('.term');
  if (!words.length) return;
  const card = document.createElement('div');
  card.id = 'means:card';
  card.className = 'means';
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  document.querySelector('main').append(card);
  let word = null;
  let timer;

  const close = () => {
    clearTimeout(timer);
    word?.removeAttribute('aria-describedby');
    word = null;
    card.hidden = true;
  };
  const open = (link) => {
    clearTimeout(timer);
    if (word === link) return;
    close();
    word = link;
    card.textContent = link.dataset.means;
    card.hidden = false;
    link.setAttribute('aria-describedby', card.id);
    // Below the word, or above it where there is no room; never beyond the window.
    const box = link.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const below = box.bottom + card.offsetHeight + 6 < innerHeight;
    card.style.left = `${scrollX + Math.max(8, Math.min(box.left, room))}px`;
    card.style.top = `${scrollY + (below ? box.bottom + 6 : box.top - card.offsetHeight - 6)}px`;
  };
  const soon = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, 250);
  };

  for (const link of words) {
    link.addEventListener('focus', () => open(link));
    link.addEventListener('blur', close);
    link.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') soon(() => open(link));
    });
    link.addEventListener('pointerleave', () => soon(() => word !== document.activeElement && close()));
    // The first touch shows the meaning, the second follows the link.
    let shown;
    link.addEventListener('pointerdown', (event) => {
      shown = word === link || event.pointerType === 'mouse';
    });
    link.addEventListener('click', (event) => {
      if (shown !== false) return;
      event.preventDefault();
      open(link);
    });
  }
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', () => soon(() => word !== document.activeElement && close()));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
})();
