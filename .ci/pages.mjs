// What the judges of the site share: which pages there are, and a browser.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// The first is the same engine without the rest of a browser: it takes a third of the time.
const chromiums = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// What does not come within that many milliseconds does not come: the machine may be slow
// and have much else to do.
const patience = 180_000;

// pages gives the address of every page in a folder, index.html as its folder.
export function pages(dir) {
  const found = readdirSync(dir, { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .map((name) => '/' + name.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
  if (found.length === 0) throw new Error(`no page in ${dir}`);
  return found;
}

// oneOfEachKind picks the fullest page of each kind, in each language and of what is
// over apart: <body> names the kind.
export function oneOfEachKind(dir, all = pages(dir)) {
  const kinds = new Map();
  for (const path of all) {
    const text = readFileSync(join(dir, path.endsWith('/') ? path + 'index.html' : path), 'utf8');
    const name = (pattern) => pattern.exec(text)?.[1] ?? '';
    const kind = [name(/<body class="([^"]*)"/), name(/<html lang="([^"]*)"/), /class="notice off"/.test(text)].join(' ');
    if ((kinds.get(kind)?.length ?? 0) < text.length) kinds.set(kind, { path, length: text.length });
  }
  return [...kinds.values()].map(({ path }) => path);
}

// siteDir is the folder that a judge is to look at: its first argument, or $SITE.
export function siteDir(argument = process.argv[2]) {
  const dir = argument ?? process.env.SITE;
  if (!dir) cannotJudge('no site: name its folder, or set SITE');
  return dir;
}

// cannotJudge ends with the status that .ci/verdict.sh takes for a missing judge.
export function cannotJudge(reason) {
  console.log(reason);
  process.exit(4);
}

export function chromiumPath() {
  const path = process.env.CHROME_PATH ?? chromiums.find(existsSync);
  if (!path) cannotJudge('no Chromium is installed');
  return path;
}

export async function launch(...args) {
  const { chromium } = await import('playwright-core');
  console.log(execFileSync(chromiumPath(), ['--version'], { encoding: 'utf8' }).trim());
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', ...args], timeout: patience });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(patience);
    return context;
  };
  return browser;
}

// follow does what leads to another page, and comes back when that page is there. A click
// or a tap alone may come back while the old page is still shown.
export async function follow(page, act) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), act()]);
}

// unfold opens the sections that something is folded away in, by their lines.
export async function unfold(page, selector) {
  const closed = page.locator('details:not([open])', { has: page.locator(selector) });
  while (await closed.count()) await closed.first().locator('> summary').click();
}

// verdict prints what is wrong and ends with the status for it.
export function verdict(wrong, summary) {
  for (const line of wrong.slice(0, 200)) console.log(line);
  console.log(wrong.length ? `${wrong.length} findings` : summary);
  process.exit(wrong.length ? 1 : 0);
}

// signIn fills in the form of the real forge to which the editor at home has led, and comes
// back from there.
export async function signIn(page, home, name, password) {
  await page.fill('#user_name', name);
  await page.fill('#password', password);
  await page.press('#password', 'Enter');
  await page.waitForURL((u) => u.origin === home || u.pathname.includes('/login/oauth/authorize'));
  if (!page.url().startsWith(home)) {
    await page.click('#authorize-app');
    await page.waitForURL((u) => u.origin === home);
  }
}
