// Looks once at every kind of page of a language and notes what the checks ask about.

import { createRequire } from 'node:module';

import { tour, visitor } from './visitor.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Where pages are measured: how wide, and how many times the usual size the letters are. */
export const SCREENS = [
  { name: '320 px', width: 320, letters: 1 },
  { name: '320 px with letters of 200 %', width: 320, letters: 2 },
  { name: '640 px with letters of 200 %', width: 640, letters: 2 },
  { name: '1920 px', width: 1920, letters: 1 },
  { name: '320 px, from right to left', width: 320, letters: 1, dir: 'rtl' },
];

const looks = new Map();

/** The sights of a language: one for every kind of page. */
export function look(language) {
  if (!looks.has(language)) looks.set(language, lookAround((page) => tour(page, language)));
  return looks.get(language);
}

/** The sights of a way through pages, which stops at each and says what kind it is. */
export async function lookAround(way) {
  // Without the policy, so that axe can run in the page; the page itself is the same.
  const { context, page } = await visitor({ javaScriptEnabled: true, bypassCSP: true });
  const tools = await context.newCDPSession(page);
  const sights = [];
  for await (const kind of way(page)) {
    // What is folded is measured, too.
    await page.evaluate(() => document.querySelectorAll('details').forEach((own) => { own.open = true; }));
    const sight = { kind, ...(await page.evaluate(describe)), screens: {}, axe: [] };
    for (const { name, width, letters, dir } of SCREENS) {
      await page.setViewportSize({ width, height: 700 });
      await setLetters(tools, letters);
      if (dir) await page.evaluate((own) => { document.documentElement.dir = own; }, dir);
      sight.screens[name] = await page.evaluate(measure);
    }
    await page.evaluate((own) => { document.documentElement.dir = own; }, sight.dir);
    await setLetters(tools, 1);
    await page.addScriptTag({ path: axe });
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(violations, TAGS);
        sight.axe.push({ width, colorScheme, found });
      }
    }
    sights.push(sight);
  }
  await context.close();
  return sights;
}

const setLetters = (tools, times) =>
  tools.send('Page.setFontSizes', { fontSizes: { standard: 16 * times, fixed: 13 * times } });

/** Runs in the page: what it says of itself, where it leads, what it has left behind. */
async function describe() {
  const links = [...document.querySelectorAll('a')].map((link) => ({
    href: link.getAttribute('href'),
    rel: link.getAttribute('rel') ?? '',
    target: link.getAttribute('target'),
  }));
  // Names of services and where they were read are quoted as their owners write them.
  const own = document.body.cloneNode(true);
  own.querySelectorAll('.lines small, .lines strong, .line, .fallback, main [lang]').forEach((quoted) => quoted.remove());
  const exit = document.querySelector('a.exit');
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title,
    text: document.body.innerText,
    words: own.textContent.replace(/[ \n]+/g, ' '),
    headings: [...document.querySelectorAll('h1, h2, h3')].map((own) => Number(own.tagName[1])),
    ids: [...document.querySelectorAll('[id]')].map((own) => own.id),
    links,
    exit: exit && { visible: exit.checkVisibility(), top: exit.getBoundingClientRect().top },
    boxes: [...document.querySelectorAll('input.number, textarea')].map((own) => own.value),
    kept: {
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      cookies: document.cookie,
      scripts: document.scripts.length,
    },
  };
}

/** Runs in the page: how wide it is, what text lies outside, how large the targets are. */
function measure() {
  const width = document.documentElement.clientWidth;
  const shown = (own) => own.checkVisibility({ visibilityProperty: true }) && !own.closest('.skip, .unseen');
  const outside = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const own = texts.currentNode;
    const parent = own.parentElement;
    if (!own.data.trim() || !shown(parent) || parent.closest('progress, textarea')) continue;
    const range = document.createRange();
    range.selectNodeContents(own);
    const frame = parent.closest('button, label, .exit, .card')?.getBoundingClientRect();
    const leaves = (box) =>
      box.left < -0.5 || box.right > width + 0.5 ||
      (frame && (box.left < frame.left - 0.5 || box.right > frame.right + 0.5 ||
        box.top < frame.top - 4 || box.bottom > frame.bottom + 4));
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (boxes.some(leaves)) outside.push(own.data.trim().slice(0, 40));
  }
  // A link within a sentence is as high as its line; what can be touched of an input is its label.
  const targets = [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea')]
    .filter(shown)
    .filter((own) => !(own.tagName === 'A' && getComputedStyle(own).display === 'inline'))
    .map((own) => own.closest('label') ?? own)
    .map((own) => ({ own, box: own.getBoundingClientRect() }))
    .map(({ own, box }) => ({ text: own.textContent.trim().slice(0, 30), width: box.width, height: box.height }));
  const lines = [...document.querySelectorAll('main p')].map((own) =>
    own.getBoundingClientRect().width / parseFloat(getComputedStyle(own).fontSize));
  return {
    letters: parseFloat(getComputedStyle(document.documentElement).fontSize),
    scrollWidth: document.documentElement.scrollWidth,
    longestLine: Math.max(0, ...lines),
    outside,
    targets,
  };
}

/** Runs in the page: what axe finds. */
async function violations(tags) {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  });
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes[0].html.slice(0, 120)}`);
}
