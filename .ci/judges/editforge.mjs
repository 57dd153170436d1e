// editforge.mjs DIR FORGE TOKEN: two people of a secretariat in two browsers, from signing in
// to the comment of the checks on what they have sent.
import { spawn, execFileSync } from 'node:child_process';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { follow, launch, signIn, unfold } from '../pages.mjs';

const [dir, forge, token] = process.argv.slice(2);
const home = `http://127.0.0.1:${process.env.PORT}`;
const { SAMSYN } = process.env;
const password = 'Hemligt-ord-9';
const began = Date.now();
let broken = 0;
const holds = (what, is, said = '') => {
  console.log(`${is ? 'held   ' : 'BROKEN '} ${String(Math.round((Date.now() - began) / 1000)).padStart(3)} s  ${what}`);
  if (!is) { broken++; console.log(String(said).slice(0, 2500)); }
};
const git = (...args) => execFileSync('git', ['-C', join(dir, 'avtal.git'), ...args], { encoding: 'utf8' }).trim();

async function ask(method, path, body) {
  const answer = await fetch(`${forge}/api/v1/${path}`, { method, headers: { Authorization: `token ${token}`, 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
  return text ? JSON.parse(text) : null;
}

// until asks again until there is an answer: the forge and its runner take their time.
async function until(what, look, seconds = 600) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`this did not come to be in ${seconds} s: ${what}`);
}

// begin lets the forge know the people, the content and a runner, and starts the editor.
async function begin() {
  for (const [name, full] of [['anna', 'Anna Ek'], ['bo', 'Bo Å']]) {
    await ask('POST', 'admin/users', { username: name, email: `${name}@storsjo.example`, password, must_change_password: false, full_name: full });
  }
  await ask('POST', 'user/repos', { name: 'avtal', default_branch: 'main' });
  git('remote', 'set-url', 'origin', `${forge.replace('://', `://kansli:${token}@`)}/kansli/avtal.git`);
  git('push', '-q', 'origin', 'main');
  const registration = await ask('POST', 'admin/actions/runners/registration-token');
  const log = openSync(join(dir, 'runner.log'), 'w');
  const runner = spawn(join(dir, 'runner'), [forge, registration.token, join(dir, 'jobs'), 'docker'], { stdio: ['ignore', log, log] });
  writeFileSync(join(dir, 'runner.pid'), String(runner.pid));
  const client = await ask('POST', 'user/applications/oauth2', { name: 'samsyn', redirect_uris: [`${home}/logga-in/svar`], confidential_client: true });
  writeFileSync(join(dir, 'secret'), client.client_secret, { mode: 0o600 });
  writeFileSync(join(dir, 'token'), token, { mode: 0o600 });
  writeFileSync(join(dir, 'server.yaml'), `address: ${home}
sign_in: {issuer: "${forge}", client_id: "${client.client_id}", client_secret_file: secret}
log: acts.log
people:
  - {id: anna@storsjo.example, role: editor}
  - {id: bo@storsjo.example, role: editor}
`);
  const editor = spawn(SAMSYN, ['-C', join(dir, 'avtal.git'), 'edit', '--addr', home.slice('http://'.length), '--server', join(dir, 'server.yaml')],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, SAMSYN_FORGE_TOKEN_FILE: join(dir, 'token') } });
  writeFileSync(join(dir, 'editor.pid'), String(editor.pid));
  await until('the editor', () => fetch(home, { redirect: 'manual' }).then(() => true, () => false), 20);
  return [runner, editor];
}

