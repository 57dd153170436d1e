// killed.mjs [KILLS]: a browser's saves go to `samsyn edit` one after the other, and the
// server is killed (SIGKILL, with the git that it has called) at a random moment, twenty
// times. Whatever it had acknowledged is there, and the next server goes on. $SAMSYN is the
// binary, $ROOT the repository.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotJudge, verdict } from '../pages.mjs';

const { SAMSYN, ROOT = join(import.meta.dirname, '../..') } = process.env;
if (!SAMSYN || !existsSync(SAMSYN)) cannotJudge('no binary: set SAMSYN');
const kills = Number(process.argv[2] ?? 20);
const wrong = [];
const work = mkdtempSync(join(tmpdir(), 'samsyn-killed-'));
const content = join(work, 'content');
const git = (...args) => execFileSync('git', ['-C', content, '-c', 'user.name=Kansli', '-c', 'user.email=k@example.org', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim();
const file = 'plans/2025/kor-for-alla.md';

function begin() {
  cpSync(join(ROOT, 'examples/storsjo'), content, { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Början');
}

// serve starts the editor in a group of its own, and enters by its secret.
async function serve() {
  const server = spawn(SAMSYN, ['-C', content, 'edit', '--addr', '127.0.0.1:0', '--identity', 'Anna Ek <anna@example.org>'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  const secret = await new Promise((resolve, reject) => {
    server.stderr.on('data', (data) => { said += data; const found = /http:\/\/\S+\/in\/\S+/.exec(said); if (found) resolve(found[0]); });
    server.on('exit', () => reject(new Error(`the editor ended: ${said}`)));
  });
  const cookies = new Map();
  const home = new URL(secret).origin;
  const ask = async (path, form) => {
    const answer = await fetch(home + path, { redirect: 'manual', method: form ? 'POST' : 'GET', body: form, headers: { Cookie: [...cookies].map((c) => c.join('=')).join('; '), ...(form && { Origin: home }) } });
    for (const set of answer.headers.getSetCookie()) { const [, name, value] = /^([^=]+)=([^;]*)/.exec(set); cookies.set(name, value); }
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
  };
  await ask(new URL(secret).pathname);
  return { server, ask };
}

// filled is what a browser would send of the page's form.
function filled(page) {
  const plain = (s) => s.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#43;', '+').replaceAll('&amp;', '&');
  const form = new URLSearchParams();
  const body = page.slice(page.indexOf('<form method="post"'));
  const value = (s) => plain(/\bvalue="([^"]*)"/.exec(s)?.[1] ?? '');
  for (const [, input, textarea, text, select, options] of body.matchAll(/<input\b([^>]*)>|<textarea\b([^>]*)>([^]*?)<\/textarea>|<select\b([^>]*)>([^]*?)<\/select>/g)) {
    const attributes = input ?? textarea ?? select;
    const name = plain(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? '');
    const kind = /\btype="([^"]*)"/.exec(attributes)?.[1];
    if (!name || kind === 'file' || (['checkbox', 'radio'].includes(kind) && !/\bchecked\b/.test(attributes))) continue;
    if (input !== undefined) form.append(name, value(input));
    else if (textarea !== undefined) form.append(name, plain(text.replace(/^\n/, '')));
    else form.append(name, value(/<option[^>]*\bselected\b[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? ''));
  }
  return form;
}

const acknowledged = [];
let next = 1;
let place = '';

// save saves the next number, and tells whether it was acknowledged.
async function save(ask) {
  const page = await ask(`${place}/fil/${file}`);
  if (page.status !== 200) throw new Error(`${page.status}: ${page.text.slice(0, 500)}`);
  const form = filled(page.text);
  form.set('title', `Nummer ${next}`);
  form.set('message', `Sparat ${next}`);
  form.set('do', 'anyway');
  if (!place) form.set('words', 'Prov');
  const n = next++; // also one that nobody has acknowledged may be there
  const answer = await ask(`${place}/fil/${file}`, form);
  if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.text.slice(0, 800)}`);
  acknowledged.push(n);
  place ||= /\/forslag\/[^/?]+/.exec(answer.to)[0];
}

async function round(last) {
  const { server, ask } = await serve();
  await save(ask); // it is at work: now comes the moment
  let killed = false;
  setTimeout(() => { killed = true; process.kill(-server.pid, 'SIGKILL'); }, last ? 0 : Math.random() * 1500);
  while (!killed) {
    try {
      await save(ask);
    } catch (error) {
      if (!killed && !/fetch failed/.test(String(error))) throw error;
    }
    if (acknowledged.length > 400) break;
  }
}

// there holds every acknowledged save against what is in git.
function there() {
  const branch = place.slice(1);
  const commits = new Map(git('log', '--format=%H %s', `main..${branch}`).split('\n').map((line) => [line.slice(41), line.slice(0, 40)]));
  for (const n of acknowledged) {
    const commit = commits.get(`Sparat ${n}`);
    if (!commit) wrong.push(`save ${n} was acknowledged, and is in no commit`);
    else if (!git('show', `${commit}:${file}`).includes(`title: Nummer ${n}\n`)) wrong.push(`save ${n} is another text`);
  }
  const title = Number(/title: Nummer (\d+)/.exec(git('show', `${branch}:${file}`))?.[1]);
  if (!(title >= acknowledged.at(-1))) wrong.push(`the proposal ends with ${title}, and ${acknowledged.at(-1)} was acknowledged`);
  git('fsck', '--full', '--strict');
  if (git('status', '--porcelain')) wrong.push('the working folder was written to');
}

const began = Date.now();
try {
  begin();
  for (let n = 0; n < kills; n++) await round();
  const { server, ask } = await serve();
  await save(ask);
  process.kill(-server.pid, 'SIGTERM');
  there();
  if (acknowledged.length <= kills) wrong.push(`only ${acknowledged.length} saves were acknowledged`);
} catch (error) {
  wrong.push(error.stack);
}
rmSync(work, { recursive: true, force: true });
verdict(wrong, `${acknowledged.length} saves were acknowledged by a server that was killed ${kills} times in ${Math.round((Date.now() - began) / 1000)} s; all are there`);
