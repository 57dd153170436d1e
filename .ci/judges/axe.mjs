// axe.mjs [DIR] [--thorough]: accessibility, on one page of every kind, narrow in the light and
// wide in the dark: what there is at one of them alone is seen, and each colour of both. The kinds
// are the same everywhere: where every field is used (--thorough) each page is looked at both ways,
// and its colours in the other scheme too; elsewhere one page narrow, the next one wide.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from '../serve.mjs';
import { launch, oneOfEachKind, siteDir, verdict } from '../pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const dir = siteDir();
const site = await serve(dir);
const browser = await launch();
const chosen = oneOfEachKind(dir);
const wrong = [];
let rules = 0;

// Of what passes axe would gather every element: one for a rule is enough, and takes half the time.
const all = { runOnly: tags, resultTypes: ['violations'] };
// Only these rules look at colours: in the other scheme they alone can say something else.
const colours = { ...all, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
const narrow = ['light', 320, all], wide = ['dark', 1280, all];
const looks = process.argv[3] === '--thorough'
  ? () => [narrow, ['dark', 320, colours], wide, ['light', 1280, colours]]
  : (n) => [n % 2 ? wide : narrow];

const page = await browser.newPage();
let taken = 0;
for (const [n, path] of chosen.entries()) {
  await page.goto(site.home + path);
  await page.evaluate(axe);
  for (const [colorScheme, width, asked] of looks(n)) {
    taken++;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const result = await page.evaluate((asked) => window.axe.run(document, asked), asked);
    rules += result.passes.length;
    if (result.passes.length === 0) wrong.push(`${path} ${colorScheme} ${width}: axe looked at nothing`);
    for (const violation of result.violations) {
      const where = violation.nodes.slice(0, 3).map((node) =>
        `\n    ${node.target.join(' ')}: ${node.html.slice(0, 160)}\n      ${node.failureSummary.replaceAll('\n', ' ')}`);
      wrong.push(`${path} ${colorScheme} ${width}: ${violation.id}: ${violation.help}, ${violation.nodes.length} places${where.join('')}`);
    }
  }
}
await browser.close();
await site.close();
verdict(wrong, `${chosen.length} kinds of pages in ${taken} looks, ${rules} rules passed: ${chosen.join(' ')}`);
