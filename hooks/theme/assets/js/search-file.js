/* The page that carries the whole site's words in one file: results open where they stand. */
(function () {
  "use strict";
  const { make, fill, highlighted, summary, details, listen, answered } = window.loaSearch.view, { inside } = window.loaSearch;
  const page = document.querySelector("[data-search-page]"), form = page.querySelector("form"), list = page.querySelector("ol");
  const status = page.querySelector("[role=status]"), SHOWN = 20;

  async function wholeText(result, marked) {
    const [about, lead, ...sections] = await inside.piece(result.text);
    const text = (words) => words.split("\n").map((line) => make("p", null, ...highlighted(inside.highlight(line, marked))));
    return [make("p", null, about), lead ? make("p", { class: "find-lead" }, lead) : null, ...sections.flatMap(([heading, words]) =>
      [heading ? make("h2", null, heading) : null, ...(words ? text(words) : [])])];
  }

  function entry(result, marked) {
    const fold = make("details", null, make("summary", null, make("span", null, ...highlighted(inside.highlight(result.title, marked)))));
    fold.addEventListener("toggle", async () => {
      if (fold.open && fold.children.length === 1) fold.append(...(await wholeText(result, marked)).filter(Boolean));
    });
    return make("li", null, fold, details(result));
  }

  async function show(text, isLatest) {
    if (!text) { status.textContent = ""; fill(list); return; }
    const answer = await answered(text);
    // Lists lead to other files, which a phone may not find: only texts are shown here.
    const found = await Promise.all(answer.hits.map(inside.result));
    const texts = found.filter(({ kind }) => kind !== "muc");
    if (!isLatest()) return;
    fill(status, ...summary(text, { ...answer, hits: texts }));
    fill(list, ...texts.slice(0, SHOWN).map((result) => entry(result, answer.marked)));
  }

  const now = listen(form, show);
  form.addEventListener("submit", (event) => { event.preventDefault(); now(); });
})();
