// Whatever is sent, the answer is a page in the reader's language, never a failure.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { begin, FORM, get, notice, post, problemPages, send, through } from '../wire.mjs';
import { carriesTheHeaders } from './traces.mjs';

const LANGUAGES = ['en', 'fr'];

/** A page of this status in this language, with the door's headers and a way on. */
function isPage(response, status, language, name) {
  assert.equal(response.status, status, name);
  carriesTheHeaders(response, name);
  assert.equal(response.headers['content-language'], language, name);
  assert.match(response.text, RegExp(`^<!DOCTYPE html>\\s*<html lang="${language}" dir="ltr">`), name);
  assert.match(response.text, /<h1>[^<]+<\/h1>/, name);
  assert.match(response.text, RegExp(`href="/${language}/help"`), `${name}: help stands on it`);
}

describe('bad input', () => {
  for (const language of LANGUAGES) {
    it(`each problem has its status and its page (${language})`, async () => {
      for await (const [name, response] of problemPages(language)) {
        const status = Number(name.match(/\d{3}/)[0]);
        const own = name.startsWith('another language') ? 'en' : language;
        isPage(response, status, own, name);
      }
    });

    it(`a state that is missing, cut, changed or another's is answered (${language})`, async () => {
      const page = await begin(language);
      const { state } = page;
      const middle = Math.floor(state.length / 2);
      const flipped = state[middle] === 'A' ? 'B' : 'A';
      const changed = state.slice(0, middle) + flipped + state.slice(middle + 1);
      const states = {
        empty: '',
        cut: state.slice(0, -5),
        longer: `${state}AAAA`,
        changed,
        'with spaces': ` ${state}`,
        'no base64': '<script>…</script>',
        'of the far future': `f${state.slice(1)}`,
        huge: 'f'.repeat(60_000),
      };
      for (const [name, own] of Object.entries(states)) {
        isPage(await post(language, 'next', { state: own }), 400, language, `state ${name}`);
      }
      isPage(await post(language, 'next'), 400, language, 'no state');
      isPage(await send('POST', `/${language}/`, { body: '', type: FORM }), 400, language, 'nothing');
    });

    it(`a state of an hour that is over is answered (${language})`, async () => {
      const { state } = await begin(language);
      const bytes = Buffer.from(state, 'base64url');
      bytes.writeBigInt64BE(bytes.readBigInt64BE(0) - 2n, 0);
      const response = await post(language, 'next', { state: bytes.toString('base64url') });
      isPage(response, 410, language, 'expired');
    });

    it(`a button that the page does not have is answered (${language})`, async () => {
      const states = {
        age: (await post(language, 'me')).state,
        notice: (await notice(language)).state,
        survey: (await begin(language)).state,
      };
      for (const [where, state] of Object.entries(states)) {
        for (const go of ['', 'up', '../..', 'help-us\u0000', 'x'.repeat(5_000)]) {
          isPage(await post(language, go, { state }), 400, language, `${where}: ${go.slice(0, 9)}`);
        }
      }
    });

    it(`an option that does not exist, or one too many, is a mistake on the page (${language})`, async () => {
      const page = await begin(language);
      for (const wish_stop of ['perhaps', ['yes', 'no'], '1', 'yes ', '-7', 'dont_know', '<b>']) {
        const response = await post(language, 'next', { state: page.state, fields: { wish_stop } });
        isPage(response, 422, language, String(wish_stop));
        assert.match(response.text, /id="e-wish_stop"/, String(wish_stop));
        assert.doesNotMatch(response.text, /<b>/, 'nothing comes back unescaped');
      }
    });

    it(`NUL and other control characters in a text are a mistake on the page (${language})`, async () => {
      const page = await through(language, await begin(language, 'no-need'), {});
      for (const bad of ['\u0000', 'a\u0000b', '\u001b[31m', '\u0008', 'a\u0085b', '\u007f']) {
        const response = await post(language, 'next', { state: page.state, fields: { no_need_words: bad } });
        isPage(response, 422, language, JSON.stringify(bad));
        assert.match(response.text, /id="e-no_need_words"/);
        assert.match(response.text, /<textarea[^>]*aria-invalid="true"/);
      }
    });

    it(`numbers beyond all bounds are a mistake on the page (${language})`, async () => {
      const page = await through(language, await begin(language), {}, {}, {});
      for (const bad of ['1e3', '9'.repeat(400), '-0x1', '٣', '0.0', '+ 3', '１２']) {
        const response = await post(language, 'next', { state: page.state, fields: { days_month: bad } });
        isPage(response, 422, language, bad.slice(0, 9));
      }
      for (const good of ['0', ' 7 ', '30', '007']) {
        const response = await post(language, 'next', { state: page.state, fields: { days_month: good } });
        assert.equal(response.status, 200, good);
      }
    });

    it(`bodies that are too large are answered in the language of the path (${language})`, async () => {
      const { state } = await begin(language);
      const bodies = {
        'a field of 1 MB': { fields: { wish_stop: 'x'.repeat(1 << 20) } },
        'a name of 1 MB': { fields: { ['x'.repeat(1 << 20)]: '' } },
        '3 MB': { fields: { wish_stop: 'x'.repeat(3 << 20) } },
        '257 fields': { fields: { wish_stop: Array(257).fill('yes') } },
      };
      for (const [name, body] of Object.entries(bodies)) {
        isPage(await post(language, 'next', { state, ...body }), 413, language, name);
      }
      const chunked = { body: `go=next&x=${'x'.repeat(1 << 20)}`, type: FORM, chunked: true };
      isPage(await send('POST', `/${language}/`, chunked), 413, language, 'of unknown length');
    });

    it(`other types of content are answered (${language})`, async () => {
      const types = ['multipart/form-data; boundary=x', 'text/plain', 'application/json', 'x', undefined];
      for (const type of types) {
        const response = await send('POST', `/${language}/`, { body: 'go=me', type });
        isPage(response, 415, language, String(type));
      }
      const loud = { body: 'go=me', type: `${FORM.toUpperCase()} ; charset=x` };
      const good = await send('POST', `/${language}/`, loud);
      assert.equal(good.status, 200);
    });

    it(`bytes that are no UTF-8 are answered (${language})`, async () => {
      const { state } = await begin(language);
      for (const bad of ['go=%FF', '%C3%28=1&go=next', `state=${state}&go=next&wish_stop=%ED%A0%80`]) {
        isPage(await send('POST', `/${language}/`, { body: bad, type: FORM }), 400, language, bad.slice(0, 20));
      }
      const raw = Buffer.from([0x67, 0x6f, 0x3d, 0xff, 0xfe, 0x00]);
      isPage(await send('POST', `/${language}/`, { body: raw, type: FORM }), 400, language, 'raw bytes');
    });

    it(`other methods are answered (${language})`, async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        for (const path of ['', 'help', 'youth']) {
          const response = await send(method, `/${language}/${path}`);
          isPage(response, 405, language, `${method} ${path}`);
          assert.match(response.headers.allow ?? '', /GET/, `${method} ${path} says what is allowed`);
        }
      }
      isPage(await send('POST', `/${language}/help`, { body: 'a=1', type: FORM }), 405, language, 'POST help');
      const head = await send('HEAD', `/${language}/`);
      assert.equal(head.status, 200);
      assert.equal(head.raw.length, 0);
    });
  }

  it('absurd languages and paths are answered', async () => {
    const paths = [
      '/%00/', '/%FF/', '/%FF', '/%ED%A0%80/help', '/xx-absurd-private-x-y/', `/${'a'.repeat(8_000)}/`,
      '/../', '/../../etc/passwd', '/fr/../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '/fr%00/', '/fr%2f/',
      '/-/', '/_/', '/%F0%9F%92%A9/', '/fr-/', '//', '///', '/fr//', '/de/', '/ar/', '/zh-Hans/', '/*/',
      '/fr;q=1/', '/en;fr/', `/${'a/'.repeat(2_000)}`, '/%', '/%zz/', '/fr/%FF', '/fr/help/%FF', '/fr/%',
    ];
    for (const path of paths) {
      const response = await get(path);
      const language = /^\/fr\//.test(path) ? 'fr' : 'en';
      isPage(response, 404, language, path.slice(0, 40));
    }
  });

  it('what is absurd around a request does not come back and does no harm', async () => {
    const headers = {
      cookie: `a=${'x'.repeat(4_000)}`,
      'user-agent': '<script>1</script>',
      referer: 'http://marker.example/',
      'accept-language': 'xx;q=9',
      'accept-encoding': 'nonsense, gzip;q=0.5',
      'x-forwarded-for': '203.0.113.9',
      range: 'bytes=0-1',
      'if-none-match': '*',
    };
    const response = await get('/fr/?go=me&state=AAAA', { headers });
    isPage(response, 200, 'fr', 'headers');
    assert.doesNotMatch(response.text, /marker|203\.0\.113|AAAA|<script/);
  });

  it('a language without its slash leads to its page', async () => {
    const { status, headers } = await get('/fr');
    assert.equal(status, 308);
    assert.equal(headers.location, '/fr/');
  });
});
