// After all these visits the server has said nothing about any of them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { house } from '../house.mjs';

describe('silence', () => {
  it('the server wrote no line about a request', () => {
    const addresses = house.said.filter((line) => line.includes(house.origin));
    assert.ok(addresses.length > 0);
    assert.deepEqual(house.said.filter((line) => !line.includes(house.origin)), []);
  });
});
