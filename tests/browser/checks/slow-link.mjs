// How long a person waits on a link as slow as Tor can be. Said, not judged: machines differ.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { press, visitor } from '../visitor.mjs';

describe('a slow link (600 ms, 100 KB/s)', () => {
  it('shows a usable page; how fast is said', { timeout: 60_000 }, async (t) => {
    const { context, page } = await visitor();
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 600,
      downloadThroughput: 100 * 1024,
      uploadThroughput: 100 * 1024,
    });
    const steps = {
      entrance: () => page.goto('/fr/'),
      age: () => press(page, 'me'),
      notice: () => press(page, 'adult'),
      'first question': () => press(page, 'help-us'),
      'second page': () => press(page, 'next'),
    };
    for (const [name, step] of Object.entries(steps)) {
      const began = performance.now();
      await step();
      await page.locator('footer').waitFor();
      const usable = Math.round(performance.now() - began);
      t.diagnostic(`${name}: usable after ${usable} ms`);
      assert.ok(usable >= 600, 'the link was slow');
    }
    await context.close();
  });
});
