// browser.mjs [DIR] [--kinds] [--thorough]: what a real browser sees on every page, or on one
// of each kind (--kinds), served with the shipped headers: requests, policy violations, cookies
// and storage, sideways scrolling, weight. On the fullest page of every fifth kind, or of every
// one (--thorough): whether all can be read without script, the keyboard, and 200 % text.
import { serve } from '../serve.mjs';
import { launch, oneOfEachKind, pages, siteDir, verdict } from '../pages.mjs';

const kB = 1000;
const limits = { stylesheet: 20 * kB, script: 10 * kB };
const most = 300; // presses of the Tab key on a page: of a thousand entries alike the first tell the rest

const dir = siteDir();
const site = await serve(dir);
const browser = await launch();
const fullest = oneOfEachKind(dir);
const kinds = process.argv.includes('--thorough') ? fullest : fullest.filter((_, n) => n % 5 === 0);
const all = process.argv.includes('--kinds') ? fullest : pages(dir);
const wrong = [];
const tell = (path, what) => wrong.push(`${path}: ${what}`);
if (!site.hasHeaders) tell('_headers', 'the build ships no headers');

// watch gives a page in a context of its own whose every request and mishap is told.
async function watch(options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const seen = { path: '', weight: {}, coming: [] };
  context.on('request', (request) => {
    if (!request.url().startsWith(site.home + '/')) tell(seen.path, `asks for ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    // A page that is left takes its unfinished requests along.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') tell(seen.path, `does not get ${request.url()}: ${reason}`);
  });
  // What a response brings may be told when the next page is on its way: it counts for the
  // page that asked, and everyPage waits for it.
  const received = async (response, { path, weight }) => {
    const kind = response.request().resourceType();
    if (response.status() >= 400 && !response.url().endsWith(path)) tell(path, `${response.status()} for ${response.url()}`);
    if ((await response.allHeaders().catch(() => ({})))['set-cookie']) tell(path, 'sets a cookie');
    if (!(kind in limits)) return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    weight[kind] = (weight[kind] ?? 0) + body.length;
  };
  context.on('response', (response) => seen.coming.push(received(response, { ...seen })));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) tell(seen.path, `console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => { tell(seen.path, `opens a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => tell(seen.path, `script: ${error}`));
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`));
  });
  const open = async (path) => {
    Object.assign(seen, { path, weight: {}, coming: [] });
    const response = await page.goto(site.home + path, { waitUntil: 'load' });
    return response;
  };
  return { context, page, seen, open };
}

// What a reader can see: the text of what carries text, controls left out.
const visibleText = () => [...document.querySelectorAll(
  'main :is(p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, caption, figcaption, a)')]
  .filter((element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }))
  .map((element) => element.innerText.replace(/\s+/g, ' ').trim())
  .filter(Boolean);

async function everyPage() {
  const withScript = await watch({ viewport: { width: 320, height: 800 } });
  const without = await watch({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false });
  const titles = new Map();
  for (const path of all) {
    const response = await withScript.open(path);
    const headers = await response.allHeaders();
    const policy = headers['content-security-policy'] ?? '';
    if (!policy.includes("default-src 'none'") || /unsafe|\*|data:/.test(policy)) tell(path, `a lax policy header: '${policy}'`);

    const { page, seen } = withScript;
    const facts = await page.evaluate(() => ({
      title: document.title,
      lang: document.documentElement.lang,
      headings: document.querySelectorAll('h1').length,
      meta: document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.content ?? '',
      icon: Boolean(document.querySelector('link[rel~="icon"]')),
      width: document.documentElement.scrollWidth,
      text: document.querySelector('main')?.innerText.trim(),
      violations: window.violations,
    }));
    if (facts.width > 320) tell(path, `${facts.width} px wide in a window of 320 px`);
    if (!facts.lang || facts.headings !== 1) tell(path, `language '${facts.lang}', ${facts.headings} h1`);
    if (!facts.icon) tell(path, 'names no icon');
    if (!facts.meta.includes("default-src 'none'")) tell(path, 'has no policy of its own in a <meta>');
    if (!facts.title || titles.has(facts.title)) tell(path, `has the title of ${titles.get(facts.title)}: ${facts.title}`);
    titles.set(facts.title, path);
    for (const violation of facts.violations) tell(path, `policy: ${violation}`);
    await Promise.all(seen.coming);
    for (const [kind, limit] of Object.entries(limits)) {
      if (seen.weight[kind] > limit) tell(path, `${seen.weight[kind]} bytes of ${kind}`);
    }

    if (!facts.text) tell(path, 'has no text in <main>');
    if (!kinds.includes(path)) continue;
    const read = await page.evaluate(visibleText);
    await without.open(path);
    const readable = new Set(await without.page.evaluate(visibleText));
    for (const text of read.filter((text) => !readable.has(text)).slice(0, 3)) tell(path, `not without script: ${text}`);
  }
  for (const { context, page } of [withScript, without]) {
    if ((await context.cookies()).length) tell('(all)', 'there are cookies');
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length,
      (await indexedDB.databases()).length, (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length]);
    if (kept.some(Boolean)) tell('(all)', `storage is used: ${kept}`);
    await context.close();
  }
}

