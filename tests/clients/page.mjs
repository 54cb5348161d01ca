// Uses a page of `conflictkg plot` in Chromium as a reader would, and prints what it shows as JSON.
// Usage: node page.mjs FILE.html PICTURE.png WORDS-TO-FIND
import {visited} from './chromium.mjs';

const [, , file, picture, words] = process.argv;

function state() { // runs in the page
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isShown = (each) => getComputedStyle(each).display !== 'none';
  const frames = all('.name').filter(isShown).map((each) => {
    const {left, top, right, bottom} = each.getBoundingClientRect();
    return {of: each.dataset.of, left, top, right, bottom};
  });
  const letters = all('.name text').filter((each) => isShown(each.parentElement)).map(
    (each) => Number(each.getAttribute('font-size')) * each.getScreenCTM().a);
  const covered = frames.flatMap((one, at) => frames.slice(at + 1).filter((other) =>
    one.left < other.right - 2 && other.left < one.right - 2
    && one.top < other.bottom - 2 && other.top < one.bottom - 2).map((other) => [one.of, other.of]));
  const told = document.getElementById('told');
  return {
    nodes: all('.node').filter(isShown).length,
    edges: all('.edge').filter(isShown).length,
    names: frames.length,
    least: Math.min(...letters),
    covered,
    kept: all('.node.kept').length,
    chosen: document.querySelector('main svg').classList.contains('chosen'),
    count: document.getElementById('count').textContent,
    told: told.hidden ? [] : all('#told p').map((each) => each.textContent),
    links: all('#told a').map((each) => [each.href, each.target, each.rel]),
    wide: document.querySelector('main svg').viewBox.baseVal.width,
  };
}

const found = await visited(file, async (page) => {
  const settled = async () => {
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(
      () => requestAnimationFrame(done)); }));
    return page.evaluate(state);
  };
  const steps = {start: await settled()};
  await page.screenshot({path: picture});
  await page.click('#closer');
  steps.closer = await settled();
  await page.click('#all');
  steps.all = await settled();
  await page.fill('#find', words);
  steps.found = await settled();
  await page.press('#find', 'Enter');
  steps.entered = await settled();
  await page.press('#find', 'Escape');
  await page.click('#all');
  const node = page.locator('.node').first();
  if (await node.count()) await node.dispatchEvent('click');
  steps.clicked = await settled();
  await page.keyboard.press('Escape');
  steps.left = await settled();
  const entry = page.locator('.entry').first();
  if (await entry.count()) {
    await entry.dispatchEvent('click');
    steps.hidden = await settled();
    await entry.dispatchEvent('click');
    steps.back = await settled();
  }
  return {steps};
});
process.stdout.write(JSON.stringify(found));
