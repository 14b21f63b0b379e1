// axe-core finds nothing on any page, light or dark, small or wide.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';

import { tour, visitor } from '../visitor.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCREENS = [360, 1280].flatMap((width) => ['light', 'dark'].map((scheme) => [width, scheme]));

describe('axe', () => {
  for (const language of ['en', 'fr']) {
    it(`finds nothing on any kind of page (${language})`, { timeout: 180_000 }, async (t) => {
      const { context, page } = await visitor({ javaScriptEnabled: true, bypassCSP: true });
      const found = [];
      let runs = 0;
      for await (const kind of tour(page, language)) {
        await page.addScriptTag({ path: axe });
        for (const [width, colorScheme] of SCREENS) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const violations = await page.evaluate(violationsOf, TAGS);
          found.push(...violations.map((own) => `${kind}, ${width} px, ${colorScheme}: ${own}`));
          runs += 1;
        }
      }
      t.diagnostic(`${runs} runs of axe`);
      assert.deepEqual(found, []);
      await context.close();
    });
  }
});

/** Runs in the page. */
async function violationsOf(tags) {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  });
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes[0].html.slice(0, 120)}`);
}
