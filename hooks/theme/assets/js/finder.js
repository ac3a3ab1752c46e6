/* The policy finder. Answers live in the address behind "#", which no browser ever sends to a server. */
(function () {
  "use strict";

  /* ---- judging: the same, line for line, as hooks/loa/finder/judge.py ---- */
  const NO = 0, ASK = 1, YES = 2;

  /* `answers` holds a list of values for each question that was answered; one that is missing was skipped. */
  function judged(rules, answers, today) {
    const needs = answers["viec-can"] || [];
    const inForce = rules.benefits.filter((benefit) => (!benefit.from || benefit.from <= today) && (!benefit.until || today <= benefit.until));
    const isNeeded = (benefit) => benefit.topics.some((topic) => needs.includes(topic));
    const sorted = [...inForce.filter(isNeeded), ...inForce.filter((benefit) => !isNeeded(benefit))];
    const verdicts = sorted.map((benefit) => verdict(benefit, answers));
    return [YES, ASK, NO].flatMap((group) => verdicts.filter((one) => one.group === group));
  }

  function verdict(benefit, answers) {
    if (!benefit.ways.length) return { id: benefit.id, group: ASK, way: -1, truths: [] };
    const ways = benefit.ways.map((way) => way.map((test) => truth(test, answers)));
    const ranks = benefit.ways.map((way, i) => rank(way, ways[i]));
    let best = 0;
    ranks.forEach((one, i) => { if (isHigher(one, ranks[best])) best = i; });
    const group = benefit.confirmed ? ranks[best][0] : Math.min(ranks[best][0], ASK);
    return { id: benefit.id, group, way: best, truths: ways[best] };
  }

  function truth(test, answers) {
    if (test.any.some(([question, value]) => answers[question] && answers[question].includes(value))) return YES;
    const asked = test.any.every(([question]) => Boolean(answers[question]));
    return test.complete && asked ? NO : ASK;
  }

  /* An unsure rule never says yes, a doubtful one never says no. */
  function settled(test, met) {
    if (met === YES && test.sure < 2) return ASK;
    return met === NO && test.sure === 0 ? ASK : met;
  }

  /* How near a way is: what it comes to, few conditions failed, many met. */
  function rank(way, truths) {
    const values = way.map((test, i) => settled(test, truths[i]));
    const count = (list, value) => list.filter((one) => one === value).length;
    return [Math.min(...values, ...(values.length ? [] : [ASK])), -count(values, NO), count(truths, YES)];
  }

  function isHigher(one, other) {
    const at = one.findIndex((value, i) => value !== other[i]);
    return at >= 0 && one[at] > other[at];
  }

  window.loaFinder = { judged };

  const root = document.currentScript ? new URL("../../", document.currentScript.src) : "";
  const rules = window.loaRules, app = document.querySelector("[data-finder]");
  if (!rules || !app) return;

  const results = document.querySelector("[data-results]"), title = document.querySelector("h1"), start = document.querySelectorAll("[data-start]");
  const ids = rules.questions.map(({ id }) => id), HEADING = title.textContent, NAME = document.title;
  const UNKNOWN = "khong-ro", NONE = "khong-co", PRIVATE = "dan-toc";
  const part = (id) => app.querySelector(`[data-question="${id}"]`);
  const inputs = (id) => Array.from(part(id).querySelectorAll("input"));
  const shownInputs = (id) => inputs(id).filter((input) => !input.closest(".choice").hidden);
  /* Counted in Vietnam (UTC+7), whatever the phone believes. */
  const today = () => new Date(Date.now() + 7 * 36e5).toISOString().slice(0, 10);

  /* ---- the address ---- */

  /* What was answered, what was skipped, which question is asked again, whether results are wanted at once. */
  function read() {
    const state = { answers: {}, skipped: [], ask: "", show: false };
    for (const pair of location.hash.slice(1).split("&")) {
      const [key, value = ""] = pair.split("=");
      if (key === "hoi" && ids.includes(value)) state.ask = value;
      else if (key === "xem") state.show = true;
      else if (ids.includes(key)) {
        const { values } = rules.questions[ids.indexOf(key)], chosen = value.split(".").filter((one) => values.includes(one));
        if (chosen.length || value === NONE) state.answers[key] = chosen;
        else if (value === UNKNOWN) state.skipped.push(key);
      }
    }
    return state;
  }

  function address(state, without) {
    const said = ids.filter((id) => id !== without && (state.answers[id] || state.skipped.includes(id)))
      .map((id) => `${id}=${state.answers[id] ? state.answers[id].join(".") || NONE : UNKNOWN}`);
    if (state.show) said.push("xem");
    if (state.ask) said.push(`hoi=${state.ask}`);
    return "#" + said.join("&");
  }

  const steps = () => (history.state && history.state.steps) || 0;

  function go(state) {
    history.pushState({ steps: steps() + 1 }, "", address(state));
    draw(true);
  }

  /* Goes back to where the answers began, so that the phone's own back button finds none of them either. */
  let erasing = false;
  function erase() {
    const plain = location.href.split("#")[0];
    const emptied = () => {
      history.replaceState({ steps: 0 }, "", plain);
      history.pushState({ steps: 0 }, "", plain);
      inputs_all().forEach((input) => { input.checked = false; });
      draw(true);
      say("Đã xoá câu trả lời");
    };
    if (!steps()) return emptied();
    erasing = true;
    addEventListener("popstate", function done() {
      removeEventListener("popstate", done);
      erasing = false;
      emptied();
    });
    history.go(-steps());
  }

  const inputs_all = () => Array.from(app.querySelectorAll("input"));

  /* ---- which question comes next ---- */

  const groups = (answers) => judged(rules, answers, today()).map(({ id, group }) => id + group).sort().join();

  const canBeNone = (id) => inputs(id).some(({ value }) => value === NONE);

  /* A question is asked only where an answer could move a benefit to another group. */
  function matters(id, answers) {
    const now = groups(answers), { values } = rules.questions[ids.indexOf(id)];
    return [...(canBeNone(id) ? [[]] : []), ...values.map((value) => [value])].some((chosen) => groups({ ...answers, [id]: chosen }) !== now);
  }

  const isDone = (state, id) => Boolean(state.answers[id]) || state.skipped.includes(id);
  const waiting = (state) => ids.filter((id) => !isDone(state, id) && matters(id, state.answers));

  /* An answer is offered where it could still help: not where everything it stands for is ruled out. */
  function isOffered(id, value, answers) {
    if (value === NONE || value === UNKNOWN || !canBeNone(id)) return true;
    const others = { ...answers };
    delete others[id];
    const names = (test) => test.any.some(([question, one]) => question === id && one === value);
    const ways = rules.benefits.flatMap(({ ways: all }) => all).filter((way) => way.some(names));
    return !ways.length || ways.some((way) => way.every((test) => names(test) || settled(test, truth(test, others)) !== NO));
  }

  /* ---- asking ---- */

  function draw(moved) {
    if (erasing) return;
    const state = read(), left = waiting(state);
    const current = state.ask || (state.show ? "" : left[0] || "");
    app.hidden = !current;
    results.hidden = Boolean(current);
    start.forEach((one) => { one.hidden = Boolean(!current || location.hash.length > 1); });
    title.classList.toggle("away-title", Boolean(current));
    if (current) ask(current, state, left);
    else tell(state, left);
    if (!moved) return;
    const heading = current ? part(current).querySelector("h2") : title;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function ask(id, state, left) {
    const order = ids.filter((one) => isDone(state, one) || left.includes(one) || one === id), number = order.indexOf(id) + 1;
    title.textContent = HEADING;
    document.title = number > 1 ? `Câu ${number} – ${NAME}` : NAME;
    app.querySelector("[data-number]").textContent = number;
    app.querySelector("[data-total]").textContent = order.length;
    fill(app.querySelector("[data-bar]"), order.map((one, i) => make("span", { class: i < number ? "is-done" : null })));
    ids.forEach((one) => { part(one).hidden = one !== id; });
    fault(id, "");
    for (const input of inputs(id)) {
      const { value } = input, given = state.answers[id];
      input.closest(".choice").hidden = !isOffered(id, value, state.answers);
      input.checked = given ? given.includes(value) || (value === NONE && !given.length) : value === UNKNOWN && state.skipped.includes(id);
    }
    button("back").hidden = number === 1;
    button("show").hidden = number === 1;
  }

  const button = (name) => app.querySelector(`[data-finder-do="${name}"]`);
  const current = () => ids.find((id) => !part(id).hidden);

  function fault(id, message) {
    part(id).querySelector(".asking-error").textContent = message;
  }

  function answered(id, chosen) {
    const state = read();
    state.ask = "";
    delete state.answers[id];
    state.skipped = state.skipped.filter((one) => one !== id);
    if (chosen) state.answers[id] = chosen;
    else state.skipped.push(id);
    return state;
  }

  const doing = {
    next() {
      const id = current(), chosen = shownInputs(id).filter((input) => input.checked).map(({ value }) => value);
      if (!chosen.length) {
        fault(id, "Anh/chị chọn một dòng, hoặc bấm “Bỏ qua câu này”.");
        shownInputs(id)[0].focus();
        return;
      }
      go(answered(id, chosen.includes(UNKNOWN) ? null : chosen.filter((value) => value !== NONE)));
    },
    skip() { go(answered(current(), null)); },
    show() { go({ ...read(), ask: "", show: true }); },
    back() {
      const state = read(), id = current(), left = waiting(state);
      const before = ids.filter((one) => isDone(state, one) || left.includes(one)).filter((one) => ids.indexOf(one) < ids.indexOf(id));
      go({ ...state, ask: before[before.length - 1] });
    },
    again() { go({ ...read(), ask: "", show: false }); },
    erase,
    send(pressed) {
      const panel = results.querySelector(".sending");
      panel.hidden = !panel.hidden;
      pressed.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) panel.querySelector("h2").focus();
    }
  };

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-finder-do]"), link = event.target.closest("a[data-ask]");
    if (pressed) doing[pressed.dataset.finderDo](pressed);
    if (!link) return;
    event.preventDefault();
    go({ ...read(), ask: link.dataset.ask });
  });
  app.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    doing.next();
  });
  /* "None" and "not known" do not go together with anything else. */
  app.addEventListener("change", ({ target }) => {
    const alone = (input) => input.value === NONE || input.value === UNKNOWN;
    fault(target.name, "");
    if (target.checked) inputs(target.name).forEach((input) => { if (input !== target && (alone(target) || alone(input))) input.checked = false; });
  });
  addEventListener("popstate", () => draw(true));

  /* ---- telling ---- */

  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) if (value !== null && value !== undefined) element.setAttribute(name, value);
    element.append(...content.filter((one) => one !== null && one !== ""));
    return element;
  }

  /* replaceChildren() is younger than the phones that come here. */
  function fill(element, content) {
    element.textContent = "";
    element.append(...content);
  }

  const drawings = document.getElementById("hinh").content;
  const icon = (name) => drawings.querySelector(`[href="#i-${name}"]`).parentNode.cloneNode(true);
  const local = (url) => new URL(url, root).href;

  let clearing;
  function say(message) {
    const status = document.getElementById("loa-status");
    status.textContent = message;
    clearTimeout(clearing);
    clearing = setTimeout(() => { status.textContent = ""; }, 5000);
  }

  const label = (id, value) => inputs(id).find((input) => input.value === value).closest(".choice").querySelector("strong").textContent;
  const question = (id) => part(id).querySelector("h2").textContent;
  const words = (state, id) => state.answers[id] && state.answers[id].length ? state.answers[id].map((value) => label(id, value)).join(", ")
    : state.answers[id] ? (canBeNone(id) ? label(id, NONE).toLowerCase() : "không có") : "không rõ";

  const GROUPS = [
    { group: YES, title: "Có thể được hưởng", icon: "check-circle", line: "Mọi điều kiện trang biết đều khớp với câu trả lời." },
    { group: ASK, title: "Cần hỏi thêm", icon: "help-circle", line: "Còn điều chưa rõ, hoặc thông tin cần cán bộ xác nhận lại." }
  ];

  function tell(state, left) {
    const verdicts = judged(rules, state.answers, today());
    const of = (group) => verdicts.filter((one) => one.group === group);
    const counts = [of(YES).length, of(ASK).length], day = today().split("-").reverse().join("/");
    title.textContent = counts[0] ? `Gia đình mình có thể được hưởng ${counts[0]} chính sách`
      : counts[1] ? `Có ${counts[1]} chính sách gia đình mình cần hỏi thêm` : "Chưa thấy chính sách nào phù hợp";
    document.title = `Kết quả – ${NAME}`;
    const no = of(NO);
    fill(results, [
      notice("Chỉ để tham khảo; cơ quan có thẩm quyền quyết định.", `Xem ngày ${day}.`),
      chips(state),
      make("div", { class: "actions" }, act("print", "printer", "In danh sách"), tool("send", "share-variant", "Gửi người nhà"), tool("erase", "close", "Xoá câu trả lời")),
      sending(state),
      left.length && state.show ? more(left.length) : null,
      ...GROUPS.filter(({ group }) => of(group).length).map((one) => make("section", { class: `told told-${one.group}` },
        make("h2", null, icon(one.icon), make("span", null, one.title, " ", make("span", { class: "count" }, `(${of(one.group).length})`))),
        make("p", { class: "told-line" }, one.line),
        make("ul", { class: "told-list" }, ...of(one.group).map((found) => card(found, state))))),
      no.length ? make("details", { class: "fold told-no" }, make("summary", null, icon("close-circle-outline"), `Có vẻ chưa phù hợp (${no.length}): xem vì sao`),
        make("ul", null, ...no.map((found) => refused(found)))) : null
    ].filter(Boolean));
  }

  const notice = (strong, text) => make("div", { class: "notice notice-info" }, icon("information-outline"), make("p", null, make("strong", null, strong), " ", text));
  const act = (name, drawing, text) => make("button", { class: "button", type: "button", "data-do": name }, icon(drawing), make("span", null, text));
  function tool(name, drawing, text) {
    return make("button", { class: "button", type: "button", "data-finder-do": name, "aria-expanded": name === "send" ? "false" : null }, icon(drawing), make("span", null, text));
  }

  function chips(state) {
    const said = ids.filter((id) => isDone(state, id));
    if (!said.length) return null;
    return make("div", { class: "answers" }, make("h2", null, "Đã trả lời"), make("ul", null, ...said.map((id) =>
      make("li", { class: id === PRIVATE ? "answer-private" : null }, make("a", { class: "chip", href: address({ ...state, ask: id }), "data-ask": id },
        state.answers[id] && state.answers[id].length ? "" : `${part(id).dataset.name}: `, words(state, id), make("span", { class: "away" }, ": sửa"))))),
    make("p", { class: "answers-help" }, "Bấm vào câu trả lời để sửa. Dùng chung máy thì bấm “Xoá câu trả lời” khi xem xong; lịch sử của trình duyệt có thể còn giữ địa chỉ."));
  }

  function more(count) {
    return make("div", { class: "more-questions" }, make("p", null, `Còn ${count} câu chưa trả lời. Trả lời thêm thì kết quả rõ hơn.`),
      make("button", { class: "button", type: "button", "data-finder-do": "again" }, "Trả lời thêm"));
  }

  /* What goes into the link is shown before it goes anywhere; ethnicity never does. */
  function sending(state) {
    const canonical = document.querySelector("link[rel=canonical]"), plain = canonical ? canonical.href : location.href.split("#")[0];
    const shared = { answers: { ...state.answers }, skipped: state.skipped.filter((id) => id !== PRIVATE), ask: "", show: true };
    delete shared.answers[PRIVATE];
    const held = ids.filter((id) => shared.answers[id]), link = plain + address(shared, PRIVATE);
    const heading = make("h2", { tabindex: "-1" }, "Đường dẫn này kèm những gì?");
    return make("section", { class: "sending", hidden: "" }, heading,
      held.length ? make("ul", null, ...held.map((id) => make("li", null, `${question(id)} `, make("strong", null, words(shared, id))))) : make("p", null, "Không kèm câu trả lời nào."),
      make("p", null, "Ai có đường dẫn đều xem được các câu này. Không kèm câu hỏi về dân tộc, không kèm tên."),
      make("p", { class: "sending-link" }, link),
      make("div", { class: "asking-ways" },
        make("button", { class: "button button-main", type: "button", "data-do": "share", "data-url": link }, "Gửi kèm câu trả lời"),
        make("button", { class: "button", type: "button", "data-do": "share", "data-url": plain }, "Chỉ gửi trang này")));
  }

  const SIGNS = [["close", "Chưa khớp: "], ["help-circle-outline", "Chưa rõ: "], ["check", "Khớp: "]];
  const BENEFITS = {};
  rules.benefits.forEach((benefit) => { BENEFITS[benefit.id] = benefit; });

  function reasons({ id, way, truths }) {
    const texts = way < 0 ? [] : rules.about[id].ways[way].texts, tests = way < 0 ? [] : BENEFITS[id].ways[way];
    return tests.map((test, i) => {
      const value = settled(test, truths[i]), [drawing, word] = SIGNS[value];
      const unsure = value !== truths[i] ? ` (có vẻ ${truths[i] === YES ? "khớp" : "chưa khớp"}, cần hỏi lại)` : "";
      return make("li", { class: `reason-${value}` }, icon(drawing), make("span", null, make("span", { class: "away" }, word), texts[i] + unsure));
    });
  }

  function card(found) {
    const about = rules.about[found.id], now = today(), amounts = (about.amounts || []).filter((one) => (!one.from || one.from <= now) && (!one.until || now <= one.until));
    const doubts = [];
    if (!BENEFITS[found.id].confirmed) doubts.push("Chưa có nguồn nói rõ nay còn áp dụng như cũ: hỏi lại cán bộ.");
    return make("li", { class: "told-card" },
      make("div", { class: "told-head" }, make("h3", null, heading(about)), amounts.length ? amount(amounts[0]) : make("p", { class: "told-amount told-amount-unknown" }, "Chưa có số chắc chắn")),
      found.way >= 0 ? make("p", { class: "told-who" }, "Xét theo: ", about.ways[found.way].who, ".") : null,
      make("ul", { class: "reasons" }, ...reasons(found), ...doubts.map((text) => make("li", { class: "reason-1" }, icon("help-circle-outline"), make("span", null, text)))),
      make("p", { class: "told-todo" }, make("strong", null, "Việc cần làm: "), about.steps ? about.steps[0] + "." : "Hỏi cán bộ ở UBND cấp xã hoặc trưởng thôn."),
      details(about, amounts));
  }

  const heading = (about) => about.url ? make("a", { href: local(about.url) }, about.title) : about.title;
  const amount = (one) => make("p", { class: "told-amount" }, make("span", null, one.label), " ", make("strong", null, one.text), " ",
    make("span", null, one.sure ? one.day : `${one.day}, chờ đối chiếu`));

  /* What is not printed where a household has to ask first. */
  const FIRST_ASK = ["Được gì", "Các bước", "Giấy tờ"];

  function details(about, amounts) {
    const list = (items) => make("ul", null, ...items.map((text) => make("li", null, text)));
    const now = today(), basis = (about.basis || []).map((id) => {
      const found = rules.documents[id];
      return found.text + (found.until && found.until < now ? " (đã hết hiệu lực)" : found.doubtful ? " (cần đối chiếu)" : "");
    });
    const rows = [
      ["Được gì", amounts.map((one) => `${one.label}: ${one.text}, ${one.day}${one.sure ? "" : " (chờ đối chiếu)"}`)],
      ["Các bước", about.steps || ["Chưa có các bước chắc chắn; hỏi UBND cấp xã nơi cư trú."]],
      ["Giấy tờ", about.papers || ["Chưa có danh sách chắc chắn; hỏi cán bộ trước khi đi."]],
      ["Đến đâu", about.where || ["UBND cấp xã nơi cư trú"]],
      ["Hạn", about.deadline ? [about.deadline] : []],
      ["Căn cứ", basis.length ? basis : ["Chưa thấy văn bản làm căn cứ; hỏi cán bộ phụ trách."]],
      ["Thông tin đến", [about.checked]]
    ];
    return make("details", { class: "told-more" }, make("summary", null, "Được gì, giấy tờ, đến đâu, căn cứ"),
      make("dl", null, ...rows.filter(([, items]) => items.length).map(([name, items]) => make("div", { class: FIRST_ASK.includes(name) ? "if-sure" : null }, make("dt", null, name), make("dd", null, items.length > 1 ? list(items) : items[0])))));
  }

  function refused(found) {
    const about = rules.about[found.id];
    return make("li", null, make("h3", null, heading(about)), make("ul", { class: "reasons" }, ...reasons(found).filter((one) => one.className === "reason-0")),
      make("p", { class: "told-checked" }, `Căn cứ: ${(about.basis || []).join("; ") || "chưa thấy văn bản"}. Thông tin đến ${about.checked}.`));
  }

  draw(false);
})();
