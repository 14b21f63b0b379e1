// The self-help programme, without scripts: from a warning into it, writing, coming back, being forgotten.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { engine } from '../engine.mjs';
import { house } from '../house.mjs';
import { lookAround, SCREENS } from '../look.mjs';
import { axeFound, headingsFound, looseFrench, unfitFound } from '../sound.mjs';
import { follow, press, switchTo, visitor } from '../visitor.mjs';
import { carriesTheHeaders } from './traces.mjs';
import { get } from '../wire.mjs';

const MODULES = ['why-stop', 'costs', 'wanting', 'situations', 'thoughts', 'urges', 'screens',
  'alternatives', 'child', 'values', 'lapse', 'telling'];
const OTHERS = ['', 'self-check', 'effect', 'confidentiality', 'professionals', 'feedback', 'code', 'resume'];
const WORDS = 'Zumbrelka, et je sors.';
/** A small telephone in the hand: what of its screen a browser leaves to the page. */
const PHONE = { width: 360, height: 640 };

/** Asks for a code on the page that offers one and goes on to the modules; the code as it was shown. */
async function takeCode(page) {
  await press(page, 'new-code');
  const code = await page.locator('#code').innerText();
  await press(page, 'overview');
  return code.trim();
}

/** Comes back with a code in a browser that has never been here. */
async function comeBack(language, code) {
  const { context, page } = await visitor();
  await page.goto(`/${language}/programme/`);
  await follow(page, () => page.locator('main a[href="resume"]').click());
  await page.locator('[name="code"]').fill(code);
  await press(page, 'resume');
  return { context, page };
}

