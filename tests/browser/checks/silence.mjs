// After all these visits the server has said nothing about any of them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { house } from '../house.mjs';

describe('silence', () => {
  it('the doors wrote no line about a request', () => {
    const doors = [house.origin, house.support, house.service];
    for (const door of doors) assert.ok(house.said.some((line) => line.includes(door)), door);
    const others = house.said.filter((line) => !doors.some((door) => line.includes(door)));
    assert.deepEqual(others, []);
  });
});
