// The door for those who were harmed, without scripts: every page, from the keyboard, on a phone.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { house } from '../house.mjs';
import { lookAround, SCREENS } from '../look.mjs';
import { axeFound, headingsFound, looseFrench, looseLinks, unfitFound } from '../sound.mjs';
import { follow, visitor } from '../visitor.mjs';

const WAYS = ['', 'danger', 'young', 'childhood', 'adult', 'threat', 'helping', 'professional',
  'evidence', 'hash', 'talk', 'lines', 'lines/be', 'lines/fr', 'nothing'];

describe('support, without scripts', () => {
  it('leads in French from the first page to a reporting line and to whoever listens', async () => {
    const { context, page } = await visitor();
    const requests = [];
    context.on('request', (request) => requests.push(request));
    await page.goto(`${house.support}/`);
    await follow(page, () => page.getByRole('main').getByRole('link', { name: /Français/ }).click());
    await follow(page, () => page.getByRole('link', { name: /quand j’étais enfant/ }).click());
    assert.ok(await page.getByRole('link', { name: 'takeitdown.ncmec.org' }).first().isVisible());
    const line = page.getByRole('link', { name: 'pointdecontact.net' }).first();
    assert.ok(!await line.isVisible(), 'the lines of many countries are folded');
    await page.locator('summary').filter({ hasText: /^France$/ }).first().click();
    assert.ok(await line.isVisible(), 'and unfold without scripts');
    await follow(page, () => page.getByRole('link', { name: 'Ce que peut l’empreinte' }).click());
    await follow(page, () => page.getByRole('main').getByRole('link', { name: 'Lignes par pays' }).click());
    await follow(page, () => page.getByRole('link', { name: 'Belgique' }).click());
    assert.ok(await page.getByRole('link', { name: '103', exact: true }).isVisible());
    assert.equal(await page.getByRole('link', { name: 'Quitter rapidement' }).getAttribute('href'), '/exit');
    assert.ok(requests.every((own) => own.method() === 'GET' && own.resourceType() === 'document'));
    assert.ok(requests.every((own) => own.url().startsWith(house.support)), 'nothing from elsewhere');
    await context.close();
  });

  it('every way can be taken from the keyboard, in the order of the page', async () => {
    const { context, page } = await visitor();
    await page.goto(`${house.support}/en/`);
    const stops = [];
    do {
      await page.keyboard.press('Tab');
      stops.push(await page.locator(':focus').getAttribute('href'));
    } while (!stops.at(-1)?.endsWith('/lines') && stops.length < 40);
    const ways = WAYS.slice(1, 12).map((way) => `/en/${way}`);
    assert.deepEqual(stops, ['#main', '/en/', '/exit', '/fr/', ...ways]);
    await context.close();
  });
});

for (const language of ['en', 'fr']) {
  describe(`every page of support (${language})`, () => {
    let sights;

    before(async () => {
      sights = await lookAround(async function* way(page) {
        for (const name of WAYS) {
          await page.goto(`${house.support}/${language}/${name}`);
          yield name || 'entrance';
        }
      });
    }, { timeout: 150_000 });

    it('axe finds nothing, light or dark, 360 or 1280 px wide', () => {
      assert.deepEqual(axeFound(sights), []);
    });

    it('nothing is cut off, nothing scrolls sideways, all can be touched', () => {
      assert.deepEqual(SCREENS.flatMap((screen) => unfitFound(sights, screen)), []);
    });

    it('is whole, in its language, has its exit at the top, and gives nothing away', () => {
      assert.deepEqual([...headingsFound(sights), ...looseLinks(sights)], []);
      for (const { kind, lang, title, text, exit, kept, words } of sights) {
        assert.equal(lang, language, kind);
        assert.doesNotMatch(title + text, /[⟨⟩{}]|undefined/, kind);
        assert.ok(exit?.visible && exit.top < 40, kind);
        assert.deepEqual([kept.cookies, kept.scripts], ['', 0], kind);
        if (language === 'fr') assert.deepEqual(looseFrench(words), [], kind);
      }
      const titles = sights.map(({ title }) => title);
      assert.deepEqual(titles, [...new Set(titles)], 'every page has a title of its own');
    });
  });
}
