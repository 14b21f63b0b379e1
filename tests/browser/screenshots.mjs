// Pictures of every kind of page, small and wide, light and dark, to be looked at by people.
// `node screenshots.mjs [language ...]` writes them to `screenshots/`.

import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { close, house, open } from './house.mjs';
import { tour, visitor } from './visitor.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'screenshots');
const languages = process.argv.length > 2 ? process.argv.slice(2) : ['en', 'fr'];

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
console.log('Making the demonstration; this takes about a minute.');
try {
  await open();
  for (const language of languages) await take(language);
} finally {
  await close();
}

async function take(language) {
  const { context, page } = await visitor();
  let count = 0;
  for await (const kind of pages(page, language)) {
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const name = `${language}-${kind}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: path.join(folder, name), fullPage: true });
        count += 1;
      }
    }
  }
  console.log(`${count} pictures in ${language}`);
  await context.close();
}

/** Every kind of page of the public door, the messages, the door for those harmed, the statement. */
async function* pages(page, language) {
  yield* tour(page, language);
  for (const name of ['', 'urges', 'thoughts', 'self-check', 'code', 'professionals']) {
    await page.goto(`/${language}/programme/${name}`);
    yield `programme-${name || 'overview'}`;
  }
  const kit = path.join(house.dir, 'warning-kit', language);
  for (const arm of await readdir(kit)) {
    await page.goto(pathToFileURL(path.join(kit, arm, 'index.html')).href);
    yield `warning-${arm}`;
  }
  for (const way of ['', 'danger', 'young', 'childhood', 'adult', 'threat', 'helping', 'professional',
    'evidence', 'hash', 'talk', 'lines', 'lines/be']) {
    await page.goto(`${house.support}/${language}/${way}`);
    yield `support-${way.replace('/', '-') || 'entrance'}`;
  }
  await page.goto(pathToFileURL(path.join(house.dir, 'statement', `${language}.html`)).href);
  yield 'statement';
}
