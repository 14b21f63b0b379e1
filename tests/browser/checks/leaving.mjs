// Ways out: quick exit, help in another window, links to others.

import assert from 'node:assert/strict';
import http from 'node:http';
import { describe, it } from 'node:test';

import { house } from '../house.mjs';
import { answer, arrive, follow, visitor } from '../visitor.mjs';
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
    await arrive(page, 'fr', 'wish_stop');
    await follow(page, () => page.locator('a.exit').click());
    assert.equal(page.url(), elsewhere);
    assert.equal(seen[0].referer, undefined);
    assert.equal(await page.evaluate(() => document.referrer), '');
    assert.equal(await page.evaluate(() => window.opener), null);
    await context.close();
    neutral.close();
  });

  it('help opens in another window while a page is being filled in, and the page stays', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'no_need_why', 'no-need');
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
