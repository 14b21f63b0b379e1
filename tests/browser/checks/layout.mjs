// Small screens and large letters: nothing is cut off, nothing scrolls sideways.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { tour, visitor } from '../visitor.mjs';

/** Least size of a target in CSS pixels: WCAG 2.2, 2.5.8. */
const TARGET = 24;

const SCREENS = [
  { name: '320 px wide', width: 320, letters: 1 },
  { name: '640 px wide with letters of 200 %', width: 640, letters: 2 },
  { name: '320 px wide with letters of 200 %', width: 320, letters: 2 },
];

describe('layout', () => {
  for (const { name, width, letters } of SCREENS) {
    for (const language of ['en', 'fr']) {
      it(`${name}: nothing is cut off or too small to touch (${language})`, { timeout: 60_000 }, async () => {
        const { context, page } = await visitor({ viewport: { width, height: 640 } });
        const tools = await context.newCDPSession(page);
        const sizes = { standard: 16 * letters, fixed: 13 * letters };
        await tools.send('Page.setFontSizes', { fontSizes: sizes });
        for await (const kind of tour(page, language)) {
          const found = await page.evaluate(measure);
          assert.equal(found.letters, 16 * letters, 'the letters are as large as asked');
          assert.ok(found.scrollWidth <= width, `${kind}: ${found.scrollWidth} px wide`);
          assert.deepEqual(found.outside, [], `${kind}: text outside of its box`);
          const small = found.targets.filter((own) => own.width < TARGET || own.height < TARGET);
          assert.deepEqual(small, [], `${kind}: targets too small`);
        }
        await context.close();
      });
    }
  }

  it('on a wide screen lines stay short enough to read', async () => {
    const { context, page } = await visitor({ viewport: { width: 1920, height: 1080 } });
    for await (const kind of tour(page, 'en')) {
      const widest = await page.locator('main p').evaluateAll((all) =>
        Math.max(0, ...all.map((own) => own.getBoundingClientRect().width / parseFloat(getComputedStyle(own).fontSize))));
      assert.ok(widest <= 42, `${kind}: a line of ${widest} em`);
    }
    await context.close();
  });

  it('the style is ready for languages from right to left', async () => {
    const { context, page } = await visitor({ viewport: { width: 320, height: 640 } });
    for await (const kind of tour(page, 'en')) {
      await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
      const { scrollWidth, outside } = await page.evaluate(measure);
      assert.ok(scrollWidth <= 320, `${kind}: ${scrollWidth} px wide`);
      assert.deepEqual(outside, [], kind);
    }
    await context.close();
  });
});

/** Runs in the page: how wide it is, what text lies outside, how large the targets are. */
function measure() {
  const width = document.documentElement.clientWidth;
  const shown = (own) => own.checkVisibility({ visibilityProperty: true }) && !own.closest('.skip, .unseen');
  const outside = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const own = texts.currentNode;
    if (!own.data.trim() || !shown(own.parentElement) || own.parentElement.closest('progress, textarea')) continue;
    const range = document.createRange();
    range.selectNodeContents(own);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const frame = own.parentElement.closest('button, label, .exit, .card')?.getBoundingClientRect();
    const leaves = (box) =>
      box.left < -0.5 || box.right > width + 0.5 ||
      (frame && (box.left < frame.left - 0.5 || box.right > frame.right + 0.5 ||
        box.top < frame.top - 4 || box.bottom > frame.bottom + 4));
    if (boxes.some(leaves)) outside.push(own.data.trim().slice(0, 40));
  }
  // A link within a sentence is as high as its line; what can be touched of an input is its label.
  const targets = [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea')]
    .filter(shown)
    .filter((own) => !(own.tagName === 'A' && getComputedStyle(own).display === 'inline'))
    .map((own) => own.closest('label') ?? own)
    .map((own) => ({ own, box: own.getBoundingClientRect() }))
    .map(({ own, box }) => ({ text: own.textContent.trim().slice(0, 30), width: box.width, height: box.height }));
  return {
    letters: parseFloat(getComputedStyle(document.documentElement).fontSize),
    scrollWidth: document.documentElement.scrollWidth,
    outside,
    targets,
  };
}
