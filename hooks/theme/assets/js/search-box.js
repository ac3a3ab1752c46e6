/* What the boxes for searching do while somebody types: a few answers as ordinary links, told in one line.
   Nothing that is typed is kept: phones are shared. */
(function () {
  "use strict";
  const site = window.loaSearch;
  const SHOWN = 6, PAUSE = 150, COMPOSING = 400, RETRIES = [1000, 4000];

  /* Makes an element; text and elements become its content, never HTML. */
  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) if (value !== null) element.setAttribute(name, value);
    element.append(...content.filter((part) => part !== null));
    return element;
  }

  /* Takes the place of what an element holds; older phones know no replaceChildren. */
  function fill(element, ...content) {
    element.textContent = "";
    element.append(...content);
  }

  const TOLD = 80;
  const shortened = (text) => text.length > TOLD ? text.slice(0, TOLD) + "…" : text;

  const highlighted = (parts) => parts.map(([words, on]) => on ? make("mark", null, words) : words);
  const address = (result) => new URL("../../" + result.url, site.folder).href;

  function titleLink(result, marked) {
    return make("a", { href: address(result) }, ...highlighted(site.inside.highlight(result.title, marked)));
  }

  /* How a policy stands says more than the day it was written. */
  function details({ kindTitle, date, village, status, sample }) {
    const known = [kindTitle, status || date, village].filter(Boolean).map((text) => make("span", null, text));
    if (sample) known.push(make("span", { class: "tag tag-sample" }, "Bài mẫu"));
    return make("p", { class: "meta" }, ...known);
  }

  /* "12 kết quả cho “vay von”. Đang tìm cả vay vốn." */
  function summary(text, answer) {
    if (!answer.hits.length) return [`Không tìm thấy trang nào cho “${shortened(text)}”.`];
    const told = [make("strong", null, `${answer.hits.length} kết quả`), ` cho “${shortened(text)}”.`];
    if (!answer.asTyped) told.push(" Đang tìm cả ", make("strong", null, answer.meant.join(" ")), ".");
    if (answer.covered < 0.5) told.push(" Không có trang nào đủ các chữ này; dưới đây là những trang gần nhất.");
    return told;
  }

  /* Calls ask(text, isLatest) when the typing pauses. Input methods compose a word for as long as it lasts, some
     phones all the time: then the pause is longer, and the box itself is never touched. */
  function listen(form, ask) {
    const input = form.querySelector("input");
    let timer, turn = 0;
    function later(pause) {
      const mine = ++turn;
      clearTimeout(timer);
      timer = setTimeout(() => ask(input.value.trim(), () => mine === turn), pause);
    }
    input.addEventListener("input", (event) => later(event.isComposing ? COMPOSING : PAUSE));
    input.addEventListener("compositionend", () => later(PAUSE));
    return () => later(0);
  }

  /* Asks, and asks again when a file did not come; tells both. */
  async function persistently(ask, isLatest, tell) {
    for (let tries = 0; isLatest(); tries++) {
      try {
        return await ask();
      } catch (error) {
        if (tries === RETRIES.length) break;
        tell("Chưa tải được dữ liệu tìm kiếm. Đang thử lại…");
        await new Promise((wait) => setTimeout(wait, RETRIES[tries]));
      }
    }
    return null;
  }

  const FAILED = "Chưa tải được dữ liệu tìm kiếm. Bà con xem lại mạng rồi bấm “Thử lại”.";

  /* What was found, the first so many results drawn up: all from one list, or asked anew. */
  async function answered(text, first = 0) {
    await site.script("search.js");
    const { again, ranked, result } = site.inside;
    return again(async () => {
      const answer = await ranked(text);
      return { ...answer, results: await Promise.all(answer.hits.slice(0, first).map(result)) };
    });
  }

  site.view = { make, fill, shortened, highlighted, titleLink, details, summary, listen, persistently, answered, FAILED };

  /* ---- the few answers under a box ---- */
  function attach(form) {
    const input = form.querySelector("input");
    const status = make("p", { class: "finds-told", role: "status" });
    const list = make("ol", { class: "finds" }), all = make("p", { class: "finds-all" });
    const panel = make("div", { class: "finds-panel", hidden: "" }, status, list, all);
    form.after(panel);

    const now = listen(form, async (text, isLatest) => {
      if (!text) return close();
      const tell = (...told) => { panel.hidden = false; fill(status, ...told); };
      const answer = await persistently(() => answered(text, SHOWN), isLatest, (told) => { fill(list); fill(all); tell(told); });
      if (!isLatest()) return null;
      if (!answer) return failed(tell);
      tell(...summary(text, answer));
      fill(list, ...answer.results.map((result) => make("li", null, titleLink(result, answer.marked), details(result))));
      const target = new URL(form.action);
      target.search = new URLSearchParams({ q: text });
      fill(all, make("a", { href: target.href }, answer.hits.length ? `Xem tất cả ${answer.hits.length} kết quả` : "Xem mọi bài theo chủ đề"));
      return null;
    });

    function failed(tell) {
      const retry = make("button", { type: "button", class: "button" }, "Thử lại");
      retry.addEventListener("click", now);
      fill(list);
      fill(all, retry);
      tell(FAILED);
    }

    function close() {
      panel.hidden = true;
    }

    const around = form.parentElement;
    around.addEventListener("keydown", (event) => {
      if (event.isComposing || panel.hidden) return;
      const links = [input, ...panel.querySelectorAll("a, button")], at = links.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      // The first Escape closes; browsers empty a search box with it.
      if (event.key === "Escape") { event.preventDefault(); close(); input.focus(); }
      else if (step && at >= 0 && links[at + step]) { event.preventDefault(); links[at + step].focus(); }
    });
    document.addEventListener("focusin", (event) => { if (!panel.contains(event.target) && !form.contains(event.target)) close(); });
    document.addEventListener("click", (event) => { if (!panel.contains(event.target) && !form.contains(event.target)) close(); });
    input.addEventListener("focus", () => { if (input.value.trim() && status.textContent) panel.hidden = false; });
    form.addEventListener("loa-search", now);
  }

  if (site.style) document.head.append(make("link", { rel: "stylesheet", href: site.style }));
  document.querySelectorAll(".search").forEach((form) => { if (!form.closest("[data-search-page]")) attach(form); });
})();
