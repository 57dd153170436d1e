// Sets with Typst what is asked for on standard input, a line each.
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let compiler;
for await (const line of createInterface({ input: process.stdin })) {
  const { source, out, fonts } = JSON.parse(line);
  if (!source) break;
  compiler ??= NodeCompiler.create({ workspace: fonts, fontArgs: [{ fontPaths: [fonts] }] });
  const began = performance.now();
  writeFileSync(out, compiler.pdf({ mainFilePath: source }, { pdfStandard: 'ua-1', pdfTags: true }));
  console.log((performance.now() - began).toFixed(3));
  compiler.evictCache(0);
}
