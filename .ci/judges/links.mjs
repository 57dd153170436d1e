// links.mjs [DIR]: no broken link or fragment, no page that nothing leads to, and
// every address of our own that stands in full (sitemap, feeds, social cards) is there.
// Links to other sites are not followed: their failing would not be ours.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { homeOf, serve } from '../serve.mjs';
import { pages, siteDir, verdict } from '../pages.mjs';

const dir = siteDir();
const site = await serve(dir);
const linkinator = fileURLToPath(new URL('../node_modules/.bin/linkinator', import.meta.url));
const said = await promisify(execFile)(linkinator, [site.home + '/', '--recurse', '--check-css', '--check-fragments',
  '--format', 'json', '--skip', `^(?!${site.home}/)`], { maxBuffer: 1 << 30 }).catch((error) => error);
await site.close();

const links = JSON.parse(said.stdout).links;
const wrong = links.filter((link) => link.state === 'BROKEN')
  .map((link) => `${link.url} (${link.status}) on ${link.parent}`);

const visited = new Set(links.filter((link) => link.state === 'OK' && link.url.startsWith(site.home + '/'))
  .map((link) => decodeURI(new URL(link.url.slice(site.home.length), site.home).pathname).replace(/index\.html$/, '')));
// Nothing links to the page for what is not found.
const all = pages(dir).filter((path) => path !== '/404.html');
wrong.push(...all.filter((path) => !visited.has(path)).map((path) => `${path}: nothing leads there`));

const base = await homeOf(dir);
const inFull = new Set();
if (!base.startsWith('https://')) wrong.push('/: names no canonical address');
else {
  const address = new RegExp(base.replace(/[.+?^${}()|[\]\\]/g, '\\$&') + `(/[^\\s"'<>\\\\)#?]*)`, 'g');
  for (const name of readdirSync(dir, { recursive: true })) {
    if (!/\.(html|xml|atom|rdf|json|jsonld|ics|txt)$|dcat$/.test(name) || !statSync(join(dir, name)).isFile()) continue;
    // Calendars fold their lines (RFC 5545 3.1).
    const text = readFileSync(join(dir, name), 'utf8').replace(/\r\n /g, '');
    for (const [, path] of text.matchAll(address)) {
      inFull.add(path);
      const file = join(dir, decodeURI(path));
      if (!existsSync(path.endsWith('/') ? join(file, 'index.html') : file)) wrong.push(`${name}: ${base}${path} is not there`);
    }
  }
}
verdict([...new Set(wrong)], `${links.length} links, ${all.length} pages, ${inFull.size} addresses in full`);
