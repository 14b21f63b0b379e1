// A person in front of the browser: looks, chooses, types, presses buttons.

import { house } from './house.mjs';
import { FORM, reach } from './wire.mjs';

/** A visitor with a browser of their own. Scripts are off unless the check needs them. */
export async function visitor(options = {}) {
  const context = await house.browser.newContext({
    baseURL: house.origin,
    javaScriptEnabled: false,
    ...options,
  });
  context.setDefaultTimeout(10_000);
  return { context, page: await context.newPage() };
}

/** Does something that leads to another page, and waits until that page is there. */
export async function follow(page, deed) {
  const [response] = await Promise.all([
    page.waitForResponse((own) => own.request().isNavigationRequest()),
    page.waitForEvent('load'),
    deed(),
  ]);
  return response;
}

/** Presses the button that says this to the server; the status of what follows. */
export async function press(page, go) {
  const button = page.locator(`main button[name="go"][value="${go}"]`);
  return (await follow(page, () => button.click())).status();
}

export async function switchTo(page, language) {
  await follow(page, () => page.locator('nav.languages').locator(`[lang="${language}"]`).click());
}

/** Text as it is read: without the marks that keep a number apart in mixed directions. */
export const read = (text) => text.replace(/[\u2066-\u2069]/g, '');

/** Chooses options and fills boxes: `{ question: option | [options] | words }`. */
export async function answer(page, answers) {
  for (const [question, given] of Object.entries(answers)) {
    const box = page.locator(`input.number[name="${question}"], textarea[name="${question}"]`);
    if (!Array.isArray(given) && (await box.count()) > 0) {
      await box.fill(given);
      continue;
    }
    for (const option of [given].flat()) {
      await page.locator(`[name="${question}"][value="${option}"]`).check();
    }
  }
}

/** Answers a page and sends it; the status of what follows. */
export async function sendPage(page, answers = {}) {
  await answer(page, answers);
  return press(page, 'next');
}

/** From the entrance to the first page of a survey. */
export async function comeIn(page, language, survey = 'help-us') {
  await page.goto(`/${language}/`);
  for (const go of ['me', 'adult', survey]) await press(page, go);
}

/** The id of the first question on the page: tells where in the survey someone is. */
export const firstQuestion = (page) => page.locator('fieldset').first().getAttribute('id');

/** Comes straight to the page that begins with a question, as someone who answered nothing. */
export async function arrive(page, language, question, survey = 'help-us') {
  const { state } = await reach(language, question, survey);
  const body = new URLSearchParams({ state, go: 'language' }).toString();
  await instead(page, { method: 'POST', postData: body, type: FORM });
  await page.goto(`/${language}/`);
}

/** Lets the next request of a page be another one, which no link or button leads to. */
function instead(page, { type, ...request }) {
  const send = (route) => {
    const headers = { ...route.request().headers(), ...(type && { 'content-type': type }) };
    return route.continue({ ...request, headers });
  };
  return page.route('**/*', send, { times: 1 });
}

/** Leads a page through every kind of page of a language and stops at each. */
export async function* tour(page, language) {
  yield* visit(page, [
    ['languages', '/'],
    ['entrance', `/${language}/`],
    ['help', `/${language}/help`],
    ['help-countries', `/${language}/help/countries`],
    ['help-of-a-country', `/${language}/help/ch`],
    ['youth', `/${language}/youth`],
    ['problem-not-found', `/${language}/nothing`],
    ['problem-language', '/xx/'],
  ]);
  for (const who of ['other', 'harmed', 'professional']) {
    await page.goto(`/${language}/`);
    await press(page, who);
    yield `help-${who}`;
  }
  yield* helpUs(page, language);
  yield* noNeed(page, language);
  yield* problems(page, language);
}

async function* visit(page, places) {
  for (const [name, path] of places) {
    await page.goto(path);
    yield name;
  }
}

async function* helpUs(page, language) {
  await page.goto(`/${language}/`);
  await press(page, 'me');
  yield 'age';
  await press(page, 'adult');
  yield 'notice';
  await press(page, 'help-us');
  yield 'help-us-1-wish';
  await sendPage(page, { wish_stop: 'yes' });
  yield 'help-us-2-attempts';
  await sendPage(page, { tried_stop: 'several', help_sought: 'yes_other' });
  yield 'help-us-3-help-received';
  await press(page, 'back');
  await sendPage(page, { help_sought: 'no' });
  yield 'help-us-3-help-why-not';
  await sendPage(page, { help_why_not: ['judged', 'reported'] });
  yield 'help-us-4-first';
  await sendPage(page);
  yield 'help-us-5-extent';
  await sendPage(page, { how_often: 'weekly', days_month: '31' });
  yield 'help-us-5-extent-error';
  await sendPage(page, { days_month: '12' });
  yield 'help-us-6-feelings';
  await sendPage(page, { distress: '8', self_harm_thoughts: 'often' });
  yield 'care-self-harm';
  await press(page, 'next');
  yield 'help-us-7-contact';
  await sendPage(page, { contact_thought: 'sometimes' });
  yield 'help-us-8-contact-more';
  await sendPage(page, { contact_sought: 'once' });
  yield 'care-contact';
  await press(page, 'next');
  yield 'help-us-9-close';
  await sendPage(page, { would_help: ['mood', 'nothing'], would_help_words: 'y'.repeat(501) });
  yield 'help-us-9-close-errors';
  await page.locator('[name="would_help"][value="nothing"]').uncheck();
  await sendPage(page, { would_help_words: 'y' });
  yield 'done';
}

async function* noNeed(page, language) {
  await comeIn(page, language, 'no-need');
  yield 'no-need-1-wish';
  await sendPage(page);
  yield 'no-need-2-why';
  await sendPage(page, { no_need_why: ['in_control'], no_need_words: 'y' });
  yield 'no-need-3-first';
  await page.reload();
  yield 'no-need-3-first-already-saved';
  await press(page, 'back');
  yield 'no-need-2-why-sealed';
  await sendPage(page);
  await sendPage(page);
  yield 'no-need-4-close';
  await press(page, 'stop');
  yield 'stopped';
}

/** The problem pages that a browser reaches only when something else has gone wrong. */
async function* problems(page, language) {
  const sendings = [
    ['problem-method', { method: 'PUT' }],
    ['problem-state', { method: 'POST', postData: 'go=next&state=AAAA', type: FORM }],
    ['problem-unreadable', { method: 'POST', postData: 'go=%FF', type: FORM }],
    ['problem-wrong-type', { method: 'POST', postData: '{}', type: 'application/json' }],
    ['problem-too-large', { method: 'POST', postData: 'x'.repeat(1 << 17), type: FORM }],
  ];
  for (const [name, sending] of sendings) {
    await instead(page, sending);
    await page.goto(`/${language}/`);
    yield name;
  }
}
