// Everything works from the keyboard, and one always sees where one is.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { arrive, firstQuestion, follow, sendPage, visitor } from '../visitor.mjs';

describe('keyboard', () => {
  it('leads through the whole survey: Tab, Space, arrows and Enter only', { timeout: 90_000 }, async () => {
    const { context, page } = await visitor();
    const keys = new Keyboard(page);
    await page.goto('/fr/');
    for (const go of ['me', 'adult', 'help-us']) await keys.presses(go);

    await keys.picks('wish_stop', 1);
    assert.equal(await checked(page, 'wish_stop'), 'unsure');
    await keys.presses('next');
    await keys.picks('tried_stop', 2);
    await keys.picks('help_sought', 2);
    assert.equal(await checked(page, 'help_sought'), 'no');
    await keys.presses('next');
    await keys.ticks('help_why_not', ['judged', 'cost']);
    assert.equal(await page.locator('[name="help_why_not"]:checked').count(), 2);
    await keys.presses('next');
    await keys.presses('next');

    // Enter in a box presses Next, not the first button on the page, which is a language.
    await keys.reaches((at) => at.name === 'days_month' && at.type === 'text');
    await page.keyboard.type('7');
    await keys.enters();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    assert.equal(await firstQuestion(page), 'q-distress');

    await keys.picks('distress', 5);
    assert.equal(await checked(page, 'distress'), '5');
    await keys.picks('self_harm_thoughts', 1);
    await keys.presses('next');
    await page.getByRole('heading', { name: 'Vous n’avez pas à porter cela sans aide' }).waitFor();
    await keys.presses('next');
    await keys.picks('contact_thought', 0);
    await keys.presses('next');
    await keys.reaches((at) => at.name === 'would_help_words');
    await page.keyboard.type('Du calme.');
    await keys.presses('next');
    await page.getByRole('heading', { name: 'Merci' }).waitFor();
    await context.close();
  });

  it('the first stop is the link to the content, then the exit, and the way back is the same', async () => {
    const { context, page } = await visitor();
    for (const place of ['/fr/', '/en/help', '/fr/nothing', 'survey']) {
      if (place === 'survey') await arrive(page, 'fr', 'wish_stop');
      else await page.goto(place);
      const forth = await stops(page, 'Tab');
      const first = forth.slice(0, 3).map(({ href }) => href);
      assert.deepEqual(first, ['#main', place.startsWith('/en') ? '/en/' : '/fr/', '/exit'], place);
      for (const [at, { top, text }] of forth.entries()) {
        // What stands beside each other in a line may differ a little in height.
        const above = forth[at - 1]?.top ?? 0;
        assert.ok(top >= above - 12, `${place}: ${text} comes after what is below it`);
      }
      assert.equal((await stops(page, 'Shift+Tab')).length, forth.length, `${place}: back`);
    }
    await context.close();
  });

  it('the link to the content leads there, past the languages', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'wish_stop');
    await page.keyboard.press('Tab');
    assert.ok(await page.locator('.skip').isVisible());
    const box = await page.locator('.skip').boundingBox();
    assert.ok(box.width > 100 && box.height > 24, 'the link shows itself');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    await page.keyboard.press('Tab');
    assert.equal((await focus(page)).name, 'wish_stop');
    await context.close();
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`focus is seen at every stop of every kind of page (${colorScheme})`, { timeout: 90_000 }, async () => {
      const { context, page } = await visitor({ colorScheme });
      const pages = [
        () => page.goto('/'),
        () => page.goto('/fr/'),
        () => page.goto('/fr/help'),
        () => arrive(page, 'fr', 'wish_stop'),
        () => sendPage(page),
        () => arrive(page, 'fr', 'how_often'),
        () => sendPage(page, { days_month: '31' }),
        () => arrive(page, 'fr', 'distress'),
        () => sendPage(page, { self_harm_thoughts: 'often' }),
        () => arrive(page, 'fr', 'would_help'),
      ];
      for (const go of pages) {
        await go();
        for (const stop of await stops(page, 'Tab')) {
          const where = `${page.url()} ${stop.tag} ${stop.name} ${stop.href} ${stop.text}`;
          assert.ok(stop.outline >= 2, `${where}: outline of ${stop.outline} px`);
          assert.ok(stop.contrast >= 3, `${where}: contrast of the outline ${stop.contrast}`);
          assert.ok(stop.width >= 16 && stop.height >= 16, `${where}: ${stop.width} × ${stop.height}`);
          assert.ok(stop.inView, `${where}: not hidden`);
        }
      }
      await context.close();
    });
  }
});

class Keyboard {
  constructor(page) {
    this.page = page;
  }

  /** Tab until the focus is where it is wanted. */
  async reaches(wanted) {
    for (let presses = 0; presses < 80; presses += 1) {
      if (wanted(await focus(this.page))) return;
      await this.page.keyboard.press('Tab');
    }
    assert.fail('no such stop');
  }

  async enters() {
    await follow(this.page, () => this.page.keyboard.press('Enter'));
  }

  async presses(go) {
    await this.reaches((at) => at.tag === 'BUTTON' && at.value === go);
    await this.enters();
  }

  /** Space takes the first option of a group of radio buttons, arrows go down from there. */
  async picks(question, down) {
    await this.reaches((at) => at.name === question);
    await this.page.keyboard.press('Space');
    for (let at = 0; at < down; at += 1) await this.page.keyboard.press('ArrowDown');
  }

  async ticks(question, options) {
    for (const option of options) {
      await this.reaches((at) => at.name === question && at.value === option);
      await this.page.keyboard.press('Space');
    }
  }
}

const checked = (page, question) => page.locator(`[name="${question}"]:checked`).inputValue();

/** All stops of a page, from the top with Tab or from the bottom with Shift+Tab. */
async function stops(page, key) {
  const found = [];
  if (key === 'Tab') await page.evaluate(toTheTop);
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    const stop = await focus(page);
    if (stop.tag === 'BODY' || stop.tag === 'HTML') break;
    if (found.some(({ at }) => at === stop.at)) break;
    found.push(stop);
  }
  return found;
}

/** Runs in the page: as if it had just been opened. */
function toTheTop() {
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  scrollTo(0, 0);
}

/** Where the focus is, and how it is seen. */
function focus(page) {
  return page.evaluate(() => {
    const own = document.activeElement ?? document.body;
    const style = getComputedStyle(own);
    const box = own.getBoundingClientRect();
    const middle = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(...middle);
    const channel = (value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const luminance = (color) => {
      const [red, green, blue] = color.match(/[\d.]+/g).map(Number).map(channel);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const pair = [style.outlineColor, getComputedStyle(document.body).backgroundColor].map(luminance);
    const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    return {
      at: [...document.querySelectorAll('*')].indexOf(own),
      tag: own.tagName,
      type: own.type,
      name: own.name,
      value: own.value,
      href: own.getAttribute('href'),
      text: own.textContent.slice(0, 30),
      outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      contrast: Math.round(contrast * 10) / 10,
      top: Math.round(box.top + scrollY),
      width: box.width,
      height: box.height,
      inView: top !== null && (own === top || own.contains(top) || top.contains(own)),
    };
  });
}
