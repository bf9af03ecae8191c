// What pictures and pickers answer to.
(() => {
  'use strict';

  const make = (name, words) => {
    const element = document.createElement(name);
    if (words) element.textContent = words;
    return element;
  };

  // A question above a figure, with its answer beside it.
  const ask = (figure, words, field) => {
    const box = make('div');
    box.className = 'ask';
    const label = make('label', `${words} `);
    label.append(field);
    box.append(label);
    figure.querySelector('figcaption').after(box);
    return box;
  };

  // One row of a table at a time. What is picked stays in the page.
  for (const figure of document.querySelectorAll('.picker')) {
    const rows = [...figure.querySelectorAll('tbody tr')];
    const select = make('select');
    select.append(new Option(WORDS.choose, ''));
    rows.forEach((row, index) => select.append(new Option(row.cells[0].textContent, index)));
    select.append(new Option(WORDS.everybody, 'all'));
    select.autocomplete = 'off';
    const show = () => {
      figure.classList.toggle('unpicked', !select.value);
      rows.forEach((row, index) => {
        row.hidden = /\d/.test(select.value) && index !== Number(select.value);
      });
    };
    select.addEventListener('change', show);
    show();
    ask(figure, figure.dataset.label, select);
  }

  // An amount lights its step and names who says yes.
  for (const stairs of document.querySelectorAll('.stairs')) {
    const figure = stairs.closest('figure');
    const rows = [...figure.querySelectorAll('tbody tr')];
    const steps = [...stairs.querySelectorAll('.step')];
    const input = make('input');
    input.type = 'number';
    input.min = 0;
    input.step = 'any';
    input.autocomplete = 'off';
    const answer = make('output');
    input.addEventListener('input', () => {
      const amount = input.value === '' ? NaN : Number(input.value);
      const found = steps.findIndex((step) => amount >= 0 && amount <= (step.dataset.up ?? Infinity));
      steps.forEach((step, index) => step.classList.toggle('lit', index === found));
      answer.textContent = amount >= 0 ? (rows[found]?.cells[1].textContent ?? WORDS.nobody) : '';
    });
    ask(figure, WORDS.my_amount, input).append(answer);
  }

  // Paper cannot be opened.
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('.behind')) details.open = true;
  });
})();
