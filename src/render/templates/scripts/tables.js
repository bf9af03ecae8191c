// On phones a table stands as a list: each row below the other, each cell below the head of its column.
(() => {
  'use strict';
  const narrow = matchMedia('(max-width: 36rem)');
  const ROLES = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };
  const role = (element) => element.scope && (element.scope === 'row' ? 'rowheader' : 'columnheader');

  const stack = () => {
    if (!narrow.matches) return;
    for (const table of document.querySelectorAll('.table:not(.matrix) > table:not(.stack)')) {
      const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent);
      if (heads.length < 2) continue;
      // What is no longer laid out as a table must still be one for those who listen.
      for (const part of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')]) {
        part.setAttribute('role', role(part) || ROLES[part.tagName] || 'columnheader');
        if (part.tagName === 'TD' && heads[part.cellIndex]) part.dataset.head = heads[part.cellIndex];
      }
      table.classList.add('stack');
    }
  };
  narrow.addEventListener('change', stack);
  stack();
})();
