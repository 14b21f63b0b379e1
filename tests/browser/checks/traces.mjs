// A page costs one small request and leaves nothing behind, in the browser or on the server.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';

import { house } from '../house.mjs';
import { tour, visitor } from '../visitor.mjs';
import { everyPage, get } from '../wire.mjs';

const LARGEST = 10_240;

const POLICY = (style) =>
  `default-src 'none'; style-src 'sha256-${style}'; form-action 'self'; base-uri 'none'; ` +
  "frame-ancestors 'none'; sandbox allow-forms allow-popups allow-popups-to-escape-sandbox " +
  'allow-top-navigation-to-custom-protocols';

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noarchive',
  'x-dns-prefetch-control': 'off',
  'content-type': 'text/html; charset=utf-8',
};

/** Headers that would say something about the server, or ask the browser to keep something. */
const NEVER = ['set-cookie', 'server', 'x-powered-by', 'etag', 'last-modified', 'link', 'refresh'];

/** Fails unless an answer carries exactly the headers of the door, and its style is the allowed one. */
export function carriesTheHeaders({ headers, text }, name) {
  for (const [header, value] of Object.entries(HEADERS)) {
    assert.equal(headers[header], value, `${name}: ${header}`);
  }
  for (const header of NEVER) assert.equal(headers[header], undefined, `${name}: ${header}`);
  assert.match(headers['permissions-policy'], /camera=\(\).*geolocation=\(\).*microphone=\(\)/, name);
  const style = text.match(/<style>(.*?)<\/style>/s)?.[1];
  assert.ok(style, `${name}: an inline style`);
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(headers['content-security-policy'], POLICY(hash), name);
}

describe('traces', () => {
  for (const language of ['en', 'fr']) {
    it(`every page is under 10 KB compressed and carries the headers (${language})`, async (t) => {
      const sizes = [];
      for await (const [name, page] of everyPage(language)) {
        assert.ok(page.status < 500, `${name}: ${page.status}`);
        carriesTheHeaders(page, name);
        assert.ok(page.zipped, `${name}: compressed`);
        assert.ok(page.raw.length < LARGEST, `${name}: ${page.raw.length} bytes`);
        sizes.push([page.raw.length, name]);
      }
      sizes.sort(([a], [b]) => b - a);
      const listed = sizes.slice(0, 3).map(([bytes, name]) => `${name} ${bytes}`);
      t.diagnostic(`${sizes.length} pages; largest in bytes: ${listed.join(', ')}`);
    });

    it(`no page holds a script, a style attribute or anything that loads (${language})`, async () => {
      for await (const [name, { text }] of everyPage(language)) {
        assert.doesNotMatch(text, /<script|<iframe|<object|<embed|<img|<svg|<video|<audio|<base/i, name);
        assert.doesNotMatch(text, /\s(?:style|on[a-z]+|src|srcset|background|poster|ping)=/i, name);
        assert.doesNotMatch(text, /http-equiv|@import|url\(|javascript:/i, name);
        const links = [...text.matchAll(/<link\b[^>]*>/g)].map(([link]) => link);
        assert.deepEqual(links, ['<link rel="icon" href="data:,">'], name);
        for (const [, action] of text.matchAll(/\b(?:form)?action="([^"]*)"/g)) {
          assert.match(action, /^\/(en|fr)\/$/, `${name}: forms stay here`);
        }
      }
    });
  }

  it('a page is one request and leaves nothing in a browser that would run scripts',
    { timeout: 60_000 }, async () => {
      const { context, page } = await visitor({ javaScriptEnabled: true });
      const requests = [];
      const shown = [];
      context.on('request', (request) => requests.push(request));
      page.on('framenavigated', (frame) => shown.push(frame.url()));
      for await (const name of tour(page, 'fr')) {
        const others = requests.filter((request) => !request.isNavigationRequest());
        assert.deepEqual(others.map((request) => request.url()), [], name);
        assert.equal(requests.length, shown.length, `${name}: one request a page`);
        assert.equal(page.frames().length, 1, name);
        assert.deepEqual(await context.cookies(), [], name);
      }
      assert.ok(requests.every((request) => request.url().startsWith(house.origin)));
      assert.deepEqual(await kept(context, page), { usage: 0, items: [] });
      await context.close();
    });

  it('opening pages writes nothing to disk', async () => {
    const before = await bytesOnDisk();
    assert.ok([...before.keys()].some((file) => file.endsWith('.sqlite')), 'there is a store');
    for (let at = 0; at < 50; at += 1) {
      const places = ['/', '/fr/', '/en/', '/fr/help', '/en/youth', '/fr/nothing', '/exit'];
      await get(places[at % places.length], { headers: { 'user-agent': `marker-${at}` } });
    }
    assert.deepEqual(await bytesOnDisk(), before);
  });
});

/** What the browser keeps for the origin, as it tells itself. */
async function kept(context, page) {
  const browser = await context.newCDPSession(page);
  const { usage } = await browser.send('Storage.getUsageAndQuota', { origin: house.origin });
  const items = [];
  for (const isLocalStorage of [true, false]) {
    const storageId = { securityOrigin: house.origin, storageKey: `${house.origin}/`, isLocalStorage };
    const own = await browser.send('DOMStorage.getDOMStorageItems', { storageId })
      .catch(() => ({ entries: [] }));
    items.push(...own.entries);
  }
  return { usage, items };
}

/** Digest of every file of the server, by path. */
async function bytesOnDisk() {
  const digests = new Map();
  for (const entry of await readdir(house.dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.path, entry.name);
    // SQLite's index of the log is memory that readers share; it holds no page of the store.
    if (file.endsWith('-shm')) continue;
    digests.set(file, createHash('sha256').update(await readFile(file)).digest('hex'));
  }
  return digests;
}
