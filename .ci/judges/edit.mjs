// edit.mjs: a real browser plays the secretariat in `samsyn edit`, script off and on: a plan
// from last year's, a cooperation area and an initiative under it in one proposal, what the
// validator says mended at its field, the proposal sent; two people who change the same; a
// table read in, a picture put in, a translation begun, a proposal dropped and taken back.
// Then every kind of form: axe, the Nu checker, the policy and sideways scrolling, narrow in the
// light or wide in the dark. $SAMSYN is the binary, $ROOT the repository.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cannotJudge, follow, launch, unfold, verdict } from '../pages.mjs';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }; // the rules that look at them
const { SAMSYN, ROOT = join(import.meta.dirname, '../..') } = process.env;
if (!SAMSYN || !existsSync(SAMSYN)) cannotJudge('no binary: set SAMSYN');

const wrong = [];
const tell = (what) => wrong.push(what);
const work = mkdtempSync(join(tmpdir(), 'samsyn-edit-'));
const server = { process: null, home: '', secret: '' };
const content = join(work, 'content');
const git = (...args) => execFileSync('git', ['-C', content, '-c', 'user.name=Kansli', '-c', 'user.email=k@example.org', ...args], { encoding: 'utf8' }).trim();

async function start() {
  cpSync(join(ROOT, 'examples/storsjo'), content, { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Början');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', join(work, 'remote.git')]);
  git('remote', 'add', 'origin', join(work, 'remote.git'));
  git('push', '-q', 'origin', 'main');
  server.process = spawn(SAMSYN, ['-C', content, 'edit', '--addr', '127.0.0.1:0', '--identity', 'Anna Ek <anna@example.org>'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.secret = await new Promise((resolve, reject) => {
    server.process.stderr.on('data', (data) => {
      said += data;
      const found = /http:\/\/\S+\/in\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.process.on('exit', () => reject(new Error(`the editor ended: ${said}`)));
  });
  server.home = new URL(server.secret).origin;
  server.said = () => said;
}

// copying tells that looks are put on the clipboard, which the page's own policy lets nobody see.
let copying = false;

// visitor is a browser of one person, whose every violation and mishap is told.
async function visitor(browser, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const where = () => `${page.url().replace(server.home, '')} (${options.javaScriptEnabled === false ? 'without' : 'with'} script)`;
  page.on('console', (m) => { if (!copying && ['error', 'warning'].includes(m.type()) && !/status of (404|409|422|502)|ERR_(INTERNET_DISCONNECTED|FAILED)/.test(m.text())) tell(`${where()}: console: ${m.text()}`); });
  page.on('pageerror', (error) => tell(`${where()}: script: ${error}`));
  page.on('dialog', (dialog) => dialog.accept());
  page.on('request', (request) => { if (!request.url().startsWith(server.home + '/')) tell(`${where()}: asks for ${request.url()}`); });
  await page.goto(server.secret);
  return page;
}

const open = async (page, path) => {
  const answer = await page.goto(server.home + path);
  if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`);
  const policy = answer.headers()['content-security-policy'] ?? '';
  if (!policy.includes("default-src 'none'") || /unsafe|\*|data:/.test(policy)) tell(`${path}: a lax policy: ${policy}`);
};
const press = (page, name) => follow(page, () => page.getByRole('button', { name, exact: true }).last().click());
const named = (page, path) => page.locator(`[name="${path}"]:not([type=hidden])`).first();
const expect = async (page, words, what) => { if (!(await page.locator('main').innerText()).includes(words)) tell(`${what}: the page does not say “${words}”`); };

// addRow adds an entry to a list and gives its path: the last one there is then.
async function addRow(page, list) {
  const button = page.locator(`button[value="add:${list}"]`);
  const rows = () => page.locator(`[data-rows="${list}"] > .row`).count();
  const before = await rows();
  await unfold(page, `button[value="add:${list}"]`);
  await button.click();
  for (let tries = 0; await rows() <= before; tries++) {
    if (tries === 900) return tell(`no row was added to ${list}`);
    await page.waitForTimeout(200);
  }
  const keys = (await page.locator(`input[type=hidden][name="${list}"]`).inputValue()).split(' ');
  return `${list}[${keys.at(-1)}]`;
}

// secretariat plays the year's work.
async function secretariat(page, script) {
  const words = `Nytt år ${script ? 'med' : 'utan'} skript`;
  await open(page, '/ny/plan');
  await page.fill('#words', words);
  if (script) await page.fill('#year', '2028');
  else await page.fill('#year', '2027');
  await press(page, 'Skapa i förslaget');
  const proposal = /\/forslag\/[^/?]+/.exec(page.url())?.[0];
  if (!proposal) return tell(`no proposal was begun: ${page.url()}`);
  const year = script ? '2028' : '2027';

  // A cooperation area, in the form of its area.
  await open(page, `${proposal}/fil/agreement/areas/arbete.md`);
  const row = await addRow(page, 'cooperation_areas');
  await named(page, `${row}.text`).fill(`Prova på yrken ${year}.`);
  await press(page, 'Spara i förslaget');
  if (await page.locator('.summary').count()) await press(page, 'Spara ändå, med felen kvar');
  await expect(page, `Prova på yrken ${year}`, 'the cooperation area');

  // An initiative under it, chosen by its words; first with a mistake.
  await open(page, `${proposal}/ny/initiative?i=${year}`);
  await named(page, 'title').fill('');
  await press(page, 'Spara i förslaget');
  if (await page.locator('.summary a[href="#f-title"]').count() !== 1) tell('the summary does not lead to the title');
  if (await page.locator('#f-title').getAttribute('aria-invalid') !== 'true') tell('the title is not marked');
  if (script && !(await page.evaluate(() => document.activeElement?.id === 'fel'))) tell('the focus is not on the summary');
  await named(page, 'title').fill(`Prova på vård ${year}`);
  await named(page, 'cooperation_area').selectOption({ label: await page.locator('[name="cooperation_area"] option', { hasText: `Prova på yrken ${year}` }).first().innerText() });
  await page.locator('select[name="owner"]').selectOption({ index: 1 });
  await named(page, 'status').selectOption('planned');
  if (!(await named(page, 'period.from').inputValue())) await named(page, 'period.from').fill(`${year}-01-01`);
  if (!(await named(page, 'period.to').inputValue())) await named(page, 'period.to').fill(`${year}-12-31`);
  await named(page, 'follow_up.method').fill('Enkät till dem som har provat.');
  await named(page, 'follow_up.responsible').selectOption({ index: 1 });
  await press(page, 'Spara i förslaget');
  if (await page.locator('.summary').count()) tell(`the initiative is not saved: ${await page.locator('.summary').innerText()}`);
  await expect(page, `Prova på vård ${year}`, 'the initiative');
  await expect(page, `Prova på yrken ${year}`, 'both in one proposal');

  const before = git('rev-parse', proposal.slice(1));
  await press(page, 'Skicka förslaget för granskning');
  while ((await page.locator('main').innerText()).includes('Förslaget skickas')) { // the machine is busy
    await page.waitForTimeout(1000);
    await open(page, proposal);
  }
  await expect(page, 'Förslaget är', 'the sending');
  const there = execFileSync('git', ['-C', join(work, 'remote.git'), 'rev-parse', proposal.slice(1)], { encoding: 'utf8' }).trim();
  if (there !== before) tell(`the remote has ${there}, not ${before}`);
  return proposal;
}

// writes makes mistakes while script looks on, sends them while the network is gone, and goes
// back to what was not saved.
async function writes(page) {
  await open(page, '/fil/plans/2025/kor-for-alla.md');
  const period = named(page, 'period.from');
  const problem = page.locator('[data-of="f-period.from"] > .problems');
  await period.fill('2025-02-30');
  await problem.waitFor().catch(() => tell('a day that does not exist is not told while one writes'));
  if (await period.getAttribute('aria-describedby') !== 'f-period.from-help f-period.from-problem') tell(`the mistake is not read out at its field: ${await period.getAttribute('aria-describedby')}`);
  const organisation = named(page, 'owner.name');
  await organisation.fill('Röda tråden');
  await page.locator('[data-of="f-owner"] > .problems').first().waitFor().catch(() => tell('two that answer are not told while one writes'));
  await period.fill('2025-02-03');
  await problem.waitFor({ state: 'detached' }).catch(() => tell('what is mended is told still'));
  const gone = (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' });
  for (const [what, begin, end] of [
    ['the network is gone', () => page.context().setOffline(true), () => page.context().setOffline(false)],
    ['a proxy answers for the server', () => page.route('**', gone), () => page.unroute('**', gone)],
    ['a proxy sends away to sign in', () => page.route('**', (route) => route.fulfill({ status: 302, headers: { location: '/innehall' } })), () => page.unrouteAll()],
  ]) {
    await page.evaluate(() => document.getElementById('unsent')?.remove());
    await begin();
    for (const button of [page.getByRole('button', { name: 'Spara i förslaget', exact: true }).last(), page.locator('button[value^="add:"]').first()]) {
      await unfold(page, 'button[value^="add:"]');
      await button.click();
      await page.locator('#unsent').waitFor().catch(() => tell(`nothing is said where ${what}`));
      if (await organisation.inputValue().catch(() => '') !== 'Röda tråden') return tell(`what was written is lost where ${what}`);
      await page.evaluate(() => document.getElementById('unsent')?.remove());
    }
    await end();
  }
  await press(page, 'Spara i förslaget');
  if (!(await page.locator('.summary').count())) tell('two that answer were saved');
  await page.goto(`${server.home}/innehall`);
  await page.goBack().catch((error) => tell(`one cannot go back to what was not saved: ${error.message.split('\n')[0]}`));
  if (await organisation.inputValue().catch(() => '') !== 'Röda tråden') tell('what was not saved is lost on the way back');
}

// word is what Word puts on the clipboard, shortened.
const word = `<html><head><style>p {margin: 0}</style></head><body><!--StartFragment-->
<p class=MsoNormal>Vi ska <b>öppna </b>fler platser.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a><o:p></o:p></p>
<h1>Så gör vi</h1>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Praktik</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>på gårdar</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Språk <a href="https://x.example/a_b">hos
oss</a></p>
<p class=MsoNormal>&nbsp;</p>
<ol><li>Först</li><li><p>Sedan</p></li></ol>
<table><tr><td><p>År</p></td><td><p>Antal | sökt</p></td></tr><tr><td>2025</td><td>7 * 2</td></tr></table>
<!--EndFragment--><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Enligt &lt;lag&gt;.</p></div></div></body></html>`;

// pasted pastes into a text what is copied elsewhere, which becomes what it was in Markdown.
async function pasted(page) {
  await open(page, '/fil/plans/2025/kor-for-alla.md');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const area = named(page, '_text');
  for (const [what, html, text, want] of [
    ['a table', '<table><tr><td>Ort</td><td>Antal</td></tr><tr><td>Fjällsta</td><td>12</td></tr></table>', 'Ort\tAntal\r\nFjällsta\t12\r\n', '| Ort | Antal |\n| --- | --- |\n| Fjällsta | 12 |'],
    ['a list', '<p>•&nbsp;Första</p><p>•&nbsp;Andra</p>', '•\tFörsta\r\n•\tAndra', '- Första\n- Andra'],
    ['a document of Word', word, 'som det stod', 'Vi ska **öppna** fler platser.[^1]\n\n## Så gör vi\n\n- Praktik\n    - på gårdar\n- Språk [hos oss](<https://x.example/a_b>)\n\n1. Först\n1. Sedan\n\n| År | Antal \\| sökt |\n| --- | --- |\n| 2025 | 7 \\* 2 |\n\n[^1]: Enligt \\<lag>.'],
    ['paragraphs in a table and a list', '<table><tr><td><p>Ekby</p><p>Byvik</p></td><td>1</td></tr><tr><td>Sjöby</td><td>2</td></tr></table><ul><li>a<p>b</p><p>c</p></li></ul>', 'x', '| Ekby Byvik | 1 |\n| --- | --- |\n| Sjöby | 2 |\n\n- a b c'],
    ['a text around a list', '<div>Läs <b>detta</b> och <a href="https://x.example/">länken</a> [1]:<ul><li><div>ett</div><div><ul><li>två</li></ul></div></li></ul>slut <i>nu</i></div>', 'x', 'Läs **detta** och [länken](<https://x.example/>) \\[1\\]:\n\n- ett\n    - två\n\nslut *nu*'],
    ['what has nothing but words', '<div><span>**så** här</span></div>', '**så** här', '**så** här'],
  ]) {
    await area.fill('');
    copying = true;
    await page.evaluate(([html, text]) => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) })]), [html, text]);
    copying = false;
    await area.press('ControlOrMeta+v');
    const got = (await area.inputValue()).trim();
    if (got !== want) tell(`${what} that is pasted becomes ${JSON.stringify(got)}`);
  }
  // As the clipboard of another program may hold it: Chromium's own would tidy it. What takes
  // the square of its length to read hangs the page here.
  for (const hostile of ['<!--' + '<'.repeat(1e6), '<!--' + '<style'.repeat(170_000), '<p>' + '<br>'.repeat(250_000) + 'c']) {
    await area.fill('');
    await area.evaluate((area, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    }, `<style>p {margin: 0}</style><p>a</p><p>b</p>${hostile}`);
    const got = (await area.inputValue()).trim();
    if (got !== (hostile.endsWith('c') ? 'a\n\nb\n\nc' : 'a\n\nb')) tell(`${hostile.slice(0, 20)}… that is pasted becomes ${JSON.stringify(got.slice(0, 200))}`);
  }
}

// collide lets two change the same field.
async function collide(anna, bo, proposal) {
  const path = `${proposal}/fil/plans/2025/kor-for-alla.md`;
  await open(anna, path);
  await open(bo, path);
  await named(bo, 'title').fill('Kör för hela länet');
  await press(bo, 'Spara i förslaget');
  await named(anna, 'title').fill('Kör för alla åldrar');
  await named(anna, 'target_group').fill('Alla som vill sjunga.');
  await press(anna, 'Spara i förslaget');
  await expect(anna, 'Kör för hela länet', 'the collision');
  await expect(anna, 'Kör för alla åldrar', 'the collision');
  await press(anna, 'Spara det som är valt');
  const text = git('show', `${proposal.slice(1)}:plans/2025/kor-for-alla.md`);
  if (!text.includes('title: Kör för alla åldrar') || !text.includes('Alla som vill sjunga.')) tell('what was chosen is not there');
}

// oneOfMany changes the e-mail address of one party in a page of its own, found by a search:
// its fields alone are there, and nothing else in the file differs by a byte.
async function oneOfMany(page, proposal) {
  const file = 'agreement/parties.yaml';
  await open(page, `${proposal}/fil/${file}`);
  if (await page.locator('main [name^="parties[2]."]').count()) tell('the form of all parties shows the fields of each');
  await open(page, `${proposal}/innehall?q=integration%40fjallsta`);
  await follow(page, () => page.getByRole('link', { name: 'Fjällsta kommun', exact: true }).click());
  if (!page.url().endsWith(`/fil/${file}?del=fjallsta`)) tell(`one party is at ${page.url()}`);
  const names = await page.locator('main [name^="parties["]').evaluateAll((all) => all.map((e) => e.name));
  if (!names.length || names.some((name) => !name.startsWith('parties[2].'))) tell(`the page of one party has the fields ${names}`);
  const was = git('show', `${proposal.slice(1)}:${file}`);
  await unfold(page, '[name="parties[2].contact.email"]');
  await named(page, 'parties[2].contact.email').fill('ny@fjallsta.example');
  await press(page, 'Spara i förslaget');
  await expect(page, 'Bara den del som du hade öppen är ändrad; resten är orörd.', 'one of many');
  if (git('show', `${proposal.slice(1)}:${file}`) !== was.replace('integration@fjallsta.example', 'ny@fjallsta.example')) tell('more than the address of one party was changed');
}

// 2 × 2 pixels of grey.
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=', 'base64');

// brought takes the content to a meeting and home: a workbook untouched, a table with
// another title. It gives the page that shows what comes of it.
async function brought(page, script) {
  await open(page, '/las-in');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Handlingsplan 2025 (Excel)' }).click()]);
  const book = join(work, download.suggestedFilename());
  await download.saveAs(book);
  await page.setInputFiles('#fil', book);
  await press(page, 'Visa vad som ändras');
  await expect(page, 'Ingenting ändras.', 'an untouched workbook');

  const title = `Kör ${script ? 'med' : 'utan'} skript`;
  const list = join(work, `${script}.csv`);
  execFileSync(SAMSYN, ['-C', content, 'export', '--format', 'csv', '--plan', '2025', '--out', list], { stdio: 'ignore' });
  const table = readFileSync(list, 'utf8');
  await page.setInputFiles('#fil', { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(table.replace(';Kör för alla;', `;${title};`)) });
  await press(page, 'Visa vad som ändras');
  await expect(page, title, 'a changed table');
  await expect(page, 'Så är kolumnerna lästa', 'a changed table');
  const shown = await page.content();
  await press(page, 'Spara i förslaget');
  if (await page.locator('.summary a[href="#words"]').count() !== 1) tell('the file is saved in a proposal without words');
  await page.fill('#words', title);
  await press(page, 'Spara i förslaget');
  await expect(page, 'Inläst från lista.csv', 'the proposal');
  await expect(page, title, 'the proposal');
  return shown;
}

// beside puts a picture into a text, and begins a translation of it.
async function beside(page, proposal) {
  const file = `${proposal}/fil/plans/2024/kontakt-i-skorden.md`;
  await open(page, file);
  await page.locator('summary', { hasText: 'Lägg in en bild eller bilaga' }).click();
  await page.setInputFiles('[type=file][name="_file:_text"]', { name: 'Vår bild.JPG', mimeType: 'image/jpeg', buffer: picture });
  await page.fill('[name="_alt"]', 'Grönsaker i en låda');
  await press(page, 'Lägg in sist i texten');
  await expect(page, 'var-bild.png (2 × 2) följer med när du sparar.', 'the picture');
  await press(page, 'Spara i förslaget');
  if (await page.locator('.summary').count()) tell(`the picture is not saved: ${await page.locator('.summary').innerText()}`);
  if (!git('ls-tree', '-r', '--name-only', proposal.slice(1)).includes('plans/2024/var-bild.png')) tell('the picture is not in the proposal');
  const answer = await page.request.get(`${server.home}${proposal}/bilaga/plans/2024/var-bild.png`);
  if (answer.headers()['content-type'] !== 'image/png' || !(await answer.body()).equals(picture)) tell(`the picture is shown as ${answer.status()} ${answer.headers()['content-type']}`);

  await open(page, `${proposal}/innehall?saknar=en&q=kontakt`);
  await follow(page, () => page.getByRole('link', { name: /^engelska ?: Kontakt i skörden$/ }).click());
  await expect(page, 'Kontakt i skörden', 'the original beside the translation');
  await named(page, 'title').fill('Meeting at harvest');
  await press(page, 'Spara i förslaget');
  if (!git('show', `${proposal.slice(1)}:plans/2024/kontakt-i-skorden.en.md`).includes('title: Meeting at harvest')) tell('the translation is not in the proposal');
}

// dropped takes a proposal away and back.
async function dropped(page) {
  await open(page, '/forslag');
  await follow(page, () => page.locator('main a').first().click());
  const at = page.url();
  await press(page, 'Ta bort förslaget');
  await press(page, 'Ja, ta bort förslaget');
  await follow(page, () => page.locator('main form button', { hasText: 'Ta tillbaka' }).first().click());
  if (!page.url().startsWith(at.split('?')[0])) tell(`what was taken back is at ${page.url()}, not ${at}`);
}

// judged looks at each kind of page at both widths, light and dark; shown is a page that
// only a form leads to.
async function judged(browser, proposal, shown) {
  const pages = join(work, 'pages');
  mkdirSync(pages);
  let rules = 0;
  const listed = await visitor(browser, {});
  await open(listed, '/innehall');
  const files = await listed.locator('.things a[href*="/fil/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  const kinds = new Map(files.map((file) => [file.replace(/[^/]+$/, '').replace(/\/plans\/[^/]+\//, '/plans/') + (/(agreement|samsyn|parties|organisation|places|strategies|calendar|signatures|plan)\.yaml$/.exec(file)?.[0] ?? ''), file]));
  const both = ['/', '/innehall', '/innehall?q=finns-inte', '/ny', '/ny/plan', '/ny/initiative?i=2026', '/ny/area', '/ny/chapter', '/las-in', '/innehall?saknar=en', '/oversatt/en/plans/2026/praktik-i-ny-form.md', '/forslag', proposal, `${proposal}/fil/plans/2025/kor-for-alla.md`, '/fil/agreement/parties.yaml?del=fjallsta', '/innehall?q=kommun', '/finns-inte'];
  // Their fields are drawn alike: of the forms of files axe has one narrow in the light, the next
  // one wide in the dark, and in the other look its colours alone.
  const forms = [...kinds.values()];
  await listed.context().close();
  writeFileSync(join(pages, 'read-in.html'), shown);
  for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
    const page = await visitor(browser, { colorScheme, viewport: { width, height: 900 } });
    for (const path of [...both, ...forms]) {
      await page.goto(server.home + path);
      const folded = await page.evaluate(() => document.documentElement.scrollHeight);
      if (width === 320 && folded > 8000) tell(`${path}: ${folded} px high in a window of ${width} px`);
      await page.evaluate(() => { for (const part of document.querySelectorAll('details')) part.open = true; });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) tell(`${path}: ${wide} px wide in a window of ${width} px`);
      const form = forms.indexOf(path);
      const asked = form >= 0 && form % 2 === (width === 320 ? 1 : 0) ? colours : tags;
      await page.evaluate(axe);
      // Of what passes one element for a rule is enough: to gather all takes as long again.
      const result = await page.evaluate((asked) => window.axe.run(document, { runOnly: asked, resultTypes: ['violations'] }), asked);
      rules += result.passes.length;
      for (const v of result.violations) tell(`${path} ${colorScheme} ${width}: ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 160)}`);
      if (width === 320) {
        const answer = await page.request.get(server.home + path);
        writeFileSync(join(pages, `${path.replaceAll(/[^a-z0-9]+/gi, '-')}.html`), await answer.text());
      }
    }
    await page.context().close();
  }
  nu(pages);
  return `${both.length} pages narrow and wide, ${forms.length} forms, ${rules} rules of axe passed`;
}

function nu(dir) {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--stdout', '--format', 'json', '--skip-non-html', dir], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error || !run.stdout) return tell(`the Nu checker did not run: ${run.error ?? run.stderr}`);
  for (const m of JSON.parse(run.stdout).messages) tell(`${m.url?.split('/').at(-1)}:${m.lastLine}: ${m.subType ?? m.type}: ${m.message} ${m.extract ?? ''}`);
}

let summary = '';
try {
  await start();
  const browser = await launch();
  const anna = await visitor(browser, { javaScriptEnabled: true });
  const plain = await visitor(browser, { javaScriptEnabled: false });
  const proposal = await secretariat(plain, false);
  await secretariat(anna, true);
  await writes(anna);
  await pasted(anna);
  await collide(anna, plain, proposal);
  await brought(plain, false);
  const shown = await brought(anna, true);
  await beside(plain, proposal);
  await oneOfMany(plain, proposal);
  await dropped(anna);
  if (git('status', '--porcelain')) tell('the working folder was written to');
  summary = await judged(browser, proposal, shown);
  await browser.close();
  if (/samsyn: (GET|POST)/.test(server.said())) tell(`mishaps: ${server.said()}`);
} catch (error) {
  tell(error.stack);
}
server.process?.kill();
rmSync(work, { recursive: true, force: true });
verdict(wrong, summary);
