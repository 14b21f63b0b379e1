// The statement of the demonstration, opened as a file: what a reader meets.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { house } from '../house.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIMULATED = { en: /Simulated answers/, fr: /Réponses simulées/ };

const address = (language) =>
  pathToFileURL(path.join(house.dir, 'statement', `${language}.html`)).href;

/** The page of a language, without scripts unless axe has to run in it. */
async function read(language, options = {}) {
  const context = await house.browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address(language));
  return { context, page, asked };
}

for (const language of ['en', 'fr']) {
  describe(`the statement (${language})`, () => {
    let sight;

    before(async () => {
      const { context, page, asked } = await read(language, { javaScriptEnabled: true, bypassCSP: true });
      sight = { asked, ...(await page.evaluate(describePage)), axe: [] };
      await page.addScriptTag({ path: axe });
      for (const width of [360, 1280]) {
        for (const colorScheme of ['light', 'dark']) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const found = await page.evaluate(violations, TAGS);
          sight.axe.push(...found.map((own) => `${width} px, ${colorScheme}: ${own}`));
        }
      }
      await context.close();
    }, { timeout: 120_000 });

    it('axe finds nothing, light or dark, 360 or 1280 px wide', () => {
      assert.deepEqual(sight.axe, []);
    });

    it('asks for nothing else, has no script and no style beside its own', () => {
      assert.deepEqual(sight.asked, [address(language)]);
      assert.match(sight.policy, /^default-src 'none'; style-src 'sha256-/);
      assert.deepEqual([sight.scripts, sight.styled], [0, 0]);
    });

    it('says its language, and at its top that it is simulated', () => {
      assert.deepEqual([sight.lang, sight.dir], [language, 'ltr']);
      assert.match(sight.first, SIMULATED[language]);
      assert.doesNotMatch(sight.text, /[⟨⟩{}\u2068\u2069]|undefined/);
    });

    it('leads every note there and back, every number to its row, and repeats no id', () => {
      const ids = new Set(sight.ids);
      assert.equal(ids.size, sight.ids.length, 'an id twice');
      const lost = sight.links.filter((href) => href.startsWith('#') && !ids.has(href.slice(1)));
      assert.deepEqual(lost, []);
      const notes = sight.ids.filter((id) => /^note-\d+$/.test(id));
      assert.ok(notes.length > 10);
      for (const note of notes) {
        assert.ok(ids.has(note.replace('note', 'back')), note);
      }
      assert.ok(sight.links.filter((href) => href.startsWith('#claim-')).length > 20);
    });

    it('skips no level of headings', () => {
      assert.equal(sight.headings.filter((level) => level === 1).length, 1);
      for (const [at, level] of sight.headings.entries()) {
        assert.ok(level - (sight.headings[at - 1] ?? 0) <= 1, `${sight.headings}`);
      }
    });

    for (const [width, shown] of [[320, 'narrow'], [360, 'narrow'], [1280, 'wide']]) {
      it(`${width} px: the page does not scroll sideways, each chart is there once`, async () => {
        const { context, page } = await read(language, { viewport: { width, height: 800 } });
        const wide = await page.locator('html').evaluate((own) => own.scrollWidth);
        assert.ok(wide <= width, `${wide} px`);
        for (const figure of await page.locator('figure').all()) {
          assert.equal(await figure.locator('svg').filter({ visible: true }).count(), 1);
          assert.ok(await figure.locator(`.${shown} svg`).isVisible());
        }
        await context.close();
      });
    }

    it('on paper: the wide charts, no list of contents', async () => {
      const { context, page } = await read(language, { viewport: { width: 400, height: 800 } });
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('nav').isVisible(), false);
      assert.equal(await page.locator('.wide svg').first().isVisible(), true);
      assert.equal(await page.locator('.narrow svg').first().isVisible(), false);
      await context.close();
    });

    it('can be read by keyboard, and the focus is seen', async () => {
      const { context, page } = await read(language);
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const outline = await focused.evaluate((own) => getComputedStyle(own).outlineStyle);
      assert.notEqual(outline, 'none');
      assert.match(await focused.getAttribute('href'), /\.pdf$/);
      await context.close();
    });

    it('leads to the other language', async () => {
      const other = language === 'en' ? 'fr' : 'en';
      const { context, page } = await read(language);
      await page.locator(`.also a[hreflang=${other}]`).click();
      assert.equal(await page.locator('html').getAttribute('lang'), other);
      await context.close();
    });
  });
}

/** Runs in the page. */
function describePage() {
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    policy: document.querySelector('meta[http-equiv]').content,
    scripts: document.scripts.length,
    styled: document.querySelectorAll('[style]').length,
    first: document.body.firstElementChild.textContent,
    text: document.body.innerText,
    ids: [...document.querySelectorAll('[id]')].map((own) => own.id),
    links: [...document.querySelectorAll('a')].map((own) => own.getAttribute('href')),
    headings: [...document.querySelectorAll('h1, h2, h3')].map((own) => Number(own.tagName[1])),
  };
}

/** Runs in the page, in which axe is. */
async function violations(tags) {
  const { violations: found } = await axe.run(document, { runOnly: tags });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
