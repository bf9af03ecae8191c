// Waits for news of the preview: the mark of what is shown, or nothing where nobody answers.
const source = new EventSource('/.itcharter/news');
source.addEventListener('message', (event) => postMessage(event.data));
source.addEventListener('error', () => postMessage(''));
