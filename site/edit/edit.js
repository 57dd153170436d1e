"use strict";
// What script adds to the editor's forms, which work without it: a search in long lists,
// rows without a new page, the validator's words while one writes, the text as it will
// look beside its field, and a question before one leaves what is not saved.

const swedish = document.documentElement.lang === "sv";
const say = (sv, en) => (swedish ? sv : en);

// A page that tells of errors begins with them, unless one came for a field.
const sought = location.hash.startsWith("#f-") && document.getElementById(decodeURIComponent(location.hash.slice(1)));

// unfold opens all that an element is folded away in.
function unfold(element) {
  for (let at = element?.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
}
unfold(sought || null);
addEventListener("hashchange", () => unfold(document.getElementById(decodeURIComponent(location.hash.slice(1)))));

const inputs = "input:not([type=hidden]), select, textarea";
if (sought) (sought.matches(inputs) ? sought : sought.querySelector(inputs))?.focus();
else document.getElementById("fel")?.focus();

// plain is a text as it is searched: without capitals and accents, å ä ö apart.
const plain = (s) => s.toLowerCase().normalize("NFC").replace(/[éèêë]/g, "e").replace(/\s+/g, " ").trim();

// called is what a choice says.
const called = (option) => option.textContent.trim();

// chosen tells whoever listens that somebody has chosen something.
const chosen = (control) => control.dispatchEvent(new Event("input", { bubbles: true }));

// seek puts a search above a long list of choices. Enter chooses what alone is found.
function seek(list, options, show, choose) {
  let hits = [];
  const input = document.createElement("input");
  input.type = "search";
  input.className = "seek";
  input.setAttribute("aria-label", say("Sök i listan", "Search the list"));
  input.placeholder = say("Sök i listan", "Search the list");
  const said = document.createElement("p");
  said.className = "hits";
  said.setAttribute("role", "status");
  input.addEventListener("input", () => {
    const words = plain(input.value).split(" ");
    hits = [];
    for (const option of options()) {
      const hit = words.every((word) => plain(option.textContent).includes(word));
      show(option, hit);
      if (hit) hits.push(option);
    }
    const names = hits.slice(0, 5).map(called).join(" · ");
    if (!input.value.trim()) said.textContent = "";
    else if (!hits.length) said.textContent = say("Inget i listan stämmer. Pröva ett annat ord.", "Nothing in the list matches. Try another word.");
    else if (hits.length === 1) said.textContent = names + say(" – tryck på Enter för att välja.", " – press Enter to choose it.");
    else said.textContent = say("Träffar: ", "Matches: ") + hits.length + (hits.length > 5 ? "" : ": " + names);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // it would send the form
    if (hits.length !== 1 || !input.value.trim()) return;
    choose(hits[0]);
    said.textContent = say("Valt: ", "Chosen: ") + called(hits[0]);
  });
  list.before(input, said);
}

function lists(root) {
  for (const boxes of root.querySelectorAll(".boxes[data-long]")) {
    seek(boxes, () => boxes.querySelectorAll(".box"), (box, hit) => { box.hidden = !hit && !box.querySelector("input").checked; },
      (box) => { const control = box.querySelector("input"); control.checked = true; chosen(control); });
  }
  for (const select of root.querySelectorAll("select[data-long]")) {
    seek(select, () => select.querySelectorAll("option:not([value=''])"), (option, hit) => { option.hidden = option.disabled = !hit && !option.selected; },
      (option) => { select.value = option.value; chosen(select); });
  }
}

// texts shows what is written in Markdown below its field.
function texts(root) {
  for (const area of root.querySelectorAll("textarea[data-preview]")) {
    const preview = document.createElement("div");
    const title = document.createElement("p");
    const shown = document.createElement("div");
    title.className = "hint";
    title.id = area.id + "-shown";
    title.textContent = say("Så här kommer texten att se ut:", "How the text will look:");
    shown.className = "preview prose";
    shown.setAttribute("role", "region");
    shown.setAttribute("aria-labelledby", title.id);
    preview.append(title, shown);
    preview.hidden = true;
    area.closest(".field").append(preview);
    const draw = async () => {
      const body = new URLSearchParams({ _token: area.form.elements._token.value, bare: "yes", [area.name]: area.value });
      const answer = await fetch(area.dataset.preview, { method: "POST", body }).catch(() => null);
      if (answer?.ok) shown.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
      preview.hidden = !area.value.trim();
    };
    let due;
    area.addEventListener("input", () => { clearTimeout(due); due = setTimeout(draw, 800); });
    area.addEventListener("paste", (event) => {
      const text = markdownOf(event.clipboardData.getData("text/html"));
      // The one way that can be undone with the keyboard; where it fails, the text is pasted as it is.
      if (text && document.execCommand("insertText", false, text)) event.preventDefault();
    });
    draw();
  }
}

const form = document.querySelector("form.thing");
let changed = false;
let leaving = false;

// ask sends the form as a button would, and gives the page that comes.
async function ask(button) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File && (button === "check" || !value.size)) data.delete(name);
  data.set("do", button);
  const answer = await fetch(form.action, { method: "POST", body: data });
  if (!answer.headers.get("content-type")?.startsWith("text/html")) throw new Error("no page");
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// rows adds, removes and moves the entries of a list in the page that is there.
async function rows(button) {
  form.querySelector(".gone")?.remove();
  const path = button.closest("[data-rows]").dataset.rows;
  const at = [...button.closest("[data-rows]").children].indexOf(button.closest(".row"));
  const before = new Set([...form.querySelectorAll("[id]")].map((element) => element.id));
  const page = await ask(button.value);
  const find = (root) => [...root.querySelectorAll("[data-rows]")].find((element) => element.dataset.rows === path);
  const fresh = find(page);
  const old = find(document);
  if (!fresh || !old) throw new Error("no list");
  old.replaceWith(fresh);
  lists(fresh);
  texts(fresh);
  changed = true;
  const added = [...fresh.querySelectorAll("input:not([type=hidden]), select, textarea")].find((element) => element.id && !before.has(element.id));
  const next = at < 0 ? null : (fresh.children[at]?.matches(".row") ? fresh.children[at] : [...fresh.querySelectorAll(":scope > .row")].at(-1));
  const add = [...fresh.querySelectorAll("button")].find((element) => element.value === `add:${path}`);
  if (button.value.startsWith("remove:")) return gone(button.dataset.name, fresh, old, next ?? add?.closest("p"));
  (added ?? next?.querySelector("summary, a, input:not([type=hidden]), select, textarea, button") ?? add ?? fresh).focus();
}

