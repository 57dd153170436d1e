// lighthouse.mjs DIR… [--control]: at least 0.95 in every category, on one page of each of
// some kinds ($PAGES of them) of a site; of several sites on the longest page of each. With
// --control a spoilt page must be below that. Speed is measured on a machine that may be busy,
// so a page gets three attempts.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import defaults from 'lighthouse/core/config/default-config.js';
import { launch as launchChrome } from 'chrome-launcher';
import { serve } from '../serve.mjs';
import { chromiumPath, oneOfEachKind, pages, verdict } from '../pages.mjs';

const wanted = 0.95, attempts = 3, most = Number(process.env.PAGES ?? 6);
const dirs = process.argv.slice(2).filter((argument) => argument !== '--control');
if (dirs.length === 0) verdict(['no site: name its folder'], '');
const chrome = await launchChrome({ chromePath: chromiumPath(), chromeFlags: ['--headless', '--no-sandbox'] });
const wrong = [];

// What has no weight is no part of a score, and takes a fifth of the time.
const counted = Object.values(defaults.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id));

// someKinds gives the first page and, of the other kinds, some that lie evenly among them.
function someKinds(dir) {
  const kinds = oneOfEachKind(dir).filter((path) => path !== '/' && path !== '/404.html');
  const step = Math.max(1, Math.ceil(kinds.length / (most - 1)));
  return ['/', ...kinds.filter((_, i) => i % step === 0)];
}

function longest(dir) {
  const length = (path) => statSync(join(dir, path.endsWith('/') ? path + 'index.html' : path)).size;
  return pages(dir).reduce((one, other) => (length(other) > length(one) ? other : one));
}

const good = ({ score }) => score >= wanted;
const bad = ({ score }) => score !== null && score < wanted; // null: it could not be told

// scores gives each category's score of a page, and which audits keep it down.
async function scores(address) {
  // A list that only narrows another one down asks search engines to pass it by.
  const passedBy = (await (await fetch(address)).text()).includes('content="noindex');
  const { lhr } = await lighthouse(address,
    { port: chrome.port, logLevel: 'error', disableFullPageScreenshot: true, onlyAudits: counted.filter((id) => !(passedBy && id === 'is-crawlable')) });
  const categories = Object.values(lhr.categories).map(({ id, score, auditRefs }) => {
    const audits = auditRefs.map((ref) => ({ ...lhr.audits[ref.id], weight: ref.weight }))
      .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 0.9);
    return { id, score, why: audits.map((audit) => `${audit.id} ${audit.displayValue ?? ''}`).join(', ') };
  });
  if (categories.length !== Object.keys(defaults.categories).length) throw new Error(`${address}: not all was judged`);
  console.log(address, ...categories.map(({ id, score }) => `${id} ${score}`));
  return categories;
}

// unlike gives the categories that are not as they should be, after the last attempt.
async function unlike(address, should) {
  let others;
  for (let attempt = 0; attempt < attempts; attempt++) {
    others = (await scores(address)).filter((category) => !should(category));
    if (others.length === 0) break;
  }
  return others;
}

// spoilt is a page with something wrong of each kind: no doctype, language, title or
// description, and a script that holds everything up and then fails.
function spoilt(text) {
  const script = '<script>for (const end = Date.now() + 3000; Date.now() < end;); throw new Error();</script>';
  for (const [sound, worse] of [[/<!doctype html>/i, ''], [/ lang="[^"]*"/, ''], [/<title>[^<]*<\/title>/, ''],
    [/<meta name="description"[^>]*>/, ''], [/<meta http-equiv="Content-Security-Policy"[^>]*>/, script]]) {
    const was = text;
    text = text.replace(sound, worse);
    if (text === was) throw new Error(`the first page has no ${sound}, so it cannot be spoilt`);
  }
  return text;
}

// The judge itself is judged: on a spoilt page every category has to be too low.
async function control(dir) {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  writeFileSync(join(folder, 'index.html'), spoilt(readFileSync(join(dir, 'index.html'), 'utf8')));
  const worse = await serve(folder);
  for (const { id, score } of await unlike(worse.home + '/', bad)) wrong.push(`the judge itself does not hold: ${id} ${score} on a spoilt page`);
  await worse.close();
  rmSync(folder, { recursive: true });
}

let judged = 0;
for (const dir of dirs) {
  const site = await serve(dir);
  for (const path of dirs.length > 1 ? [longest(dir)] : someKinds(dir)) {
    judged++;
    for (const { id, score, why } of await unlike(site.home + path, good)) wrong.push(`${path}: ${id} ${score}: ${why}`);
  }
  await site.close();
}
if (process.argv.includes('--control')) await control(dirs[0]);
await chrome.kill();
verdict(wrong, `${judged} pages, at least ${wanted} in every category`);
