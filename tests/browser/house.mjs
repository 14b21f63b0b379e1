// The program under test and the browser: one demonstration, one server, one Chromium for the
// whole run.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const suoja = path.resolve(process.env.SUOJA ?? path.join(here, '../../target/release/suoja'));

/** What the checks use; filled by `open`. */
export const house = {
  origin: '', port: 0, dir: '', config: '', browser: null, said: [], support: '', service: '', key: '',
};

const servers = [];

/** Makes the demonstration, opens the public door and starts the browser. */
export async function open() {
  house.dir = await mkdtemp(path.join(tmpdir(), 'suoja-browser-'));
  house.config = path.join(house.dir, 'suoja.toml');
  const began = Date.now();
  await run('demo', '--once', '--dir', house.dir);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  house.origin = await serve('reach', house.config);
  house.port = Number(new URL(house.origin).port);
  house.support = await serve('support', house.config);
  house.service = await serve('service', await withOrigins());
  house.key = (await readFile(path.join(house.dir, 'server/service.key'), 'utf8')).trim();
  house.browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return { seconds };
}

/** Ends what `open` began and removes the demonstration. */
export async function close() {
  await house.browser?.close();
  for (const server of servers.filter(({ exitCode }) => exitCode === null)) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  if (house.dir) await rm(house.dir, { recursive: true, force: true });
}

/** Runs a command of the program; what it prints, or an error that says what it said. */
export async function run(...args) {
  try {
    const { stdout } = await promisify(execFile)(suoja, args, { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (failed) {
    const { code, signal, stdout, stderr } = failed;
    const said = [stdout, stderr].filter(Boolean).join('\n');
    throw new Error(`suoja ${args[0]} ended with ${code ?? signal}: ${said}`, { cause: failed });
  }
}

/** What the desk sees after opening the store: the findings on French against the rest, exact. */
export async function findings() {
  await run('open', '--config', house.config);
  const group = ['--group', 'language=fr', '--exact', '--format', 'json'];
  return JSON.parse(await run('findings', '--config', house.config, ...group));
}

/** The configuration with the origins that the doors have here, for the links of warnings. */
async function withOrigins() {
  const text = await readFile(house.config, 'utf8');
  const own = text
    .replace('reach = "http://127.0.0.1:8080"', `reach = "${house.origin}"`)
    .replace('support = "http://127.0.0.1:8081"', `support = "${house.support}"`);
  const config = path.join(house.dir, 'service.toml');
  await writeFile(config, own);
  return config;
}

/** Starts a door on a free port; resolves with its origin once it has said where it listens. */
async function serve(door, config) {
  const args = ['serve', '--door', door, '--config', config, '--listen', '127.0.0.1:0'];
  const server = spawn(suoja, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${house.said}`)));
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        house.said.push(line);
        const address = line.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (address) resolve(address[0]);
      });
    }
  });
}
