// The programme as one file, opened from a disk.

import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import { house, run } from '../house.mjs';
import { lookAround, SCREENS } from '../look.mjs';
import { axeFound, headingsFound, looseFrench, unfitFound } from '../sound.mjs';
import { visitor } from '../visitor.mjs';

describe('the programme as one file', () => {
  let folder;
  let sights;
  const page = (language) => pathToFileURL(path.join(folder, `programme-${language}.html`)).href;

  before(async () => {
    folder = path.join(house.dir, 'editions');
    const content = (below) => path.join(house.dir, 'content', below);
    await run('programme', 'build', content('programme'), '--helplines',
      content('helplines/helplines.toml'), '--out', folder, '--allow-unreviewed');
    sights = await lookAround(async function* way(own) {
      for (const language of ['en', 'fr']) {
        await own.goto(page(language));
        yield language;
      }
    });
  }, { timeout: 240_000 });

  it('axe finds nothing, light or dark, 360 or 1280 px wide', () => {
    assert.deepEqual(axeFound(sights), []);
  });

  it('nothing is cut off, nothing scrolls sideways, all can be touched', () => {
    assert.deepEqual(SCREENS.flatMap((screen) => unfitFound(sights, screen)), []);
  });

  it('is whole, in its language, and leaves nothing', () => {
    assert.deepEqual(headingsFound(sights), []);
    for (const { kind, lang, title, text, kept, words } of sights) {
      assert.equal(lang, kind);
      assert.doesNotMatch(title + text, /[⟨⟩{}]|undefined/, kind);
      assert.deepEqual([kept.cookies, kept.scripts], ['', 0], kind);
      if (kind === 'fr') assert.deepEqual(looseFrench(words), [], kind);
    }
  });

  it('asks for nothing, and each link of its contents leads to its place', async () => {
    const { context, page: own } = await visitor();
    const requests = [];
    context.on('request', (request) => requests.push(request.url()));
    await own.goto(page('fr'));
    const inside = await own.locator('a[href^="#"]').evaluateAll((links) =>
      links.map((link) => link.getAttribute('href').slice(1)));
    assert.ok(inside.length > 20, `${inside.length} links`);
    const ids = new Set(await own.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
    assert.deepEqual(inside.filter((id) => !ids.has(id)), []);
    assert.deepEqual(requests, [page('fr')]);
    await context.close();
  });
});
