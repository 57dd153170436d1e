// Sets with Chromium what is asked for on standard input, a line each.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for await (const line of createInterface({ input: process.stdin })) {
  const { source, out } = JSON.parse(line);
  if (!source) break;
  const page = await browser.newPage();
  const began = performance.now();
  await page.goto(pathToFileURL(source).href);
  await page.pdf({ path: out, preferCSSPageSize: true, tagged: true, outline: true });
  console.log((performance.now() - began).toFixed(3));
  await page.close();
}
await browser.close();
