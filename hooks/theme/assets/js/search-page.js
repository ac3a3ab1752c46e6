/* The page of results: what was asked and how it is narrowed down stand in the address. */
(async function () {
  "use strict";
  const site = window.loaSearch, page = document.querySelector("[data-search-page]"), form = page.querySelector(".search");
  const input = form.querySelector("input"), place = document.getElementById("ket-qua"), everything = document.getElementById("moi-bai");
  const PER_PAGE = 10, wide = matchMedia("(min-width: 64em)");
  const FACETS = { kind: "Loại bài", topic: "Chủ đề", audience: "Dành cho ai", village: "Thôn, làng", year: "Năm", force: "Hiệu lực" };
  // Pages opened from a folder may not change their address: there, links and the button load the page anew.
  const fromFolder = location.protocol === "file:";
  let view = null, shown = PER_PAGE, address = location.search;

  /* ---- narrowing down ---- */
  async function columns() {
    const { piece, number } = site.inside, found = await piece("f");
    for (const values of Object.values(found)) for (const value of values) {
      if (value.documents) continue;
      const at = { i: 0 }, text = value[2];
      value.documents = new Set();
      for (let document = -1; at.i < text.length;) value.documents.add(document += 1 + number(text, at));
    }
    return found;
  }

  /* The hits that pass every filter, but one if its own values are to be counted. */
  function passing(hits, facets, filters, but) {
    const wanted = Object.keys(filters).filter((facet) => facet !== but).map((facet) =>
      (facets[facet].find(([id]) => id === filters[facet]) || { documents: new Set() }).documents);
    return wanted.length ? hits.filter((hit) => wanted.every((documents) => documents.has(hit.document))) : hits;
  }

  function asked() {
    const parameters = new URLSearchParams(address), filters = {};
    for (const facet of Object.keys(FACETS)) if (parameters.get(facet)) filters[facet] = parameters.get(facet);
    return { text: (parameters.get("q") || "").trim(), filters };
  }

  function link(text, filters) {
    return "?" + new URLSearchParams({ q: text, ...filters });
  }

  function choices(facet, values, text, filters) {
    const { make } = view, { [facet]: chosen, ...others } = filters;
    const choice = (id, title, count) => make("li", null, make("a", {
      href: link(text, id ? { ...others, [facet]: id } : others), "aria-current": (chosen || "") === id ? "true" : null
    }, make("span", null, title), " ", make("span", { class: "count" }, String(count), make("span", { class: "away" }, " kết quả"))));
    return make("ul", null, choice("", "Tất cả", values.all), ...values.map(({ id, title, count }) => choice(id, title, count)));
  }

  /* ---- drawing ---- */
  const WINDOW = 32, BEFORE = 6;

  /* The stretch of a page that says most of what was asked, with the heading it stands under. */
  async function excerpt(result, marked) {
    const { piece, tokens, isSmall } = site.inside, { section } = result;
    const [summary, lead, ...sections] = await piece(result.text);
    const telling = (form) => marked.words.has(form) && !isSmall(form);
    function densest(text, handicap) {
      const found = tokens(text);
      let value = -1, start = 0;
      found.forEach((token, i) => {
        if (i && !telling(token.form)) return;
        const { size } = new Set(found.slice(i, i + WINDOW - BEFORE).map(({ form }) => form).filter(telling));
        if (size > value) { value = size; start = i; }
      });
      return { text, found, start, value: value - handicap };
    }
    const own = sections[section] || ["", ""];
    const places = [densest(own[1], 0), densest(summary, section ? 0.5 : -0.5), ...sections.map(([, text]) => densest(text, 1))];
    const { text, found, start } = places.reduce((a, b) => b.value > a.value ? b : a);
    const first = start > BEFORE * 2 ? start - BEFORE : 0, last = Math.min(found.length, first + WINDOW);
    const end = last < found.length ? found[last - 1].end : text.length;
    const words = (first ? "… " + text.slice(found[first].start, end) : text.slice(0, end)).replace(/\s+/g, " ");
    return { heading: section ? own[0] : "", lead, parts: site.inside.highlight(words + (end < text.length ? " …" : ""), marked) };
  }

  async function entry(result, marked, isBest) {
    const { make, titleLink, details, highlighted } = view, { heading, lead, parts } = await excerpt(result, marked);
    return make("li", { class: isBest ? "find find-best" : "find" },
      isBest ? make("p", { class: "find-why" }, "Hợp nhất với câu tìm") : null,
      make("h2", null, titleLink(result, marked)),
      heading ? make("p", { class: "find-part" }, "Mục: ", ...highlighted(site.inside.highlight(heading, marked))) : null,
      lead && isBest ? make("p", { class: "find-lead" }, lead) : null,
      make("p", null, ...highlighted(parts)), details(result));
  }

  async function filters(hits, facets, chosen, text) {
    const { make } = view, kinds = [], others = [];
    for (const facet of Object.keys(FACETS)) {
      const open = passing(hits, facets, chosen, facet);
      const values = facets[facet].map(([id, title], i) => ({
        id, title, count: open.filter((hit) => facets[facet][i].documents.has(hit.document)).length
      })).filter(({ id, count }) => count || chosen[facet] === id);
      values.all = open.length;
      if (values.length < 2 && !chosen[facet]) continue;
      if (facet === "kind") kinds.push(make("nav", { class: "filters kinds", "aria-label": FACETS.kind }, choices(facet, values, text, chosen)));
      else others.push(make("details", { class: "fold", open: chosen[facet] || wide.matches ? "" : null }, make("summary", null, FACETS[facet]), choices(facet, values, text, chosen)));
    }
    const isOpen = wide.matches || Object.keys(chosen).some((facet) => facet !== "kind");
    const narrow = () => make("nav", { class: "filters narrow-by", "aria-label": "Lọc kết quả" },
      make("details", { class: "narrow-all", open: isOpen ? "" : null }, make("summary", null, "Lọc kết quả"), ...others));
    return { kinds, others: others.length ? [narrow()] : [] };
  }

  async function nothing(text) {
    const { make } = view, { lines, wordLines, fold, frequency, usual, tokens } = site.inside, near = new Set();
    for (const { form } of tokens(text.slice(0, 60)).slice(0, 3)) {
      const like = (await lines("v", fold(form).slice(0, 2), true)).sort((a, b) => usual(b) - usual(a));
      for (const { key } of like.slice(0, 3)) {
        const [best] = (await wordLines(key)).sort((a, b) => frequency(b) - frequency(a));
        if (best && frequency(best)) near.add(best.form);
      }
    }
    const help = document.getElementById("khong-thay").content.cloneNode(true);
    const words = Array.from(near, (word) => make("li", null, make("a", { class: "chip", href: link(word, {}) }, word)));
    return [words.length ? make("p", null, "Những chữ gần giống có trên trang:") : null, words.length ? make("ul", { class: "near" }, ...words) : null, help].filter(Boolean);
  }

  /* ---- asking ---- */
  let turn = 0;

  async function show() {
    const mine = ++turn, isLatest = () => mine === turn, { text, filters: chosen } = asked();
    document.title = text ? `${view.shortened(text)} – ${page.dataset.searchPage}` : page.dataset.searchPage;
    place.hidden = !text;
    everything.hidden = Boolean(text);
    if (!text) return;
    const status = place.querySelector("[role=status]"), body = place.querySelector("[data-body]");
    const found = await view.persistently(() => drawn(text, chosen), isLatest, (told) => { status.textContent = told; });
    if (!isLatest()) return;
    if (found) {
      view.fill(status, ...found.told);
      view.fill(body, ...found.content);
    } else {
      const retry = view.make("button", { type: "button", class: "button" }, "Thử lại");
      retry.addEventListener("click", show);
      status.textContent = view.FAILED;
      view.fill(body, retry);
    }
  }

  async function drawn(text, chosen) {
    await site.script("search.js");
    return site.inside.again(() => draw(text, chosen));
  }

  async function draw(text, chosen) {
    const { make } = view, answer = await site.inside.ranked(text), facets = await columns();
    const kept = passing(answer.hits, facets, chosen);
    const told = view.summary(text, { ...answer, hits: kept });
    const narrowed = await filters(answer.hits, facets, chosen, text);
    const results = await Promise.all(kept.slice(0, shown).map(site.inside.result));
    const best = kept.length > 1 && kept[0].score > kept[1].score * 1.15;
    const list = make("ol", { class: "found-pages" }, ...await Promise.all(results.map((one, i) => entry(one, answer.marked, best && i === 0))));
    const more = make("button", { type: "button", class: "button" }, `Xem thêm ${Math.min(PER_PAGE, kept.length - shown)} kết quả`);
    more.addEventListener("click", async () => {
      const next = shown;
      shown += PER_PAGE;
      await show();
      const first = place.querySelectorAll(".find h2 a")[next];
      if (first) first.focus();
    });
    const found = make("div", null, ...(kept.length ? [list] : await nothing(text)), kept.length > shown ? more : null);
    return { told, content: [...narrowed.kinds, make("div", { class: "found-columns" }, ...narrowed.others, found)] };
  }

  function go(url, replace) {
    shown = PER_PAGE;
    address = url;
    if (!fromFolder) history[replace ? "replaceState" : "pushState"](null, "", url);
    return show();
  }

  await site.script("search-box.js");
  view = site.view;
  const now = view.listen(form, (text, isLatest) => { if (isLatest() && text !== asked().text) go(link(text, {}), true); });
  form.addEventListener("loa-search", now);
  form.addEventListener("submit", (event) => {
    if (fromFolder) return;
    event.preventDefault();
    go(link(input.value.trim(), {}));
  });
  place.addEventListener("click", (event) => {
    const chosen = event.target.closest('a[href^="?"]');
    if (!chosen || fromFolder || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const label = chosen.closest("[aria-label]");
    go(chosen.getAttribute("href")).then(() => {
      input.value = asked().text;
      const again = label && place.querySelector(`[aria-label="${label.getAttribute("aria-label")}"] [aria-current]`);
      if (again) again.focus();
    });
  });
  addEventListener("popstate", () => { address = location.search; input.value = asked().text; show(); });
  // What was typed while this was loading counts, too.
  if (input.value.trim()) now();
  else if (asked().text) { input.value = asked().text; show(); }
})();
