// A search engine as small as one can be: it asks the door for search engines about each query.

import http from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { house } from './house.mjs';
import { FORM } from './wire.mjs';

/** Starts an engine on a free port; `queries` are the addresses that it was asked for. */
export async function engine() {
  const asked = [];
  const server = http.createServer((request, response) => {
    answer(request, response, asked).catch((error) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, close: () => server.close() };
}

async function answer(request, response, asked) {
  const { pathname, searchParams } = new URL(request.url, 'http://engine');
  asked.push({ url: request.url, referrer: request.headers.referer });
  if (pathname.startsWith('/kit/')) return kit(pathname, response);
  const query = searchParams.get('q') ?? '';
  const body = { q: query, language: request.headers['accept-language'] ?? '', channel: 'demo' };
  const page = await fetch(`${house.service}/v1/page`, {
    method: 'POST',
    headers: { authorization: `Bearer ${house.key}`, 'content-type': FORM },
    body: new URLSearchParams(body),
  });
  if (page.status === 204) {
    response.writeHead(200, { 'content-type': 'text/html' });
    return response.end('<!DOCTYPE html><html lang="en"><title>Results</title><h1>Results</h1>');
  }
  response.writeHead(page.status, Object.fromEntries(page.headers));
  return response.end(Buffer.from(await page.arrayBuffer()));
}

/** A page of the kit, with the headers that the kit says. */
async function kit(pathname, response) {
  const folder = path.join(house.dir, 'warning-kit');
  const lines = (await readFile(path.join(folder, 'headers.txt'), 'utf8')).trim().split('\n');
  const headers = lines.map((line) => line.split(/: (.*)/s).slice(0, 2));
  response.writeHead(200, { ...Object.fromEntries(headers), 'content-type': 'text/html' });
  const file = path.join(folder, path.normalize(pathname.slice('/kit/'.length)), 'index.html');
  response.end(await readFile(file));
}
