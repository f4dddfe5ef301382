/** The one style sheet of the sign-in pages. */
export const style = `
:root { color-scheme: light dark; --back: #f4f6f8; --card: #fff; --text: #1c2430; --dim: #5a6675; --line: #c5ccd6;
  --accent: #0b5cad; --on-accent: #fff; --alert: #a3140f; --alert-back: #fdecea; }
@media (prefers-color-scheme: dark) { :root { --back: #14181d; --card: #1e242b; --text: #e6eaf0; --dim: #a0acba;
  --line: #4a5563; --accent: #6cb2ff; --on-accent: #0c1520; --alert: #ffb4ab; --alert-back: #45201d; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--back);
  color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem; }
main.narrow { max-width: 24rem; }
main.wide { max-width: 46rem; align-self: start; }
.brand { margin: 0; color: var(--dim); font-size: .875rem; letter-spacing: .04em; }
h1 { margin: .1rem 0 1rem; font-size: 1.4rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.1rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
label { display: block; margin: 0 0 .9rem; font-weight: 600; }
label small { font-weight: 400; color: var(--dim); }
input { display: block; width: 100%; margin-top: .25rem; padding: .6rem .7rem; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: .4rem; }
input.code { letter-spacing: .2em; font-variant-numeric: tabular-nums; }
button, .button { display: inline-block; width: 100%; margin: .25rem 0; padding: .6rem 1rem; font: inherit;
  font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; color: var(--on-accent);
  background: var(--accent); border: 1px solid var(--accent); border-radius: .4rem; }
button.quiet, .button.quiet { color: var(--accent); background: transparent; }
button.small { width: auto; padding: .25rem .7rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
.alert { padding: .6rem .8rem; color: var(--alert); background: var(--alert-back); border-radius: .4rem; }
.dim { color: var(--dim); font-size: .9rem; }
.list { list-style: none; margin: 0 0 1rem; padding: 0; }
.list li { display: flex; gap: .75rem; align-items: center; justify-content: space-between; flex-wrap: wrap;
  padding: .5rem 0; border-top: 1px solid var(--line); }
.codes { columns: 2; font: 1rem/1.8 ui-monospace, monospace; padding-left: 1.25rem; }
code { font: 1.15rem ui-monospace, monospace; letter-spacing: .08em; overflow-wrap: anywhere; }
.picture { display: block; width: 13rem; height: 13rem; margin: 0 auto 1rem; background: #fff; padding: .5rem; }
[hidden] { display: none; }
`;
