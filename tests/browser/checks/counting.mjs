// One visitor is one answer, however often pages are reloaded, sent twice or gone back to.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';

import { answer, comeIn, firstQuestion, follow, press, sendPage, visitor } from '../visitor.mjs';
import { begin, post } from '../wire.mjs';
import { findings, house, run } from '../house.mjs';

const PUBLISHED = { fr: 399, all: 24_000 };
const WORDS = 'Une voix calme, marqueur-7b1e. Voir https://example.org/chemin pour le reste.';

describe('counting', () => {
  let first, last, texts;

  before(async () => {
    const group = ['--group', 'language=fr', '--exact', '--format', 'json'];
    first = JSON.parse(await run('findings', '--config', house.config, ...group));
    await toTheEnd();
    await reloadsAndSendsTwice();
    await goesBackAndChanges();
    await stopsAfterOnePage();
    await onlyLooks();
    await replays();
    await inEnglish();
    last = await findings();
    texts = await readFile(path.join(house.dir, 'researcher/simulated-opened/texts.jsonl'), 'utf8');
  }, { timeout: 600_000 });

  it('starts from the answers of the demonstration', () => {
    assert.deepEqual(people(first), { fr: PUBLISHED.fr, all: PUBLISHED.all });
  });

  it('counts each French visitor who sent a page once, and nobody else', () => {
    assert.deepEqual(people(last), { fr: PUBLISHED.fr + 5, all: PUBLISHED.all + 6 });
  });

  it('keeps the answer that a visitor sent last', () => {
    const more = (option) => chosen(last, 'wish_stop', option) - chosen(first, 'wish_stop', option);
    // To the end: yes. Twice: unsure. Back: no, changed to yes. One page: no. Replay: unsure.
    assert.deepEqual([more('yes'), more('unsure'), more('no')], [2, 2, 1]);
  });

  it('keeps words as they were typed, without the link in them', () => {
    const line = texts.split('\n').filter((own) => own.includes('marqueur-7b1e'));
    assert.equal(line.length, 1, 'sealed words are kept once');
    const { text, language, question } = JSON.parse(line[0]);
    assert.equal(language, 'fr');
    assert.equal(question, 'no_need_words');
    assert.match(text, /^Une voix calme, marqueur-7b1e\. Voir .* pour le reste\.$/);
    assert.doesNotMatch(text, /example/);
  });
});

const people = ({ flow }) => ({ fr: flow[0].n[0], all: flow[0].n[2] });

/** How many in French chose an option of a question that both surveys ask. */
function chosen({ sections }, question, option) {
  const own = sections[0].questions.find(({ id }) => id === question);
  return own.options.find(({ id }) => id === option).cells[0].count;
}

async function toTheEnd() {
  const { context, page } = await visitor();
  await comeIn(page, 'fr', 'no-need');
  await sendPage(page, { wish_stop: 'yes' });
  await sendPage(page, { no_need_why: ['in_control'], no_need_words: WORDS });
  await press(page, 'back');
  const box = page.locator('textarea');
  assert.equal(await box.inputValue(), '', 'sealed words are not shown again');
  const described = await page.locator('#q-no_need_words').getAttribute('aria-describedby');
  assert.match(await page.locator(`#${described.split(' ')[0]}`).innerText(), /a été scellé/);
  assert.ok(await page.locator('[name="no_need_why"][value="in_control"]').isChecked());
  for (let at = 0; at < 3; at += 1) await sendPage(page);
  await page.getByRole('heading', { name: 'Merci' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Merci' }).waitFor();
  await context.close();
}

async function reloadsAndSendsTwice() {
  const { context, page } = await visitor();
  await comeIn(page, 'fr');
  await page.reload();
  await answer(page, { wish_stop: 'unsure' });
  await follow(page, () => page.locator('.buttons button[value="next"]').dblclick());
  await page.locator('#q-tried_stop').waitFor();
  assert.equal(await firstQuestion(page), 'q-tried_stop');
  await page.reload();
  await page.reload();
  assert.equal(await firstQuestion(page), 'q-tried_stop');
  assert.match(await page.getByRole('status').innerText(), /déjà été enregistrée/);
  await sendPage(page, { tried_stop: 'once' });
  assert.equal(await firstQuestion(page), 'q-attempts_longest');
  await context.close();
}

async function goesBackAndChanges() {
  const { context, page } = await visitor();
  await comeIn(page, 'fr');
  await sendPage(page, { wish_stop: 'no' });
  await answer(page, { tried_stop: 'several', help_sought: 'no' });
  await press(page, 'back');
  assert.ok(await page.locator('[value="no"]').isChecked(), 'the answer sent is checked');
  await sendPage(page, { wish_stop: 'yes' });
  assert.ok(await page.locator('[value="several"]').isChecked(), 'an answer not yet sent is kept');
  assert.ok(await page.locator('[name="help_sought"][value="no"]').isChecked());
  await sendPage(page);
  await context.close();
}

async function stopsAfterOnePage() {
  const { context, page } = await visitor();
  await comeIn(page, 'fr');
  await sendPage(page, { wish_stop: 'no' });
  await press(page, 'stop');
  await page.getByRole('heading', { name: 'Le questionnaire s’arrête ici' }).waitFor();
  await context.close();
}

async function onlyLooks() {
  const { context, page } = await visitor();
  await comeIn(page, 'fr');
  await press(page, 'stop');
  await context.close();
}

/** Sends the first page, goes on, then sends states of pages that lie behind. */
async function replays() {
  const page = await begin('fr');
  const next = await post('fr', 'next', { state: page.state, fields: { wish_stop: 'unsure' } });
  await post('fr', 'next', { state: next.state, fields: { tried_stop: 'once' } });
  const replayed = { state: page.state, fields: { wish_stop: 'unsure' } };
  const again = await Promise.all([1, 2, 3].map(() => post('fr', 'next', replayed)));
  for (const { status, text } of again) {
    assert.equal(status, 200);
    assert.match(text, /q-tried_stop/);
    assert.match(text, /déjà été enregistrée/);
  }
}

async function inEnglish() {
  const page = await begin('en');
  await post('en', 'next', { state: page.state, fields: { wish_stop: 'yes' } });
}
