// What the judges of the site share: which pages there are, and a browser.
import { readdirSync, existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// pages gives the address of every page in a folder, index.html as its folder.
export function pages(dir) {
  const found = readdirSync(dir, { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .map((name) => '/' + name.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
  if (found.length === 0) throw new Error(`no page in ${dir}`);
  return found;
}

// oneOfEachKind picks the longest address of each kind. Pages are of one kind when
// their depth and their first folder are the same, far down (plans/2025/owner/x.html)
// also their last folder; every page at the top is a kind of its own.
export function oneOfEachKind(all) {
  const kinds = new Map();
  for (const path of all) {
    const parts = path.split('/').filter(Boolean);
    const kind = parts.length < 2 ? path : `${parts.length} ${parts[0]} ${parts.length > 3 ? parts.at(-2) : ''}`;
    if ((kinds.get(kind) ?? '').length < path.length) kinds.set(kind, path);
  }
  return [...kinds.values()];
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
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', ...args] });
}

// verdict prints what is wrong and ends with the status for it.
export function verdict(wrong, summary) {
  for (const line of wrong.slice(0, 200)) console.log(line);
  console.log(wrong.length ? `${wrong.length} findings` : summary);
  process.exit(wrong.length ? 1 : 0);
}