// Walks a page with the Tab key: everything that can be used gets the focus, shows
// that it has it, and lies within the window then.
async function keyboard({ open, page, context }, path) {
  await open(path);
  const wanted = await page.evaluate((most) => {
    const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ checkVisibilityCSS: true }))
      .slice(0, most);
    usable.forEach((element, i) => { element.dataset.judged = i; });
    const outline = (s) => (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0 ? '' : s.outline); // one that nobody sees is none
    const look = (element) => { const s = getComputedStyle(element); return `${outline(s)}|${s.boxShadow}|${s.backgroundColor}|${s.borderColor}|${s.textDecoration}`; };
    const plain = usable.map(look);
    // Each press writes down where the one before it has led: asking the page after each
    // of them would take longer than the presses.
    window.focused = [];
    addEventListener('keydown', () => {
      const element = document.activeElement;
      if (!element?.dataset.judged) return;
      const box = element.getBoundingClientRect();
      window.focused.push({
        id: element.dataset.judged,
        name: element.outerHTML.slice(0, 100),
        marked: look(element) !== plain[element.dataset.judged],
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
      });
    }, true);
    return usable.length;
  }, most);
  const keys = await context.newCDPSession(page);
  const tab = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, nativeVirtualKeyCode: 9 };
  await Promise.all(Array.from({ length: wanted + 3 }, () => keys.send('Input.dispatchKeyEvent', tab)));
  await keys.detach();
  const reached = new Set();
  for (const at of await page.evaluate(() => window.focused)) {
    if (reached.has(at.id)) continue;
    reached.add(at.id);
    if (!at.marked) tell(path, `keyboard: the focus does not show on ${at.name}`);
    if (!at.inside) tell(path, `keyboard: the focus is out of sight on ${at.name}`);
  }
  if (reached.size < wanted) tell(path, `keyboard: reaches ${reached.size} of ${wanted}`);
}

// largeText opens the pages as for a reader whose browser is set to twice the text size.
async function largeText(paths) {
  const large = await launch('--blink-settings=defaultFontSize=32');
  const page = await large.newPage({ viewport: { width: 1280, height: 800 } });
  for (const path of paths) {
    await page.goto(site.home + path);
    const [width, size] = await page.evaluate(() => [document.documentElement.scrollWidth,
      parseFloat(getComputedStyle(document.querySelector('main p, main li, main td') ?? document.body).fontSize)]);
    if (width > 1280) tell(path, `${width} px wide in a window of 1280 px with 200 % text`);
    if (size < 24) tell(path, `its text does not grow with the reader's setting: ${size} px`);
  }
  await large.close();
}

await everyPage();
// Without motion a page has scrolled to what has the focus at once.
const walker = await watch({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
for (const path of kinds) {
  await keyboard(walker, path);
}
await walker.context.close();
await largeText(kinds);
await browser.close();
await site.close();
verdict([...new Set(wrong)], `${all.length} pages, ${kinds.length} of them by keyboard and with large text`);
