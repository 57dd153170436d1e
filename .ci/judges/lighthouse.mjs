// lighthouse.mjs [DIR]: at least 0.95 in every category, on one page of each of some kinds.
// Speed is measured on a machine that may be busy, so a page gets three attempts.
import lighthouse from 'lighthouse';
import { launch as launchChrome } from 'chrome-launcher';
import { serve } from '../serve.mjs';
import { chromiumPath, oneOfEachKind, siteDir, verdict } from '../pages.mjs';

const wanted = 0.95, attempts = 3, most = 6;
const dir = siteDir();
const site = await serve(dir);
const chrome = await launchChrome({ chromePath: chromiumPath(), chromeFlags: ['--headless', '--no-sandbox'] });
const wrong = [];

// The first page and, of the other kinds, some that lie evenly among them.
const kinds = oneOfEachKind(dir).filter((path) => path !== '/' && path !== '/404.html');
const step = Math.max(1, Math.ceil(kinds.length / (most - 1)));
const chosen = ['/', ...kinds.filter((_, i) => i % step === 0)];

async function scores(path) {
  // A list that only narrows another one down asks search engines to pass it by.
  const passedBy = (await (await fetch(site.home + path)).text()).includes('content="noindex');
  const { lhr } = await lighthouse(site.home + path,
    { port: chrome.port, logLevel: 'error', skipAudits: passedBy ? ['is-crawlable'] : [] });
  const failing = Object.values(lhr.categories).filter((category) => !(category.score >= wanted)).map((category) => {
    const audits = category.auditRefs.map((ref) => ({ ...lhr.audits[ref.id], weight: ref.weight }))
      .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 0.9);
    return `${path}: ${category.id} ${category.score}: ${audits.map((audit) => `${audit.id} ${audit.displayValue ?? ''}`).join(', ')}`;
  });
  console.log(path, ...Object.values(lhr.categories).map((category) => `${category.id} ${category.score}`));
  return failing;
}

for (const path of chosen) {
  let failing;
  for (let attempt = 0; attempt < attempts; attempt++) {
    failing = await scores(path);
    if (failing.length === 0) break;
  }
  wrong.push(...failing);
}
await chrome.kill();
await site.close();
verdict(wrong, `${chosen.length} pages, at least ${wanted} in every category`);
