"use strict";
// What was copied from Word, a spreadsheet or a page becomes Markdown here: headings, lists,
// tables, footnotes, links and emphasis. A copy is walked from block to block; each gives
// pieces of Markdown, of which those of one kind of list stand close together.

const headings = "h1, h2, h3, h4, h5, h6";
const block = `p, div, ul, ol, li, dl, dt, dd, table, td, th, blockquote, pre, section, article, header, footer, main, aside, figure, figcaption, address, hr, ${headings}`;

// ofWord are the marks that Word writes out before the entries of its lists.
const ofWord = "[data-style*='mso-list:Ignore']";

// markdownOf is a copy in Markdown. "" is what has nothing but words, and what is too much
// to look at while somebody waits.
function markdownOf(html) {
  if (html.length > 2 ** 20) return "";
  const body = withoutLooks(html);
  if (!body.querySelector(`table, li, p ~ p, b, strong, i, em, a[href], ${headings}`)) return "";
  setLevels(body);
  return joined(piecesOf(body, 0).filter(({ text }) => text.trim()));
}

// withoutLooks reads a copy. Its looks are kept from the page, whose policy lets none in.
function withoutLooks(html) {
  const bare = html.replace(/<(\/?)style\b/gi, "<$1noframes").replace(/<[^<>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const body = new DOMParser().parseFromString(bare, "text/html").body;
  for (const unseen of body.querySelectorAll("noframes, script")) unseen.remove();
  return body;
}

// joined puts an empty line between pieces, but between the entries of a list.
function joined(pieces) {
  const all = pieces.map(({ text, list }, n) => (n ? (list && pieces[n - 1].list === list ? "\n" : "\n\n") : "") + text).join("");
  return pieces.length > 1 || all.includes("\n") || pieces[0]?.list ? `\n\n${all}\n\n` : all;
}

// piecesOf are those of an element; deep is how many lists it stands in.
function piecesOf(element, deep) {
  if (element.tagName === "TABLE") return tableOf(element);
  if (element.tagName === "LI") return entryOf(element, deep);
  const note = /^(?:ftn|edn)(\d+)$/.exec(element.id);
  if (note) return [{ text: `[^${note[1]}]: ${lineOf(element)}` }];
  if (element.matches(headings)) return [{ text: `${"#".repeat(element.dataset.level)} ${lineOf(element)}` }];
  return wordEntryOf(element) ?? blocksOf(element, deep);
}

// setLevels gives each heading its level below the page's own, as if the copy's highest were
// the first.
function setLevels(body) {
  const highest = [1, 2, 3, 4, 5, 6].find((level) => body.querySelector("h" + level));
  for (const heading of body.querySelectorAll(headings)) heading.dataset.level = Math.min(6, 2 + Number(heading.tagName[1]) - highest);
}

// entry is an entry of a list.
function entry(text, numbered, deep) {
  return { text: "    ".repeat(deep) + (numbered ? "1. " : "- ") + text, list: numbered ? "1" : "-" };
}

// entryOf is an entry of a list, and those of the lists within it.
function entryOf(element, deep) {
  const own = element.cloneNode(true);
  own.querySelectorAll("ul, ol").forEach((list) => list.remove());
  const within = [...element.querySelectorAll("ul, ol")].filter((list) => list.parentElement.closest("li") === element);
  return [entry(lineOf(own), element.parentElement.tagName === "OL", deep), ...within.flatMap((list) => piecesOf(list, deep + 1))];
}

// wordEntryOf is a paragraph that is an entry of a list of Word's; undefined is any other.
function wordEntryOf(element) {
  const level = /mso-list:\s*l\d+ level(\d+)/.exec(element.getAttribute("data-style"))?.[1];
  if (!level) return undefined;
  const mark = element.querySelector(ofWord)?.textContent.trim() ?? "";
  return [entry(lineOf(element), /\d|^\(?[a-z][.)]/i.test(mark), Math.min(level, 9) - 1)];
}

// blocksOf are the blocks in an element, and as paragraphs what stands between them.
function blocksOf(element, deep) {
  const pieces = [];
  let run = []; // what stands beside each other in a paragraph
  for (const node of element.childNodes) {
    const apart = node.nodeType === Node.ELEMENT_NODE && (node.matches(block) || node.querySelector(block));
    if (!apart) {
      run.push(node);
      continue;
    }
    pieces.push([paragraphOf(run)], piecesOf(node, deep));
    run = [];
  }
  return [...pieces.flat(), paragraphOf(run)];
}

// paragraphOf is a paragraph, which may be an entry of a list that somebody has typed.
function paragraphOf(nodes) {
  const text = inlineOf(nodes).replace(/^(\\\n|\s)+|(?<![\n ])(\\\n| )+$/g, "");
  const bullet = /^[•·▪◦-]\s+/.exec(text);
  if (bullet) return entry(text.slice(bullet[0].length), false, 0);
  return { text: text.replace(/^(#+ |>)/, "\\$1"), list: /^\d+[.)] /.test(text) && "1" };
}

// tableOf is a table, or lines where it is none: of one row or column, or endless.
function tableOf(table) {
  const rows = [...table.rows].map((row) => [...row.cells].flatMap(cellsOf));
  const wide = Math.max(0, ...rows.map((cells) => cells.length));
  if (rows.length < 2 || wide < 2 || rows.length * wide > 100_000) return rows.map((cells) => ({ text: cells.join(" ") }));
  const [head, ...others] = rows.map((cells) => `| ${[...cells, ...Array(wide - cells.length).fill("")].join(" | ")} |`);
  return [{ text: [head, `|${" --- |".repeat(wide)}`, ...others].join("\n") }];
}

// cellsOf is a cell, with an empty one for each more that it covers.
function cellsOf(cell) {
  return [lineOf(cell).replaceAll("|", "\\|"), ...Array(Math.min(cell.colSpan, 100) - 1).fill("")];
}

// lineOf is what an element says, on one line.
function lineOf(element) {
  return inlineOf(element.childNodes).replace(/\\\n/g, " ").replace(/\s+/g, " ").trim();
}

// inlineOf is what stands in a line.
function inlineOf(nodes) {
  return [...nodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
    return node.nodeType === Node.ELEMENT_NODE && !node.matches(ofWord) ? wordsOf(node) : "";
  }).join("");
}

// escaped is a text in which nothing is taken for Markdown.
function escaped(text) {
  return text.replace(/\s+/g, " ").replace(/[\\*[\]<`]|(?<!\w)_|_(?!\w)/g, "\\$&");
}

// wordsOf is what an element within a line says: a link, a note, words with emphasis.
function wordsOf(element) {
  if (element.tagName === "BR") return "\\\n";
  const text = inlineOf(element.childNodes);
  if (element.matches(block)) return ` ${text} `;
  return linkOf(element.getAttribute("href") ?? "", text.trim()) ?? emphasised(element, text);
}

// linkOf is a link, or a reference to a note; undefined is what leads nowhere outside the copy.
function linkOf(href, text) {
  const note = /#_(?:ftn|edn)(ref)?(\d+)$/.exec(href);
  if (note) return note[1] ? "" : `[^${note[2]}]`;
  if (!/^(https?|mailto|tel):/i.test(href)) return undefined;
  return text && `[${text}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

// emphasised puts marks around words that are set bold or in italics.
function emphasised(element, text) {
  if (/font-(weight|style): ?(normal|400)/.test(element.getAttribute("data-style"))) return text;
  const mark = element.matches("b, strong") ? "**" : element.matches("i, em") ? "*" : "";
  return text.replace(/^(\s*)(.*?)(\s*)$/s, (all, before, words, behind) => (words ? before + mark + words + mark + behind : all));
}
