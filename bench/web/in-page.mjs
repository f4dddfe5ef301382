// What is evaluated in the measured page.

/** Notes when what a selector finds was painted, counted from the page's start. */
export function noteWhenShown(ready) {
  const look = () => {
    if (!document.querySelector(ready)) {
      requestAnimationFrame(look);
      return;
    }
    requestAnimationFrame(() =>
      setTimeout(() => {
        globalThis.shownAt = performance.now();
      }),
    );
  };
  look();
}

/** Follows a link as a click does; milliseconds until what a selector finds was painted. */
export function followLink({ path, ready }) {
  const main = document.querySelector('main');
  // What is there now must not be taken for what comes.
  for (const old of main.querySelectorAll(ready)) old.setAttribute('data-old', '');
  const link = document.createElement('a');
  link.href = path;
  link.dataset.internal = '';
  main.append(link);
  const begin = performance.now();
  link.click();
  link.remove();
  return new Promise((resolve) => {
    const look = () => {
      const isThere =
        location.pathname === path &&
        [...document.querySelectorAll(ready)].some((one) => !one.hasAttribute('data-old'));
      if (!isThere) {
        requestAnimationFrame(look);
        return;
      }
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
    };
    look();
  });
}

/** 300 frames of scrolling by 400 pixels each; the milliseconds between them. */
export function scrollDown() {
  const scroller = [...document.querySelectorAll('main, main *')].find(
    (one) => one.scrollHeight > one.clientHeight + 1000 && getComputedStyle(one).overflowY !== 'visible',
  );
  const gaps = [];
  return new Promise((resolve) => {
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      scroller.scrollTop += 400;
      if (gaps.length < 301) requestAnimationFrame(step);
      else resolve(gaps.slice(1));
    };
    requestAnimationFrame(step);
  });
}

/** Notes for each key how long it took until the next frame was painted. */
export function noteKeys() {
  globalThis.keys = [];
  addEventListener('keydown', () => {
    const begin = performance.now();
    requestAnimationFrame(() => setTimeout(() => globalThis.keys.push(performance.now() - begin)));
  });
}
