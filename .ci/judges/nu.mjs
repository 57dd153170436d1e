// nu.mjs [DIR…] [--errors]: every page, style sheet and picture of the sites, by the Nu
// checker; its warnings too, unless errors alone are asked for. All at once, since it takes
// long to begin.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { cannotJudge, siteDir, verdict } from '../pages.mjs';

const errorsAlone = process.argv.includes('--errors');
const named = process.argv.slice(2).filter((argument) => argument !== '--errors');
const dirs = named.length ? named : [siteDir(undefined)];
const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
if (!existsSync(jar)) cannotJudge('vnu.jar is not there');

const files = dirs.flatMap((dir) => {
  const found = readdirSync(dir, { recursive: true }).filter((name) => /\.(html|css|svg)$/.test(name)).sort();
  if (!found.some((name) => name.endsWith('.html'))) verdict([`no page in ${dir}`]);
  return found.map((name) => resolve(dir, name));
});

// The checker reads files, where a policy's 'self' is no address; browser.mjs judges policies.
const aboutFiles = /^Resource violates Content Security Policy/;
const wrong = [];
for (let from = 0; from < files.length; from += 1000) {
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--stdout', '--format', 'json', '--also-check-css', '--also-check-svg',
    ...files.slice(from, from + 1000)], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.error?.code === 'ENOENT') cannotJudge('Java is not installed');
  if (run.error) throw run.error;
  process.stderr.write(run.stderr);
  for (const { type, subType, url, lastLine, message } of JSON.parse(run.stdout).messages) {
    if (aboutFiles.test(message) || errorsAlone && type === 'info') continue;
    wrong.push(`${(url ?? '').replace(/^file:/, '')}:${lastLine}: ${subType ?? type}: ${message}`);
  }
}
verdict(wrong, `${files.length} files, no error and no warning`);
