// axe.mjs [DIR] [--thorough]: accessibility, on one page of every kind: narrow and wide. Colours
// are looked at in the light when narrow and in the dark when wide, or always.
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

// Only these rules look at colours, and take longer than all others: in the dark they alone
// can say something else.
const ofColours = ['color-contrast', 'link-in-text-block'];
const onlyColours = { runOnly: { type: 'rule', values: ofColours } };
const butColours = { runOnly: tags, rules: Object.fromEntries(ofColours.map((id) => [id, { enabled: false }])) };
const looks = process.argv[3] === '--thorough'
  ? [['light', 320, { runOnly: tags }], ['light', 1280, { runOnly: tags }], ['dark', 1280, onlyColours], ['dark', 320, onlyColours]]
  : [['light', 320, { runOnly: tags }], ['light', 1280, butColours], ['dark', 1280, onlyColours]];

const page = await browser.newPage();
for (const path of chosen) {
  await page.goto(site.home + path);
  await page.evaluate(axe);
  for (const [colorScheme, width, asked] of looks) {
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
verdict(wrong, `${chosen.length} kinds of pages × ${looks.length}, ${rules} rules passed: ${chosen.join(' ')}`);
