// screenshot.mjs SITE DIR [PAGE…]      pictures of pages, named after page, width, scheme
// screenshot.mjs SITE --cover FILE     the first screen of the first page, for the README
import { join } from 'node:path';
import { serve } from './serve.mjs';
import { launch, oneOfEachKind } from './pages.mjs';

const [dir, target, ...named] = process.argv.slice(2);
const site = await serve(dir);
const browser = await launch();

async function shoot(path, file, { width, height = 900, colorScheme = 'light', fullPage = true }) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height } });
  const page = await context.newPage();
  const response = await page.goto(site.home + path);
  if (response.status() !== 200) throw new Error(`${path}: ${response.status()}`);
  await page.screenshot({ path: file, fullPage });
  await context.close();
  console.log(file);
}

if (target === '--cover') {
  await shoot('/', named[0], { width: 1100, height: 720, fullPage: false });
} else {
  const chosen = named.length ? named : oneOfEachKind(dir);
  for (const path of chosen) {
    const name = path.replace(/^\/|\/$|\.html$/g, '').replaceAll('/', '-') || 'start';
    for (const width of [320, 768, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        await shoot(path, join(target, `${name}-${width}-${colorScheme}.png`), { width, colorScheme });
      }
    }
  }
}
await browser.close();
await site.close();