// enter signs somebody in at the forge.
async function enter(browser, name, options = {}) {
  const context = await browser.newContext({ locale: 'sv-SE', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(home);
  await signIn(page, home, name, password);
  return page;
}

const open = (page, path) => page.goto(home + path);
const press = (page, name) => follow(page, () => page.getByRole('button', { name, exact: true }).last().click());
const named = (page, path) => page.locator(`[name="${path}"]:not([type=hidden])`).first();
const main = (page) => page.locator('main').innerText();

// write begins a proposal with a cooperation area and an initiative in it.
async function write(page) {
  await open(page, '/fil/agreement/areas/arbete.md');
  const rows = page.locator('[data-rows="cooperation_areas"] > .row');
  const before = await rows.count();
  await unfold(page, 'button[value="add:cooperation_areas"]');
  await page.locator('button[value="add:cooperation_areas"]').click();
  await until('a row', async () => await rows.count() > before, 20);
  const keys = (await page.locator('input[type=hidden][name="cooperation_areas"]').inputValue()).split(' ');
  const row = `cooperation_areas[${keys.at(-1)}]`;
  await named(page, `${row}.text`).fill('Prova på yrken i vården.');
  await page.fill('#words', 'Prova på vård');
  await press(page, 'Spara i förslaget');
  const proposal = /\/forslag\/[^/?]+/.exec(page.url())?.[0];
  if (!proposal) throw new Error(`no proposal: ${page.url()} ${await page.locator('.summary').allInnerTexts()}`);

  await open(page, `${proposal}/ny/initiative?i=2026`);
  await named(page, 'title').fill('Prova på vård');
  await named(page, 'cooperation_area').selectOption({ label: await page.locator('[name="cooperation_area"] option', { hasText: 'Prova på yrken i vården' }).first().innerText() });
  await page.locator('select[name="owner"]').selectOption({ index: 1 });
  await named(page, 'status').selectOption('planned');
  if (!(await named(page, 'period.from').inputValue())) await named(page, 'period.from').fill('2026-01-01');
  if (!(await named(page, 'period.to').inputValue())) await named(page, 'period.to').fill('2026-12-31');
  await named(page, 'follow_up.method').fill('Enkät till dem som har provat.');
  await named(page, 'follow_up.responsible').selectOption({ index: 1 });
  await press(page, 'Spara i förslaget');
  holds('a cooperation area and an initiative under it are in one proposal', /Prova på yrken i vården[^]*Prova på vård/.test(await main(page)), await main(page));
  return proposal;
}

// collide lets two change the same initiative: another field each, and one field both.
async function collide(anna, bo, proposal) {
  const path = `${proposal}/fil/plans/2026/prova-pa-vard.md`;
  const now = () => git('show', `${proposal.slice(1)}:plans/2026/prova-pa-vard.md`);
  await open(anna, path);
  await open(bo, path);
  await unfold(bo, '[name="follow_up.method"]');
  await named(bo, 'follow_up.method').fill('Bo intervjuar alla.');
  await press(bo, 'Spara i förslaget');
  await named(anna, 'target_group').fill('Unga som söker jobb.');
  await press(anna, 'Spara i förslaget');
  holds('what two have changed in different fields is put together', /Bo intervjuar alla/.test(now()) && /Unga som söker jobb/.test(now()), now());
  holds('and they are told so', /båda ändringarna finns med/.test(await main(anna)), await main(anna));

  await open(anna, path);
  await open(bo, path);
  await named(bo, 'title').fill('Prova på vården hos Bo');
  await named(bo, 'target_group').fill('Alla under trettio.');
  await press(bo, 'Spara i förslaget');
  await named(anna, 'title').fill('Prova på vård med Anna');
  await unfold(anna, '[name="follow_up.method"]');
  await named(anna, 'follow_up.method').fill('Anna frågar alla.');
  await press(anna, 'Spara i förslaget');
  const asked = await main(anna);
  holds('what both have changed is told field by field, with both texts', asked.includes('Prova på vården hos Bo') && asked.includes('Prova på vård med Anna') && await anna.locator('fieldset.clash').count() === 1, asked);
  holds('and nothing is saved meanwhile', now().includes('Prova på vården hos Bo') && !now().includes('Anna frågar'), now());
  await anna.getByLabel('Den andras ändring').check();
  await press(anna, 'Spara det som är valt');
  holds('what is chosen stands, and all else of both', ['Prova på vården hos Bo', 'Alla under trettio', 'Anna frågar alla'].every((words) => now().includes(words)), now());
  const who = git('log', '--format=%an', `main..${proposal.slice(1)}`).split('\n');
  holds('each save bears who saved it', who.includes('Anna Ek') && who.includes('Bo Å'), who);
}

// sent sends the proposal, and looks at the forge for what comes of it.
async function sent(page, proposal) {
  await open(page, proposal);
  await press(page, 'Skicka förslaget för granskning');
  if ((await main(page)).includes('Förslaget skickas')) { // the machine is busy
    await until('sent', async () => { await open(page, proposal); return !(await main(page)).includes('Förslaget skickas'); });
  }
  const link = await page.getByRole('link', { name: 'Se förslaget där det granskas' }).getAttribute('href').catch(() => '');
  holds('it is sent, and the page leads to the review', link.startsWith(`${forge}/kansli/avtal/pulls/`), await main(page));
  const number = link.split('/').at(-1);
  const pull = await ask('GET', `repos/kansli/avtal/pulls/${number}`);
  holds('the pull request has the branch, the title and the changes in words', pull.head.ref === proposal.slice(1) && pull.head.sha === git('rev-parse', proposal.slice(1)) && pull.title === 'Prova på vård' && pull.body.includes('Prova på yrken') && pull.body.includes('Anna Ek'), JSON.stringify(pull).slice(0, 800));
  const state = await until('a verdict of the checks', async () => {
    const all = (await ask('GET', `repos/kansli/avtal/commits/${pull.head.sha}/statuses`)).filter((s) => s.context.startsWith('Granska / granska'));
    return all.find((s) => s.status === 'success' || s.status === 'failure')?.status;
  });
  holds('the checks that init writes run on it, and let it pass', state === 'success', readFileSync(join(dir, 'runner.log'), 'utf8').slice(-2500));
  const comments = await until('a comment', async () => { const all = await ask('GET', `repos/kansli/avtal/issues/${number}/comments`); return all.length && all; });
  holds('their comment tells what changes', comments.length === 1 && comments[0].body.includes('Prova på yrken i vården') && comments[0].body.includes('Prova på vården hos Bo'), comments[0].body);
  await ask('POST', `repos/kansli/avtal/pulls/${number}/merge`, { Do: 'merge' });
  git('fetch', '-q', '--prune', 'origin', '+refs/heads/main:refs/remotes/origin/main', '+refs/heads/forslag/*:refs/remotes/origin/forslag/*');
  await open(page, proposal);
  holds('once it is merged there, its page says that it is in force', (await main(page)).includes('ingår i det som gäller'), await main(page));
}

const started = [];
try {
  started.push(...await begin());
  const browser = await launch();
  const anna = await enter(browser, 'anna');
  const bo = await enter(browser, 'bo', { javaScriptEnabled: true });
  const proposal = await write(anna);
  await collide(anna, bo, proposal);
  await sent(anna, proposal);
  await browser.close();
} catch (error) {
  holds('it can be played to its end', false, error.stack);
}
for (const one of started) one.kill();
process.exit(broken ? 1 : 0);
