// Draws a GEXF file with sigma.js in Chromium and prints what it found as JSON.
// Usage: node sigma.mjs FILE.gexf PICTURE.png (libraries are found from the working folder)
import {createRequire} from 'node:module';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {visited} from './chromium.mjs';

const [, , file, picture] = process.argv;
const require = createRequire(join(process.cwd(), 'package.json'));
const built = require('esbuild').buildSync({
  stdin: {
    contents: readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'sigma-page.js'), 'utf8'),
    resolveDir: process.cwd(),
  },
  bundle: true, write: false, format: 'iife', minify: true, logLevel: 'error',
});
const script = built.outputFiles[0].text.replaceAll('</script', '<\\/script');
const data = JSON.stringify(readFileSync(file, 'utf8')).replaceAll('<', '\\u003c');
const folder = mkdtempSync(join(tmpdir(), 'sigma-'));
try {
  const page = join(folder, 'page.html');
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>sigma.js</title>
<style>html, body, #stage { height: 100%; margin: 0; }</style><div id="stage"></div>
<script type="application/json" id="gexf">${data}</script><script>${script}</script>`);
  const found = await visited(page, async (open) => {
    await open.waitForFunction('window.drawn', null, {timeout: 60_000});
    const drawn = await open.evaluate('window.drawn');
    await open.screenshot({path: picture});
    return drawn;
  });
  process.stdout.write(JSON.stringify(found));
} finally {
  rmSync(folder, {recursive: true});
}
