// What a person meets in the browser. One file, so that the demonstration is made once.

import { after, before } from 'node:test';

import { close, open } from './house.mjs';

before(open, { timeout: 900_000 });
after(close, { timeout: 30_000 });

// The first needs a store that nobody has visited yet; the last looks at what was said by then.
await import('./checks/counting.mjs');
await import('./checks/survey.mjs');
await import('./checks/errors.mjs');
await import('./checks/languages.mjs');
await import('./checks/traces.mjs');
await import('./checks/leaving.mjs');
await import('./checks/keyboard.mjs');
await import('./checks/bad-input.mjs');
await import('./checks/every-page.mjs');
await import('./checks/slow-link.mjs');
await import('./checks/statement.mjs');
await import('./checks/warning.mjs');
await import('./checks/programme.mjs');
await import('./checks/editions.mjs');
await import('./checks/support.mjs');
await import('./checks/silence.mjs');