// gone tells that a row has been taken out of a list, where it stood, and can bring it back
// until something else is done.
function gone(what, fresh, old, next) {
  const said = document.createElement("p");
  said.className = "gone";
  said.id = "gone";
  said.append(say(`”${what}” är borttaget ur formuläret. Det gäller först när du sparar. `, `“${what}” has been taken out of the form. It holds once you save. `));
  const undo = document.createElement("button");
  undo.type = "button";
  undo.className = "small";
  undo.textContent = say("Ångra", "Undo");
  undo.setAttribute("aria-describedby", "gone");
  undo.addEventListener("click", () => {
    said.remove();
    fresh.replaceWith(old);
    [...old.querySelectorAll("button")].find((button) => button.dataset.name === what)?.focus();
  });
  said.append(undo);
  if (next) next.before(said);
  else fresh.append(said);
  undo.focus();
}

// unsent tells at a button that what is written could not be sent, and is still here.
function unsent(button) {
  document.getElementById("unsent")?.remove();
  const said = document.createElement("p");
  said.className = "error";
  said.textContent = say("Servern svarar inte. Ingenting är sparat, men det du skrev finns kvar här. Försök igen om en stund.", "The server does not answer. Nothing has been saved, but what you wrote is still here. Try again in a moment.");
  const problems = document.createElement("div");
  problems.id = "unsent";
  problems.className = "problems";
  problems.setAttribute("role", "alert");
  problems.append(said);
  (button.closest("p") ?? button).before(problems);
}

