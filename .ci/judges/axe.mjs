// axe.mjs [DIR]: accessibility, on one page of every kind, light and dark, narrow and wide.
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

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    for (const path of chosen) {
      await page.goto(site.home + path);
      await page.evaluate(axe);
      const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), tags);
      rules += result.passes.length;
      if (result.passes.length === 0) wrong.push(`${path}: axe looked at nothing`);
      for (const violation of result.violations) {
        const where = violation.nodes.slice(0, 3).map((node) =>
          `\n    ${node.target.join(' ')}: ${node.html.slice(0, 160)}\n      ${node.failureSummary.replaceAll('\n', ' ')}`);
        wrong.push(`${path} ${colorScheme} ${width}: ${violation.id}: ${violation.help}, ${violation.nodes.length} places${where.join('')}`);
      }
    }
    await context.close();
  }
}
await browser.close();
await site.close();
verdict(wrong, `${chosen.length} kinds of pages × 4, ${rules} rules passed: ${chosen.join(' ')}`);
