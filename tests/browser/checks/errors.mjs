// Errors stand on top, lead to the field, and nothing typed is lost.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { answer, arrive, firstQuestion, read, sendPage, visitor } from '../visitor.mjs';

const LONG = `${'é'.repeat(499)} fin`;

describe('errors', () => {
  it('a number out of range: the page says so, keeps what was typed, and lets go on', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'how_often');
    assert.equal(await sendPage(page, { how_often: 'weekly', days_month: '31' }), 422);
    await summaryLeadsTo(page, ['days_month']);
    const box = page.locator('input[name="days_month"].number');
    assert.equal(await box.inputValue(), '31');
    assert.equal(await box.getAttribute('aria-invalid'), 'true');
    assert.match(await describedBy(page, 'days_month'), /de 0 à 30/);
    assert.ok(await page.locator('[name="how_often"][value="weekly"]').isChecked());
    assert.equal(await sendPage(page, { days_month: '30' }), 200);
    assert.equal(await firstQuestion(page), 'q-distress');
    await context.close();
  });

  for (const [what, typed] of [['words', 'beaucoup'], ['a fraction', '2,5'], ['minus', '-1']]) {
    it(`a number box with ${what} in it is refused and kept`, async () => {
      const { context, page } = await visitor();
      await arrive(page, 'fr', 'how_often');
      assert.equal(await sendPage(page, { days_month: typed }), 422);
      await summaryLeadsTo(page, ['days_month']);
      assert.equal(await page.locator('input.number').inputValue(), typed);
      await context.close();
    });
  }

  it('a number together with its "I’d rather not say" is refused', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'how_often');
    await answer(page, { days_month: '3' });
    assert.equal(await sendPage(page, { days_month: ['refused'] }), 422);
    await summaryLeadsTo(page, ['days_month']);
    assert.equal(await page.locator('input.number').inputValue(), '3');
    assert.ok(await page.locator('[name="days_month"][value="refused"]').isChecked());
    await context.close();
  });

  it('text too long and an option that excludes others: two errors, in the order of the page',
    async () => {
      const { context, page } = await visitor();
      await arrive(page, 'fr', 'would_help');
      const given = { would_help: ['mood', 'nothing'], would_help_words: LONG, honest_answers: 'yes' };
      assert.equal(await sendPage(page, given), 422);
      await summaryLeadsTo(page, ['would_help', 'would_help_words']);
      const box = page.locator('textarea');
      assert.equal(await box.inputValue(), LONG);
      assert.equal(await box.getAttribute('aria-invalid'), 'true');
      assert.match(await describedBy(page, 'would_help_words'), /dépasse de 3 caractères/);
      assert.match(await describedBy(page, 'would_help'), /«[\u00a0\u202f]Rien ne m’aiderait[\u00a0\u202f]»/);
      for (const value of ['mood', 'nothing']) {
        assert.ok(await page.locator(`[name="would_help"][value="${value}"]`).isChecked());
      }
      assert.ok(await page.locator('[name="honest_answers"][value="yes"]').isChecked());

      await page.locator('[name="would_help"][value="nothing"]').uncheck();
      assert.equal(await sendPage(page, { would_help_words: 'é'.repeat(500) }), 200);
      await page.getByRole('heading', { name: 'Merci' }).waitFor();
      await context.close();
    });

  it('line breaks count as one character, as a person sees them', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'would_help');
    assert.equal(await sendPage(page, { would_help_words: 'a\n'.repeat(249) + 'b' }), 200);
    await page.getByRole('heading', { name: 'Merci' }).waitFor();
    await context.close();
  });

  it('the title of the window says that something needs a second look', async () => {
    const { context, page } = await visitor();
    await arrive(page, 'fr', 'how_often');
    const before = await page.title();
    await sendPage(page, { days_month: '99' });
    assert.notEqual(await page.title(), before, 'a screen reader reads the title first');
    await context.close();
  });
});

/** What is said about a question through `aria-describedby`, all of it on the page. */
async function describedBy(page, question) {
  const ids = await page.locator(`#q-${question}`).getAttribute('aria-describedby');
  const said = ids.split(' ').map((id) => page.locator(`[id="${id}"]`).innerText());
  return read((await Promise.all(said)).join(' '));
}

/** The summary comes first, names these questions in order, and its links lead into their fields. */
async function summaryLeadsTo(page, questions) {
  const summary = page.locator('main .errors');
  const form = page.locator('#f');
  assert.ok((await summary.boundingBox()).y < (await form.boundingBox()).y, 'the summary is on top');
  const links = await summary.getByRole('link').all();
  assert.equal(links.length, questions.length);
  for (const [at, link] of links.entries()) {
    const id = (await link.getAttribute('href')).slice(1);
    assert.equal(await page.locator(`[id="${id}"]`).getAttribute('name'), questions[at]);
    await link.click();
    const focused = await page.evaluate(() => document.activeElement?.id);
    assert.equal(focused, id, 'the link puts the cursor into the field');
  }
}