describe('the programme, without scripts', () => {
  let search;
  before(async () => { search = await engine(); });
  after(() => search?.close());

  it('leads in French from a warning to the module on urges, and is read without a trace', async () => {
    const { context, page } = await visitor({ locale: 'fr-FR' });
    const requests = [];
    context.on('request', (request) => requests.push(request));
    await page.goto(`${search.origin}/search?q=zumbrelka`);
    await follow(page, () => page.getByRole('link', { name: /Arrêter pas à pas/ }).click());
    assert.equal(page.url(), `${house.origin}/fr/programme/`);
    await follow(page, () => page.getByRole('link', { name: /Une envie est forte/ }).click());
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Une envie monte, puis retombe');
    assert.equal(await page.locator('input:not([type=hidden]), textarea').count(), 0, 'nothing to send');
    const ours = requests.filter((own) => own.url().startsWith(house.origin));
    assert.ok(ours.every((own) => own.method() === 'GET' && own.resourceType() === 'document'));
    assert.ok(ours.every((own) => own.headers().referer === undefined));
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  });

  it('all twelve modules can be read one after the other, to the questions at the end', async () => {
    const { context, page } = await visitor();
    await page.goto('/fr/programme/');
    await follow(page, () => page.getByRole('link', { name: /^Commencer/ }).click());
    const read = [];
    for (;;) {
      read.push(page.url().split('/').at(-1));
      const next = page.locator('nav.next a.card');
      await follow(page, () => next.click());
      if (page.url().endsWith('/feedback')) break;
    }
    assert.deepEqual(read, MODULES);
    await press(page, 'feedback');
    assert.ok(await page.locator('[name="fb_read"]').first().isVisible());
    await context.close();
  });

  it('from a warning: someone writes, leaves, comes back in another browser, sees the sheet, is forgotten', async () => {
    const { context, page } = await visitor({ locale: 'fr-FR' });
    const addresses = [];
    context.on('request', (request) => addresses.push(request.url()));
    await page.goto(`${search.origin}/search?q=zumbrelka`);
    addresses.length = 0;
    await follow(page, () => page.getByRole('link', { name: /Arrêter pas à pas/ }).click());
    await follow(page, () => page.locator('main a[href="code"]').click());
    const code = await takeCode(page);
    assert.match(code, /^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
    await press(page, 'module:urges');
    await page.locator('[name="ten_minutes_plan"]').fill(WORDS);
    await page.locator('[name="ten_minutes"]').first().check();
    await press(page, 'save');
    await page.getByRole('status').waitFor();
    assert.ok(addresses.every((url) => !url.includes(code.slice(0, 4)) && !url.includes('?')), addresses.at(-1));
    assert.deepEqual(await context.cookies(), []);
    await page.route('**/exit', (route) => route.fulfill({ body: 'away' }));
    await follow(page, () => page.locator('a.exit').click());
    await context.close();

    const other = await comeBack('fr', code.toLowerCase().replaceAll('-', ' '));
    assert.match(await other.page.getByRole('status').innerText(), /Une envie monte/);
    await press(other.page, 'module:urges');
    await switchTo(other.page, 'en');
    assert.equal(await other.page.locator('[name="ten_minutes_plan"]').inputValue(), WORDS);
    assert.ok(await other.page.locator('[name="ten_minutes"]').first().isChecked());
    await press(other.page, 'sheets');
    assert.ok(await other.page.getByText(WORDS).isVisible());
    await press(other.page, 'forget');
    await press(other.page, 'forget-yes');
    await other.context.close();

    const late = await comeBack('fr', code);
    assert.equal(await late.page.getByText(WORDS).count(), 0);
    assert.match(await late.page.getByRole('heading', { level: 1 }).innerText(), /code/);
    await late.context.close();
  });

  it('can be done from the keyboard: a code, an answer, keeping it', async () => {
    const { context, page } = await visitor();
    await page.goto('/en/programme/code');
    const tabTo = async (selector) => {
      for (let at = 0; at < 60; at += 1) {
        await page.keyboard.press('Tab');
        if (await page.locator(`${selector}:focus`).count() > 0) return;
      }
      throw new Error(`${selector} is not reached with Tab`);
    };
    for (const go of ['new-code', 'overview', 'module:lapse']) {
      await tabTo(`[name="go"][value="${go}"]`);
      await follow(page, () => page.keyboard.press('Enter'));
    }
    await tabTo('[name="plan_call"]');
    await page.keyboard.type('An invented friend');
    await tabTo('[name="go"][value="save"]');
    await follow(page, () => page.keyboard.press('Enter'));
    assert.equal(await page.locator('[name="plan_call"]').inputValue(), 'An invented friend');
    assert.ok(await page.getByRole('status').isVisible());
    await context.close();
  });

  it('is printed without buttons, with its text and its crisis card', async () => {
    const { context, page } = await visitor();
    await page.goto('/fr/programme/code');
    await takeCode(page);
    await press(page, 'module:urges');
    await page.emulateMedia({ media: 'print' });
    for (const never of ['.buttons', '.exit', '.languages', '.crisis-link']) {
      assert.equal(await page.locator(never).first().isVisible(), false, never);
    }
    for (const there of ['h1', '#crisis', 'section.exercise', 'section.summary']) {
      assert.ok(await page.locator(there).first().isVisible(), there);
    }
    await context.close();
  });

  for (const language of ['fr', 'en']) {
    it(`says on the first screen of a telephone what it is, that nobody is told, and what to do next (${language})`, async () => {
      const { context, page } = await visitor({ viewport: PHONE });
      await page.goto(`/${language}/programme/`);
      const bottom = async (what) => {
        const box = await page.locator(what).boundingBox();
        return box.y + box.height;
      };
      // A demonstration that nobody has reviewed says so above everything; a real door does not.
      const notices = (await page.locator('header .note').boundingBox()).height;
      const last = [await bottom('h1'), await bottom('main .lead'), await bottom('main .told'), await bottom('main .cards a.first')];
      assert.deepEqual(last.toSorted((a, b) => a - b), last, 'in this order');
      assert.ok(last.at(-1) - notices < PHONE.height, `the first step ends at ${last.at(-1) - notices} px`);
      const said = await page.locator('main').innerText();
      assert.match(said, language === 'fr' ? /Personne n’est averti/ : /Nobody is told/);
      await follow(page, () => page.locator('main .cards a.first').click());
      assert.ok(page.url().endsWith('/why-stop'));
      await context.close();
    });

    it(`shows an excusing thought and its whole answer on one screen of a telephone (${language})`, async () => {
      const { context, page } = await visitor({ viewport: PHONE });
      let thoughts = 0;
      for (const name of ['thoughts', 'lapse']) {
        await page.goto(`/${language}/programme/${name}`);
        for (const own of await page.locator('section.thought').all()) {
          const { height } = await own.boundingBox();
          assert.ok(height <= PHONE.height, `${name}, ${await own.getAttribute('id')}: ${height} px`);
          thoughts += 1;
        }
      }
      assert.equal(thoughts, 9);
      await context.close();
    });
  }

  it('every page carries the headers of the door and stays small', async () => {
    for (const language of ['en', 'fr']) {
      for (const name of [...OTHERS, ...MODULES]) {
        const page = await get(`/${language}/programme/${name}`);
        assert.equal(page.status, 200, name);
        carriesTheHeaders(page, name);
        assert.ok(page.raw.length < 12_288, `${name}: ${page.raw.length} bytes compressed`);
      }
    }
  });
});

for (const language of ['en', 'fr']) {
  describe(`every page of the programme (${language})`, () => {
    let sights;

    before(async () => {
      sights = await lookAround(async function* way(page) {
        for (const name of [...OTHERS, ...MODULES]) {
          await page.goto(`/${language}/programme/${name}`);
          yield name || 'overview';
        }
        await page.goto(`/${language}/programme/self-check`);
        await page.locator('[name="sc_self_harm"][value="3"]').check();
        await press(page, 'self-check');
        yield 'care';
        await page.goto(`/${language}/programme/resume`);
        await page.locator('[name="code"]').fill('hello');
        await press(page, 'resume');
        yield 'resume-error';
        await page.goto(`/${language}/programme/code`);
        await press(page, 'new-code');
        yield 'new-code';
        await press(page, 'overview');
        yield 'overview-with-code';
        await press(page, 'module:urges');
        yield 'urges-with-code';
        await page.locator('input.number[name="urge_minutes"]').fill('many');
        await press(page, 'save');
        yield 'urges-error';
        await press(page, 'sheets');
        yield 'sheets';
        await press(page, 'forget');
        yield 'forget';
        await press(page, 'forget-yes');
        yield 'forgotten';
      });
    }, { timeout: 240_000 });

    it('axe finds nothing, light or dark, 360 or 1280 px wide', () => {
      assert.deepEqual(axeFound(sights), []);
    });

    it('nothing is cut off, nothing scrolls sideways, all can be touched', () => {
      assert.deepEqual(SCREENS.flatMap((screen) => unfitFound(sights, screen)), []);
    });

    it('is whole, in its language, with its crisis card and its exit, and leaves nothing', () => {
      assert.deepEqual(headingsFound(sights), []);
      for (const { kind, lang, title, text, exit, ids, kept, words } of sights) {
        assert.equal(lang, language, kind);
        assert.doesNotMatch(title + text, /[⟨⟩{}]|undefined/, kind);
        assert.ok(exit?.visible && exit.top < 40, kind);
        assert.ok(ids.includes('crisis'), `${kind}: crisis card`);
        assert.deepEqual([kept.cookies, kept.scripts, kept.local, kept.session], ['', 0, 0, 0], kind);
        if (language === 'fr') assert.deepEqual(looseFrench(words), [], kind);
      }
    });
  });
}
