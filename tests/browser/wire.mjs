// Requests as bytes, without a browser in between.

import http from 'node:http';
import { gunzipSync } from 'node:zlib';

import { house } from './house.mjs';

/** How a form is sent. */
export const FORM = 'application/x-www-form-urlencoded';

/** The field that carries where a visitor is. */
export const stateOf = (html) => html.match(/name="state" value="([^"]*)"/)?.[1];

/** One request. `body` may be text, bytes, or pairs of a form; `chunked` does not say how long. */
export function send(method, path, { body, type, chunked = false, headers = {} } = {}) {
  const form = Array.isArray(body);
  const bytes = form ? new URLSearchParams(body).toString() : body;
  const kind = type ?? (form ? FORM : undefined);
  const options = {
    host: '127.0.0.1',
    port: house.port,
    method,
    path,
    agent: false,
    headers: {
      'accept-encoding': 'gzip',
      ...(kind && { 'content-type': kind }),
      ...(bytes !== undefined && !chunked && { 'content-length': Buffer.byteLength(bytes) }),
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const request = http.request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const raw = Buffer.concat(chunks);
        const zipped = response.headers['content-encoding'] === 'gzip';
        const text = (zipped && raw.length > 0 ? gunzipSync(raw) : raw).toString('utf8');
        const { statusCode: status, headers } = response;
        resolve({ status, headers, raw, zipped, text, state: stateOf(text) });
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

export const get = (path, options) => send('GET', path, options);

/** Sends a form; the state of the page before goes with it. */
export function post(language, go, { state, fields = [], ...options } = {}) {
  const carried = state === undefined ? [] : [['state', state]];
  const pairs = Object.entries(fields).flatMap(([id, value]) => [value].flat().map((v) => [id, v]));
  return send('POST', `/${language}/`, { body: [...carried, ...pairs, ['go', go]], ...options });
}

/** The page before the surveys, as someone of age comes to it. */
export async function notice(language) {
  const age = await post(language, 'me');
  return post(language, 'adult', { state: age.state });
}

/** The first page of a survey. */
export async function begin(language, survey = 'help-us') {
  const start = await notice(language);
  return post(language, survey, { state: start.state });
}

/** Sends pages of a survey one after the other; the last answer. */
export async function through(language, page, ...sendings) {
  for (const fields of sendings) {
    page = await post(language, 'next', { state: page.state, fields });
  }
  return page;
}

/** The page of a survey that begins with a question, for someone who answers nothing. */
export async function reach(language, question, survey = 'help-us') {
  let page = await begin(language, survey);
  for (let at = 0; at < 12; at += 1) {
    if (page.text.match(/<fieldset id="q-([^"]*)"/)?.[1] === question) return page;
    page = await post(language, 'next', { state: page.state });
  }
  throw new Error(`no page of ${survey} begins with ${question}`);
}

/** Every kind of page in one language, as name and answer. */
export async function* everyPage(language) {
  yield ['languages', await get('/')];
  for (const path of ['', 'help', 'youth']) {
    yield [path || 'entrance', await get(`/${language}/${path}`)];
  }
  for (const who of ['other', 'harmed', 'professional']) {
    yield [`help for ${who}`, await post(language, who)];
  }
  const age = await post(language, 'me');
  yield ['age', age];
  yield ['youth after the age question', await post(language, 'under-18', { state: age.state })];
  const start = await post(language, 'adult', { state: age.state });
  yield ['notice', start];
  yield* surveyPages(language, start.state);
  yield* problemPages(language);
}

/** Every page of both surveys, the care pages, the error pages and the ends. */
async function* surveyPages(language, start) {
  const way = { 'help-us': HELP_US, 'no-need': NO_NEED };
  for (const [survey, steps] of Object.entries(way)) {
    let page = await post(language, survey, { state: start });
    yield [`${survey} 1`, page];
    for (const [at, fields] of steps.entries()) {
      page = await post(language, 'next', { state: page.state, fields });
      yield [`${survey} after step ${at + 1}`, page];
    }
  }
  const first = await post(language, 'no-need', { state: start });
  yield ['stopped', await post(language, 'stop', { state: first.state })];
}

const HELP_US = [
  { wish_stop: 'yes' },
  { tried_stop: 'several', help_sought: 'no' },
  { attempts_longest: 'under_1_week', help_why_not: ['judged', 'reported'] },
  { first_age: 'age_13_17', first_way: 'accident' },
  { days_month: '31' },
  { days_month: '3' },
  { distress: '8', self_harm_thoughts: 'often' },
  {},
  { contact_thought: 'sometimes' },
  { contact_sought: 'once' },
  {},
  { would_help: ['mood', 'nothing'], would_help_words: 'x'.repeat(501) },
  { would_help: 'mood', would_help_words: 'A voice.', honest_answers: 'yes' },
];

const NO_NEED = [
  { wish_stop: 'no', help_sought: 'no' },
  { no_need_why: 'in_control' },
  {},
  {},
];

/** Problem pages, each with the status it must have. */
export async function* problemPages(language) {
  const page = await begin(language);
  const megabyte = { state: page.state, fields: { wish_stop: 'x'.repeat(1 << 20) } };
  yield ['not found (404)', await get(`/${language}/nothing`)];
  yield ['another language (404)', await get('/xx/')];
  yield ['wrong method (405)', await send('PUT', `/${language}/`)];
  yield ['too large (413)', await post(language, 'next', megabyte)];
  yield ['wrong type (415)', await send('POST', `/${language}/`, { body: '{}', type: 'application/json' })];
  yield ['unreadable (400)', await send('POST', `/${language}/`, { body: 'go=%FF', type: FORM })];
  yield ['damaged state (400)', await post(language, 'next', { state: 'AAAA' })];
}
