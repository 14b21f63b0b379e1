// The language can be changed on every page, and nothing typed is lost.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { answer, arrive, firstQuestion, press, sendPage, switchTo, visitor } from '../visitor.mjs';

const stands = (page) =>
  page.locator('html').evaluate(({ lang, dir }) => ({ lang, dir }));

describe('languages', () => {
  it('a switch in the middle of a page keeps what was chosen and typed', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'how_often');
    await answer(page, { how_often: 'weekly', days_month: '17' });
    await switchTo(page, 'en');
    assert.deepEqual(await stands(page), { lang: 'en', dir: 'ltr' });
    assert.equal(await firstQuestion(page), 'q-how_often');
    assert.equal(await page.locator('input.number').inputValue(), '17');
    assert.ok(await page.locator('[name="how_often"][value="weekly"]').isChecked());
    await sendPage(page);
    assert.equal(await firstQuestion(page), 'q-distress');
    assert.deepEqual(await stands(page), { lang: 'en', dir: 'ltr' });
    await context.close();
  });

  it('words not yet sent survive the switch, there and back, on a page with errors too', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'en', 'no_need_why', 'no-need');
    const words = 'Straße, œuvre,\n"quotes" & <b>tags</b> – שלום';
    await answer(page, { no_need_why: ['by_chance', 'other'], no_need_words: words });
    for (const language of ['fr', 'en', 'fr']) {
      await switchTo(page, language);
      assert.equal((await stands(page)).lang, language);
      assert.equal(await page.locator('textarea').inputValue(), words);
      assert.ok(await page.locator('[value="by_chance"]').isChecked());
      assert.ok(await page.locator('[value="other"]').isChecked());
    }
    await sendPage(page, { no_need_words: words.repeat(20) });
    assert.equal(await page.locator('.errors').count(), 1);
    await switchTo(page, 'en');
    assert.equal(await page.locator('textarea').inputValue(), words.repeat(20));
    await context.close();
  });

  it('a switch on the pages around the questions stays on the page', async () => {
    const { context, page } = await visitor();
    const around = [
      ['me', 'Votre âge', 'Your age'],
      ['adult', 'Avant de commencer', 'Before you begin'],
    ];
    await page.goto('/fr/');
    for (const [go, french, english] of around) {
      await press(page, go);
      await page.getByRole('heading', { level: 1, name: french }).waitFor();
      await switchTo(page, 'en');
      await page.getByRole('heading', { level: 1, name: english }).waitFor();
      await switchTo(page, 'fr');
    }
    for (const path of ['', 'help', 'youth']) {
      await page.goto(`/fr/${path}`);
      await switchTo(page, 'en');
      assert.equal(new URL(page.url()).pathname, `/en/${path}`);
    }
    await context.close();
  });

  it('a switch on the care page shows the same help, and the way goes on', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'distress');
    await sendPage(page, { self_harm_thoughts: 'sometimes' });
    await switchTo(page, 'en');
    await page.getByRole('heading', { name: 'You do not have to carry this alone' }).waitFor();
    await press(page, 'next');
    assert.equal(await firstQuestion(page), 'q-contact_thought');
    await context.close();
  });
});
