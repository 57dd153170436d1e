// signin.mjs DIR FORGE TOKEN: what people with and without rights see of a county's editor.
import { spawn, execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { follow, launch, signIn } from '../pages.mjs';

const [dir, forge, token] = process.argv.slice(2);
const listens = `127.0.0.1:${process.env.PORT}`;
const home = process.env.ADDRESS ?? `http://${listens}`; // as browsers reach it: through a proxy, where there is one
const samsyn = process.env.SAMSYN;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const password = 'Hemligt-ord-9';
let broken = 0;
const holds = (what, is, said = '') => {
  console.log(`${is ? 'held   ' : 'BROKEN '} ${what}`);
  if (!is) { broken++; console.log(String(said).slice(0, 1500)); }
};

async function ask(method, path, body, key = `token ${token}`) {
  const answer = await fetch(`${forge}/api/v1/${path}`, { method, headers: { Authorization: key, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
  return text ? JSON.parse(text) : null;
}

const there = (await ask('GET', 'admin/users?limit=50')).map((user) => user.login); // from another run
for (const name of ['redaktor', 'parten', 'okand'].filter((name) => !there.includes(name))) {
  await ask('POST', 'admin/users', { username: name, email: `${name}@storsjo.example`, password, must_change_password: false, full_name: `Namn ${name}` });
}
const client = await ask('POST', 'user/applications/oauth2', { name: 'samsyn', redirect_uris: [`${home}/logga-in/svar`], confidential_client: true });
writeFileSync(join(dir, 'secret'), client.client_secret, { mode: 0o600 });
const settings = (people, revoked = '') => `address: ${home}
sign_in: {issuer: "${forge}", client_id: "${client.client_id}", client_secret_file: secret}
links: {key_file: key, revoked: [${revoked}]}
log: acts.log
people:
${people}`;
const editor = '  - {id: Redaktor@storsjo.example, role: editor}\n';
const party = '  - {id: parten@storsjo.example, role: party, actors: [fjallsta]}\n';
writeFileSync(join(dir, 'server.yaml'), settings(editor + party));

const server = spawn(samsyn, ['-C', join(dir, 'avtal.git'), 'edit', '--addr', listens, '--server', join(dir, 'server.yaml')], { stdio: ['ignore', 'inherit', 'inherit'] });
writeFileSync(join(dir, 'editor.pid'), String(server.pid));
for (let n = 0; n < 1800; n++) {
  if (await fetch(`http://${listens}`, { redirect: 'manual' }).then(() => true, () => false)) break;
  await new Promise((done) => setTimeout(done, 100));
}

const browser = await launch();
// enter signs somebody in at the forge, and gives the page on which they land.
async function enter(name, path = '/') {
  const context = await browser.newContext({ locale: 'sv-SE', ignoreHTTPSErrors: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  await page.goto(home + path);
  await signIn(page, home, name, password);
  return { context, page };
}
// accessible holds pages to axe's rules and to a telephone's width, at two of them.
async function accessible(...addresses) {
  for (const width of [320, 390]) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'sv-SE', ignoreHTTPSErrors: true });
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      const small = await page.evaluate(() => [...document.querySelectorAll('button, input:not([type=hidden]), a.row')].filter((e) => e.getBoundingClientRect().height < 24).map((e) => e.outerHTML.slice(0, 100)));
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }));
      const wrong = [...found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`), ...small, ...(wide > width ? [`${wide} px wide`] : [])];
      holds(`axe, at ${width} px: ${address.replace(/.*\/rapport\/[^/?]*/, '…')}`, found.passes.length > 10 && wrong.length === 0, wrong.join('\n'));
    }
    await context.close();
  }
}
const status = (page, path) => page.request.get(home + path, { maxRedirects: 0 }).then((r) => r.status());
const initiative = '/fil/plans/lok-fjallsta/oppet-hus.md';

const kim = await enter('redaktor', initiative);
holds('an editor comes to the page that they asked for', kim.page.url() === home + initiative, kim.page.url());
await kim.page.goto(home + initiative);
const cookies = (await kim.context.cookies(home)).filter((c) => (home.startsWith('https:') ? c.name === '__Host-samsyn' && c.secure : /^samsyn\d+$/.test(c.name)));
holds('the session cookie is out of reach of scripts and other sites', cookies.length === 1 && cookies[0].httpOnly && cookies[0].sameSite === 'Lax', JSON.stringify(cookies));
holds('the page names who is in', (await kim.page.textContent('body')).includes('Namn redaktor'), await kim.page.textContent('body'));
const saves = (page) => page.locator('main .buttons button[value=save]').count();
holds('an editor may save there', await saves(kim.page) === 1, await kim.page.content());

// Back leads to what was not saved, though no browser keeps a page; after signing out it does not.
for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  const context = await browser.newContext({ storageState: await kim.context.storageState(), locale: 'sv-SE', ignoreHTTPSErrors: true, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(home + initiative);
  await page.fill('[name="period.from"]', '2025-02-30');
  await follow(page, () => page.locator('main .buttons button[value=save]').last().click());
  holds(`a mistake is told, ${how}`, await page.locator('.summary').count() === 1, page.url());
  await page.goto(`${home}/innehall`);
  await page.goBack();
  holds(`Back leads to what was not saved, ${how}`, await page.inputValue('[name="period.from"]') === '2025-02-30', await page.content());
  const kept = page.url();
  await context.clearCookies();
  await page.goto(`${home}/logga-in`);
  await page.goBack();
  holds(`and to nothing for somebody who has not signed in, ${how}`, !(await page.content()).includes('2025-02-30') && kept.includes('svar='), kept);
  await context.close();
}

const bo = await enter('parten', initiative);
await bo.page.goto(home + initiative);
holds('a party may save in its own initiative', await saves(bo.page) === 1, await bo.page.content());
const branches = () => execFileSync('git', ['-C', join(dir, 'avtal.git'), 'for-each-ref', '--format=%(refname)', 'refs/heads/forslag']).toString().trim();
for (const file of ['samsyn.yaml', 'plans/2025/lediga-bostader.md', 'plans/lok-fjallsta/plan.yaml']) {
  await bo.page.goto(`${home}/fil/${file}`);
  holds(`and not in ${file}`, await saves(bo.page) === 0, await bo.page.content());
  // Whoever sends the form all the same is refused.
  const fields = Object.fromEntries(await bo.page.locator('main form').first().evaluate((form) => [...new FormData(form)].filter(([, value]) => typeof value === 'string')));
  const sent = await bo.page.request.post(`${home}/fil/${file}`, { form: { ...fields, title: 'Något annat', do: 'save', words: 'Försök' }, headers: { Origin: home } });
  holds(`also when it is sent by hand`, sent.status() === 403 && branches() === '', `${sent.status()} ${await sent.text()}`);
}

const eve = await enter('okand');
holds('who is not listed is told so', (await eve.page.textContent('body')).includes('okand@storsjo.example'), await eve.page.content());
holds('and comes no further', await status(eve.page, initiative) !== 200);

// Signing out, being taken away, and being refused are seen at the next request.
writeFileSync(join(dir, 'server.yaml'), settings(editor));
holds('who is taken away from the file is out at once', await status(bo.page, initiative) !== 200);
const before = await kim.context.cookies(home);
await kim.page.goto(home);
await follow(kim.page, () => kim.page.locator('form[action="/logga-ut"] button').click());
await kim.context.addCookies(before);
holds('after signing out the old cookie is good for nothing', await status(kim.page, initiative) !== 200);

// The party reports by a letter's link, on a telephone, without script.
execFileSync(samsyn, ['-C', join(dir, 'work'), 'remind', '--out', join(dir, 'letters'), '--within', '900', '--links', join(dir, 'server.yaml')]);
const letter = readFileSync(join(dir, 'letters', 'fjallsta.eml'), 'utf8').replace(/=\r?\n/g, '').replace(/=3D/g, '=');
const link = /https?:\/\/[\w.]+:\d+\/rapport\/[\w.-]+/.exec(letter)?.[0];
holds('the letter has a link', Boolean(link), letter);
const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, javaScriptEnabled: false, locale: 'sv-SE', ignoreHTTPSErrors: true });
const page = await phone.newPage();
const foreign = [];
page.on('request', (request) => { if (!request.url().startsWith(home)) foreign.push(request.url()); });
// Each thing that a person does is a step: a tap, or some sentences.
const taken = [];
const step = async (what, done) => { taken.push(what); return done(); };
const started = Date.now();
const answer = await step('the link', () => page.goto(link));
holds('the link opens', answer.status() === 200, await page.content());
const initiatives = await page.locator('.rows a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
await step('the initiative', () => follow(page, () => page.locator('.rows a').first().click()));
await step('how it goes', () => page.getByLabel('Enligt plan').check());
await step('some sentences', () => page.locator('#text').fill('Sextio kom, fler än väntat.'));
await step('send', () => follow(page, () => page.getByRole('button', { name: 'Skicka rapporten' }).click()));
if (await page.locator('#stammer').count()) {
  await step('yes, that is right', () => page.locator('#stammer').check());
  await step('send', () => follow(page, () => page.getByRole('button', { name: 'Skicka rapporten' }).click()));
}
// Ten seconds a step and a minute for the sentences leave a minute to read in.
holds(`a party has reported in ${taken.length} steps (${taken.join(', ')}), of which the machine took ${Date.now() - started} ms`, taken.length <= 7 && Date.now() - started < 15000, taken);
holds('the report is saved', (await page.textContent('body')).includes('Rapporten är sparad'), await page.content());
holds('and is a proposal', /^refs\/heads\/forslag\/[\d-]+rapport-fran-[\w-]+$/.test(branches()), branches());
await accessible(link, ...initiatives.slice(0, 2).flatMap((at) => [home + at, `${home + at}?andra=`]));
holds('no cookie, and nothing of others', (await phone.cookies()).length === 0 && foreign.length === 0, foreign);
holds('a link opens nothing of the editor', await status(page, initiative) !== 200);
holds('a link that was changed opens nothing', (await page.request.get(link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'))).status() === 404);
writeFileSync(join(dir, 'server.yaml'), settings(editor, link.split('.').at(-2)));
holds('a line in the file revokes it', (await page.request.get(link)).status() === 404);

const log = existsSync(join(dir, 'acts.log')) ? readFileSync(join(dir, 'acts.log'), 'utf8') : '';
const lines = log.trim().split('\n').map((l) => JSON.parse(l));
for (const want of [['sign-in', 'redaktor@storsjo.example'], ['sign-out', 'redaktor@storsjo.example'], ['write', `link ${link.split('.').at(-2)}`]]) {
  holds(`the log has ${want.join(' of ')}`, lines.some((l) => l.act === want[0] && l.who.toLowerCase() === want[1].toLowerCase()), log);
}
holds('the refused sign-in is logged as such', lines.some((l) => l.refused && l.who === 'okand@storsjo.example'), log);
holds('the log has no secrets', ![client.client_secret, readFileSync(join(dir, 'key'), 'utf8').trim(), link.split('.').at(-1), ...before.map((c) => c.value)].some((s) => log.includes(s)), log);

await browser.close();
server.kill();
process.exit(broken ? 1 : 0);
