// search.mjs LIST [DIR]: types each query of a list into the site's own search, and
// sees which page comes first.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '../serve.mjs';
import { launch, siteDir, verdict } from '../pages.mjs';

const list = process.argv[2];
const dir = siteDir(process.argv[3] ?? process.env.SITE ?? '');
const queries = readFileSync(list, 'utf8').split('\n')
  .filter((line) => line.includes('\t')).map((line) => line.split('\t'))
  .filter(([query]) => !query.startsWith('#'));

const site = await serve(dir);
const browser = await launch();
const page = await browser.newPage();
const wrong = [];
page.on('pageerror', (error) => wrong.push(`${error}`));
await page.goto(site.home + '/search.html');
const box = page.getByRole('searchbox');
for (const [query, want] of queries) {
  await box.fill('');
  await box.fill(query);
  const answered = await page.waitForFunction(() => document.querySelector('#sok [role=status]').textContent)
    .catch(() => null);
  const first = await page.evaluate(() => document.querySelector('.hits a')?.pathname);
  if (!answered) wrong.push(`${query}: no answer`);
  else if (first !== new URL(`${site.home}/${want}.html`).pathname) wrong.push(`${query}: finds first ${first}, not ${want}`);
}
await page.goto('file://' + resolve(dir, 'search.html'));
if (!/webbserver/.test(await page.locator('main').innerText())) wrong.push('opened as a file, the page does not say why it cannot search');
await browser.close();
await site.close();
if (queries.length < 40) wrong.push(`only ${queries.length} queries in ${list}`);
verdict(wrong, `${queries.length} queries, each with the page that it must find first`);
