// Loads the page anew when the charter has changed, and keeps the panel as it was.
(() => {
  'use strict';
  const { version } = document.currentScript.dataset;
  const KEY = 'itcharter:panel';
  const line = document.querySelector('.itcharter-panel .itcharter-line');
  const details = document.querySelector('.itcharter-panel details');
  const words = line?.textContent;

  // A panel that was opened stays open over a change; one that opened itself does not.
  if (details && !details.open) {
    details.open = sessionStorage.getItem(KEY) === 'open';
    details.addEventListener('toggle', () => sessionStorage.setItem(KEY, details.open ? 'open' : 'closed'));
  }

  // The policy of the pages lets them ask for nothing; a worker has a policy of its own. A page that is not looked at
  // needs no news: browsers hold only six connections to one place.
  let worker;
  const listen = () => {
    worker?.terminate();
    worker = undefined;
    if (document.hidden) return;
    worker = new Worker('/.itcharter/news.js');
    worker.addEventListener('message', ({ data }) => {
      if (data === version) line?.replaceChildren(words);
      else if (data) location.reload();
      else line?.replaceChildren('The preview has stopped');
    });
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pageshow', listen);
  addEventListener('pagehide', () => worker?.terminate());
})();
