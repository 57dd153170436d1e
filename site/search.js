// Searches the index that was made when the site was built. Fetches only the
// files that the query's words fall into; keeps nothing.
(function () {
  "use strict";
  var box = document.getElementById("sok");
  if (!box || !window.fetch) return;
  if (location.protocol === "file:") { // where a browser lets no page fetch another file
    box.appendChild(document.createElement("p")).textContent = box.dataset.served;
    box.hidden = false;
    return;
  }
  var root = box.dataset.root, index, files = {}, turn = 0;

  function get(name) {
    return files[name] || (files[name] = fetch(root + "search/" + name + ".json").then(function (r) {
      if (!r.ok) throw new Error(name);
      return r.json();
    }));
  }
  function make(tag, props, parent) {
    var e = Object.assign(document.createElement(tag), props);
    parent.appendChild(e);
    return e;
  }
  function fold(s) {
    return s.replace(/[åäàáâ]/g, "a").replace(/[öøóô]/g, "o").replace(/[éèêë]/g, "e").replace(/[üú]/g, "u");
  }
  // The name of the file that a word falls into, as the index has parted them.
  function shard(word) {
    var letters = Array.from(fold(word));
    for (var n = 1; n <= 8; n++) {
      var name = "";
      for (var i = 0; i < n; i++) {
        var c = letters[i];
        name += c === undefined ? "_" : /[a-z0-9]/.test(c) ? c : "-" + c.codePointAt(0).toString(16);
      }
      if (index.shards.indexOf(name) >= 0) return name;
    }
    return null;
  }
  // How well a form of the index answers a word of the query: the word itself,
  // the same without å, ä and ö, its beginning, or nearly the same ending.
  function fit(form, word) {
    if (form === word) return 1;
    var f = fold(form), w = fold(word);
    if (f === w) return 0.6;
    if (w.length > 2 && f.indexOf(w) === 0) return 0.3;
    var same = 0;
    while (same < f.length && f[same] === w[same]) same++;
    return same >= 4 && same >= w.length * 0.7 && f.length - same < 4 ? 0.1 : 0;
  }
  // Where nothing fits: one letter too many, too few or wrong, two in a long word,
  // and a form with an ending (Levenshtein's distance to the form's beginnings).
  function misspelt(form, word) {
    var f = fold(form), w = fold(word), most = w.length > 9 ? 2 : 1;
    if (w.length < 5 || f.length - w.length > 4 || w.length - f.length > most) return 0;
    var row = [], best = w.length;
    for (var j = 0; j <= w.length; j++) row[j] = j;
    for (var i = 0; i < f.length; i++) {
      var before = row[0];
      row[0] = i + 1;
      for (j = 0; j < w.length; j++) {
        var cost = before + (f[i] === w[j] ? 0 : 1);
        before = row[j + 1];
        row[j + 1] = Math.min(cost, row[j] + 1, row[j + 1] + 1);
      }
      best = Math.min(best, row[w.length]);
    }
    return best > most ? 0 : 0.1 / (1 + best);
  }
  // The pages that a word finds in a file of the index, with their scores.
  function pages(s, word, fits) {
    var best = [], hits = {};
    Object.keys(s.f).forEach(function (form) {
      var n = s.f[form];
      best[n] = Math.max(best[n] || 0, fits(form, word));
    });
    best.forEach(function (share, n) {
      for (var i = 0; share && i < s.p[n].length; i += 2) {
        var page = s.p[n][i];
        hits[page] = Math.max(hits[page] || 0, share * s.p[n][i + 1]);
      }
    });
    return hits;
  }
  function one(word) {
    var name = shard(word);
    if (!name) return Promise.resolve({});
    return get("w-" + name).then(function (s) {
      var hits = pages(s, word, fit);
      return Object.keys(hits).length ? hits : pages(s, word, misspelt);
    });
  }
  function search(query) {
    var words = query.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) || [];
    words = words.filter(function (w) { return index.common.indexOf(w) < 0; });
    return Promise.all(words.slice(0, 6).map(one)).then(function (lists) {
      var count = {}, score = {};
      lists.forEach(function (hits) {
        for (var p in hits) {
          count[p] = (count[p] || 0) + 1;
          score[p] = (score[p] || 0) + hits[p];
        }
      });
      return Object.keys(score).sort(function (a, b) {
        return count[b] - count[a] || score[b] - score[a] || a - b;
      });
    });
  }

  var form = make("form", { role: "search", method: "get" }, box);
  var label = make("label", { htmlFor: "sokord", textContent: box.dataset.label }, form);
  label.className = "title";
  var input = make("input", { id: "sokord", type: "search", name: "q", autocomplete: "off" }, form);
  var status = make("p", { className: "quiet" }, box);
  status.setAttribute("role", "status");
  var list = make("ol", { className: "hits" }, box);
  box.hidden = false;

  function show() {
    var mine = ++turn, query = input.value.trim();
    if (query.length < 2) { list.textContent = status.textContent = ""; return; }
    get("index").then(function (i) { index = i; return search(query); }).then(function (found) {
      var top = found.slice(0, 12);
      return Promise.all(top.map(function (p) {
        return get("t-" + Math.floor(p / index.per)).then(function (t) { return t[p % index.per]; });
      })).then(function (pages) {
        if (mine !== turn) return;
        list.textContent = "";
        pages.forEach(function (p) {
          var item = make("li", {}, list);
          var a = make("a", { href: root + p[0] + ".html", textContent: p[1] }, item);
          if (p[3] !== document.documentElement.lang) { a.lang = a.hreflang = p[3]; a.dir = "auto"; }
          if (p[2]) make("p", { className: "quiet", textContent: p[2], lang: p[3] }, item);
        });
        status.textContent = found.length === 0 ? box.dataset.none : found.length === 1 ? box.dataset.single : box.dataset.many.replace("%s", found.length);
      });
    }).catch(function () { if (mine === turn) status.textContent = box.dataset.broken; });
  }
  form.addEventListener("submit", function (e) { e.preventDefault(); show(); });
  input.addEventListener("input", show);
  var given = new URLSearchParams(location.search).get("q");
  if (given) { input.value = given; show(); }
})();