// send sends the form once the server has answered: a page that never comes, or one that a
// proxy before it gives in its place, would take with it what is written here. What is asked
// for needs no signing in: where the session has ended, the server itself keeps what is sent.
async function send(button) {
  try {
    const answer = await fetch("/assets/icon.svg", { cache: "no-store", redirect: "error" });
    if (!answer.ok) throw new Error("no server");
    leaving = true;
    form.requestSubmit(button);
  } catch {
    leaving = false;
    unsent(button?.isConnected ? button : form.lastElementChild);
  }
}

// touched are the fields that somebody has written in: of the others nothing is said yet.
const touched = new Set();

// judge asks the validator about what stands in the form, and shows what it says at each
// field that was touched, without moving anything that somebody is writing in.
async function judge() {
  if (form.querySelector("input[type=hidden][name^='_file:']")) return; // it would be sent each time
  const page = await ask("check");
  for (const field of touched) {
    const other = [...page.querySelectorAll("[data-of]")].find((element) => element.dataset.of === field.dataset.of);
    if (other) toldAt(field, other);
  }
}

// toldAt shows at a field what another page says of it.
function toldAt(field, other) {
  const problems = (of) => of.querySelector(":scope > .problems");
  const is = problems(other);
  if (problems(field)?.textContent === is?.textContent) return;
  problems(field)?.remove();
  if (is) {
    is.setAttribute("role", "status");
    let above = field.firstElementChild; // what it is called, and what helps
    while (above.nextElementSibling?.matches(".hint, .original")) above = above.nextElementSibling;
    above.after(is);
  }
  const control = (of) => (of.matches("fieldset") ? of : of.querySelector(":scope > :is(input, select, textarea)[name]"));
  for (const name of ["aria-invalid", "aria-describedby"]) {
    const value = control(other)?.getAttribute(name);
    if (value) control(field)?.setAttribute(name, value);
    else control(field)?.removeAttribute(name);
  }
  field.classList.toggle("wrong", other.classList.contains("wrong"));
}

// fits tells of a file that is too large before it is sent.
function fits(input) {
  input.parentElement.querySelector(".problems")?.remove();
  input.removeAttribute("aria-invalid");
  if (![...input.files].some((file) => file.size > input.dataset.most * 2 ** 20)) return;
  const said = document.createElement("p");
  said.className = "error";
  said.textContent = say(`Filen är för stor: den får vara högst ${input.dataset.most} megabyte. Välj en annan.`, `The file is too large: it may have ${input.dataset.most} megabytes. Choose another.`);
  const problems = document.createElement("div");
  problems.className = "problems";
  problems.setAttribute("role", "alert");
  problems.append(said);
  input.before(problems);
  input.setAttribute("aria-invalid", "true");
  input.value = "";
}
for (const input of document.querySelectorAll("input[data-most]")) input.addEventListener("change", () => fits(input));

if (form) {
  lists(form);
  texts(form);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=do]");
    if (!button?.closest("[data-rows]") || !/^(add|remove|up|down):/.test(button.value)) return;
    event.preventDefault();
    rows(button).catch(() => send(button));
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget || leaving) return;
    event.preventDefault();
    send(event.submitter);
  });
  let due;
  form.addEventListener("input", (event) => {
    changed = true;
    form.querySelector(".gone")?.remove();
    if (event.target.classList.contains("seek")) return;
    for (let field = event.target.closest("[data-of]"); field; field = field.parentElement.closest("[data-of]")) touched.add(field);
    clearTimeout(due);
    due = setTimeout(() => judge().catch(() => {}), 900);
  });
  addEventListener("beforeunload", (event) => { if (changed && !leaving) event.preventDefault(); });
}
