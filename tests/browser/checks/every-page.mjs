// What holds on every kind of page, in every language.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { look, SCREENS } from '../look.mjs';
import { axeFound, headingsFound, looseFrench, unfitFound } from '../sound.mjs';

for (const language of ['en', 'fr']) {
  describe(`every kind of page (${language})`, () => {
    let sights;

    before(async () => { sights = await look(language); }, { timeout: 150_000 });

    it('axe finds nothing, light or dark, 360 or 1280 px wide', (t) => {
      const runs = sights.flatMap(({ kind, axe }) => axe.map((run) => ({ kind, ...run })));
      t.diagnostic(`${runs.length} runs of axe on ${sights.length} kinds of page`);
      assert.deepEqual(axeFound(sights), []);
    });

    for (const screen of SCREENS) {
      it(`${screen.name}: nothing is cut off, nothing scrolls sideways, all can be touched`, () => {
        assert.deepEqual(unfitFound(sights, screen), []);
      });
    }

    it('says its language and its direction', () => {
      for (const { kind, lang, dir } of sights) {
        assert.deepEqual({ lang, dir }, { lang: spoken(kind, language), dir: 'ltr' }, kind);
      }
    });

    it('has no text missing', () => {
      for (const { kind, title, text } of sights) {
        for (const said of [title, text]) assert.doesNotMatch(said, /[⟨⟩{}]|TODO|undefined/, kind);
      }
    });

    it('shows empty boxes until someone types in them', () => {
      const first = sights.filter(({ kind }) => !/error/.test(kind));
      for (const { kind, boxes } of first) assert.ok(boxes.every((own) => own === ''), `${kind}: ${boxes}`);
      assert.ok(first.some(({ boxes }) => boxes.length > 0));
    });

    it('has one main heading, skips no level and repeats no id', () => {
      assert.deepEqual(headingsFound(sights), []);
    });

    it('has a title of its own', () => {
      const around = sights.filter(({ kind }) => !/^help-us|^no-need/.test(kind));
      const titles = around.map(({ title }) => title);
      const same = (own) => titles.filter((title) => title === own).length;
      for (const { kind, title } of around) {
        assert.match(title, / · Suoja$/, kind);
        if (!/^help/.test(kind)) assert.equal(same(title), 1, `${kind}: ${title}`);
      }
    });

    it('has the quick exit at the top, in the same window', () => {
      for (const { kind, exit, links } of sights) {
        assert.ok(exit?.visible, kind);
        assert.ok(exit.top < 40, `${kind}: at ${exit.top} px`);
        assert.equal(links.find(({ href }) => href === '/exit').target, null, kind);
      }
    });

    it('has help in the footer, and where to turn if a child is in danger', () => {
      for (const { kind, links, text } of sights) {
        const own = spoken(kind, language);
        assert.ok(links.some(({ href }) => href === `/${own}/help`), kind);
        assert.match(text, own === 'fr' ? /112 dans l’Union européenne/ : /112 in the European Union/, kind);
      }
    });

    it('says that it is simulated and that nobody has reviewed it', () => {
      const said = {
        en: [/This is a demonstration/, /not yet been read by a native speaker/],
        fr: [/Ceci est une démonstration/, /pas encore été relu/],
      };
      for (const { kind, text } of sights) {
        for (const notice of said[spoken(kind, language)]) assert.match(text, notice, kind);
      }
    });

    it('gives nothing away to those it links to', () => {
      let outside = 0;
      for (const { kind, links } of sights) {
        for (const { href, rel, target } of links) {
          assert.match(href, /^(https:\/\/[a-z0-9]|(tel|sms):\+?\d+$|mailto:|\/[a-z]|#[a-z])/, `${kind}: ${href}`);
          const leaves = /^https:/.test(href) || href === '/exit' || target !== null;
          if (leaves) assert.deepEqual(rel.split(' ').sort(), ['noopener', 'noreferrer'], `${kind}: ${href}`);
          outside += Number(leaves);
        }
      }
      assert.ok(outside > 100, 'links were looked at');
    });

    it('keeps nothing in the stores of a browser that would let it', () => {
      const nothing = { local: 0, session: 0, databases: 0, cookies: '', scripts: 0 };
      for (const { kind, kept } of sights) assert.deepEqual(kept, nothing, kind);
    });

    if (language === 'fr') {
      it('sets its punctuation as French does', () => {
        for (const { kind, words } of sights) {
          if (spoken(kind, 'fr') === 'fr') assert.deepEqual(looseFrench(words), [], kind);
        }
      });
    }
  });
}

/** These two are shown before a language is known. */
const spoken = (kind, language) => (['languages', 'problem-language'].includes(kind) ? 'en' : language);
