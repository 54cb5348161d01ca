// Chromium as a program that other scripts steer, cut off from every network.
import {createRequire} from 'node:module';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const {chromium} = require('playwright-core');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
// Drawn by the processor, so that no graphics card is needed.
const ARGUMENTS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox'];

function found() { // the first one in PATH
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of NAMES) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch { /* not here */ }
    }
  }
  throw new Error(`none of ${NAMES.join(', ')} is in PATH`);
}

// Opens a file in a window of this size and calls `act` with the page; returns its result together
// with what the page complained of and the addresses that it asked for.
export async function visited(file, act, {width = 1400, height = 900} = {}) {
  const browser = await chromium.launch({executablePath: found(), args: ARGUMENTS});
  try {
    const context = await browser.newContext({viewport: {width, height}, offline: true});
    const page = await context.newPage();
    const complaints = [];
    const asked = [];
    page.on('console', (told) => { if (told.type() === 'error') complaints.push(told.text()); });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${file}`);
    const result = await act(page);
    return {...result, complaints, asked};
  } finally {
    await browser.close();
  }
}
