// From a search to help: a message in the place of results, without scripts.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { engine } from '../engine.mjs';
import { house } from '../house.mjs';
import { lookAround, SCREENS } from '../look.mjs';
import { axeFound, headingsFound, looseFrench, looseLinks, unfitFound } from '../sound.mjs';
import { follow, press, visitor } from '../visitor.mjs';

/** A word that no text of the house has, beside one that the invented list has. */
const MARKER = 'quorvintel';
const SEARCH = `/search?q=zumbrelka+${MARKER}`;

let search;
before(async () => { search = await engine(); });
after(() => search?.close());

describe('from a search to help, without scripts', () => {
  it('other searches have their results', async () => {
    const { context, page } = await visitor();
    await page.goto(`${search.origin}/search?q=harmless`);
    await page.getByRole('heading', { name: 'Results' }).waitFor();
    await page.goto(`${search.origin}/search?q=zumbrelka+help+line`);
    await page.getByRole('heading', { name: 'Results' }).waitFor();
    await context.close();
  });

  it('leads in French from the message to the survey, to help and to support', async () => {
    const { context, page } = await visitor({ locale: 'fr-FR' });
    const shown = [];
    const referrers = [];
    page.on('framenavigated', (frame) => shown.push(frame.url()));
    context.on('request', (request) => referrers.push(request.headers().referer));
    await page.goto(search.origin + SEARCH);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    assert.equal(title, 'Ne pas regarder, c’est respecter un enfant');

    await follow(page, () => page.getByRole('link', { name: 'questionnaire anonyme' }).click());
    assert.equal(page.url(), `${house.origin}/fr/`);
    await press(page, 'me');
    await press(page, 'adult');
    await press(page, 'help-us');
    assert.ok(await page.getByRole('group', { name: /Aimeriez-vous arrêter/ }).isVisible());

    await page.goto(search.origin + SEARCH);
    await follow(page, () => page.getByRole('link', { name: 'lignes d’écoute' }).click());
    assert.equal(page.url(), `${house.origin}/fr/help`);

    await page.goto(search.origin + SEARCH);
    await follow(page, () => page.getByRole('link', { name: 'On m’a fait du mal' }).click());
    assert.equal(page.url(), `${house.support}/fr/`);

    const ours = shown.filter((url) => !url.startsWith(search.origin));
    for (const url of ours) assert.ok(!url.includes(MARKER) && !url.includes('zumbrelka'), url);
    assert.deepEqual(referrers.filter(Boolean), [], 'no page says where one came from');
    await context.close();
  });

  it('can be used from the keyboard, help first', async () => {
    const { context, page } = await visitor();
    await page.goto(search.origin + SEARCH);
    const stops = [];
    for (let at = 0; at < 7; at += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.locator(':focus').getAttribute('href'));
    }
    const ways = ['help', 'programme', 'survey'].map((goal) => `${house.origin}/en/w/demo/harm-hopeful/${goal}`);
    const rest = [`${house.support}/en/`, `${house.origin}/en/youth`, 'https://www.wikipedia.org/'];
    assert.deepEqual(stops, ['#main', ...ways, ...rest]);
    await page.keyboard.press('Shift+Tab');
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('Shift+Tab');
    await follow(page, () => page.keyboard.press('Enter'));
    assert.equal(page.url(), `${house.origin}/en/help`);
    await context.close();
  });

  it('no byte of the house has what was searched for', async () => {
    assert.ok(search.asked.some(({ url }) => url.includes(MARKER)), 'it was searched for');
    const files = await readdir(house.dir, { recursive: true, withFileTypes: true });
    let read = 0;
    for (const file of files.filter((own) => own.isFile())) {
      const bytes = await readFile(path.join(file.parentPath, file.name));
      assert.ok(!bytes.includes(MARKER), file.name);
      read += 1;
    }
    assert.ok(read > 50, `${read} files`);
    for (const line of house.said) assert.ok(!line.includes(MARKER), line);
  });
});

for (const language of ['en', 'fr']) {
  describe(`every message (${language})`, () => {
    let sights;

    before(async () => {
      const arms = await readdir(path.join(house.dir, 'warning-kit', language));
      assert.ok(arms.length >= 7, `${arms}`);
      sights = await lookAround(async function* way(page) {
        for (const arm of arms) {
          await page.goto(`${search.origin}/kit/${language}/${arm}/`);
          yield arm;
        }
      });
    }, { timeout: 150_000 });

    it('axe finds nothing, light or dark, 360 or 1280 px wide', () => {
      assert.deepEqual(axeFound(sights), []);
    });

    it('nothing is cut off, nothing scrolls sideways, all can be touched', () => {
      assert.deepEqual(SCREENS.flatMap((screen) => unfitFound(sights, screen)), []);
    });

    it('is whole, in its language, and gives nothing away', () => {
      assert.deepEqual([...headingsFound(sights), ...looseLinks(sights)], []);
      for (const { kind, lang, title, text, kept, words } of sights) {
        assert.equal(lang, language, kind);
        assert.doesNotMatch(title + text, /[⟨⟩{}]|undefined/, kind);
        assert.deepEqual([kept.cookies, kept.scripts], ['', 0], kind);
        if (language === 'fr') assert.deepEqual(looseFrench(words), [], kind);
      }
    });
  });
}
