// A plain static server for the judges: a folder under the path that it is made for,
// with the headers of the `_headers` file in it, as the hosts that know such files
// would send them (a line with a path, `*` for anything, then indented `Name: value`,
// or `! Name` to take a header of an earlier rule away).
//
//   node .ci/serve.mjs DIR     serves until it is stopped, and prints the address
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.ico': 'image/x-icon',
  '.json': 'application/json', '.jsonld': 'application/ld+json', '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml', '.rdf': 'application/rdf+xml', '.atom': 'application/atom+xml',
  '.ics': 'text/calendar; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};

// parseHeaders gives [{matches(path), headers: [[name, value]]}], in file order; the
// value is null where the header is taken away.
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (/^\s/.test(line)) {
      const [, away] = /^\s+!\s*([^:\s]+)\s*$/.exec(line) ?? [];
      const [, name = away, value = null] = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
      if (!name || rules.length === 0) throw new Error(`_headers: cannot read: ${line}`);
      rules.at(-1).headers.push([name, value]);
    } else {
      const parts = line.trim().split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      const pattern = new RegExp(`^${parts.join('.*')}$`);
      rules.push({ matches: (path) => pattern.test(path), headers: [] });
    }
  }
  return rules;
}

// fileFor gives the file for a path, 'redirect' for a folder without its slash, or null.
async function fileFor(dir, path) {
  const file = normalize(join(dir, path));
  if (file !== dir && !file.startsWith(dir + '/')) return null;
  const info = await stat(file).catch(() => null);
  if (info?.isFile()) return file;
  if (!info?.isDirectory()) return null;
  const index = join(file, 'index.html');
  if (!(await stat(index).catch(() => null))) return null;
  return path.endsWith('/') ? index : 'redirect';
}

// homeOf gives the address that a site says it has, without a slash at its end: the
// canonical one of its first page.
export async function homeOf(dir) {
  const first = await readFile(join(dir, 'index.html'), 'utf8');
  const link = /<link\b[^>]*\brel="?canonical\b[^>]*>/.exec(first)?.[0] ?? '';
  return /\bhref="?([^"\s>]+?)\/?["\s>]/.exec(link)?.[1] ?? '';
}

async function answer(dir, mount, rules, request, response) {
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    response.writeHead(400).end();
    return;
  }
  const inside = path.startsWith(mount + '/');
  if (inside) path = path.slice(mount.length);
  let file = inside ? await fileFor(dir, path) : null;
  if (file === 'redirect') {
    response.writeHead(301, { location: encodeURI(mount + path) + '/' }).end();
    return;
  }
  const status = file ? 200 : 404;
  file ??= await fileFor(dir, '/404.html');
  response.statusCode = status;
  if (file) response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  for (const rule of rules.filter((rule) => rule.matches(path) || rule.matches(mount + path))) {
    for (const [name, value] of rule.headers) {
      if (value === null) response.removeHeader(name);
      else response.setHeader(name, value);
    }
  }
  response.end(file ? await readFile(file) : 'not found');
}

// serve answers on a free port of 127.0.0.1: {home, hasHeaders, close()}; `home` has
// no slash at its end.
export async function serve(dir) {
  const root = normalize(join(dir, '.')).replace(/\/$/, '');
  const text = await readFile(join(root, '_headers'), 'utf8').catch(() => null);
  const rules = parseHeaders(text ?? '');
  const address = await homeOf(root).catch(() => '');
  const mount = URL.canParse(address) ? new URL(address).pathname.replace(/\/$/, '') : '';
  const server = createServer((request, response) => {
    answer(root, mount, rules, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    home: `http://127.0.0.1:${server.address().port}${mount}`,
    hasHeaders: text !== null,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await serve(process.argv[2])).home + '/');
}
