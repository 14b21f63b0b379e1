// Ways out: quick exit, help in another window, links to others.

import assert from 'node:assert/strict';
import http from 'node:http';
import { describe, it } from 'node:test';

import { house } from '../house.mjs';
import { answer, comeIn, sendPage, tour, visitor } from '../visitor.mjs';
import { get } from '../wire.mjs';

describe('leaving', () => {
  it('quick exit leads away at once, asks the browser to forget, and says nothing of here', async () => {
    const { status, headers } = await get('/exit');
    assert.equal(status, 303);
    assert.equal(headers['clear-site-data'], '"*"');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(headers.location, /^https:\/\//);
    assert.ok(!headers.location.includes(house.origin));
  });

  it('quick exit is the second stop of every page and opens in the same window', async () => {
    const { context, page } = await visitor();
    for await (const name of tour(page, 'fr')) {
      const exit = page.locator('a.exit');
      assert.ok(await exit.isVisible(), name);
      assert.ok((await exit.boundingBox()).y < 120, `${name}: at the top`);
      assert.equal(await exit.getAttribute('target'), null, name);
    }
    await context.close();
  });

  it('whoever is reached through quick exit sees no referrer and no opener', async () => {
    const { context, page } = await visitor();
    const seen = [];
    const neutral = http.createServer((request, response) => {
      seen.push(request.headers);
      response.end('<!DOCTYPE html><title>neutral</title>');
    });
    await new Promise((resolve) => neutral.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${neutral.address().port}/`;
    const { headers } = await get('/exit');
    // The door's own answer, with an address in it that this machine can reach.
    await page.route('**/exit', (route) =>
      route.fulfill({ status: 303, headers: { ...headers, location: elsewhere } }));
    await comeIn(page, 'fr');
    await page.locator('a.exit').click();
    await page.waitForURL(elsewhere);
    assert.equal(seen[0].referer, undefined);
    assert.equal(await page.evaluate(() => document.referrer), '');
    assert.equal(await page.evaluate(() => window.opener), null);
    await context.close();
    neutral.close();
  });

  for (const language of ['en', 'fr']) {
    it(`every link to others carries rel="noreferrer noopener" (${language})`, async () => {
      const { context, page } = await visitor();
      let count = 0;
      for await (const name of tour(page, language)) {
        for (const { href, rel, target } of await links(page)) {
          const outside = /^(https?:|\/exit)/.test(href);
          if (outside || target) {
            assert.deepEqual(rel.split(' ').sort(), ['noopener', 'noreferrer'], `${name}: ${href}`);
          }
          assert.match(href, /^(https:\/\/|tel:\+?[\d]+$|\/|#)/, `${name}: ${href}`);
          count += Number(outside);
        }
      }
      assert.ok(count > 100, 'links were looked at');
      await context.close();
    });
  }

  it('help opens in another window while a page is being filled in, and the page stays', async () => {
    const { context, page } = await visitor();
    await comeIn(page, 'fr', 'no-need');
    await sendPage(page);
    await answer(page, { no_need_words: 'Encore à écrire.' });
    const other = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Aide et lignes d’écoute' }).click();
    const help = await other;
    await help.getByRole('heading', { level: 1, name: 'Aide' }).waitFor();
    assert.equal(await help.evaluate(() => window.opener), null);
    assert.equal(await page.locator('textarea').inputValue(), 'Encore à écrire.');
    await context.close();
  });
});

const links = (page) =>
  page.locator('a').evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute('href'),
      rel: link.getAttribute('rel') ?? '',
      target: link.getAttribute('target'),
    })));
