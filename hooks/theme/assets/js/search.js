/* Finds pages in the reader's own browser: nothing that is typed leaves it, and it works from a USB stick.
   The index is written by hooks/loa/search/; loa.js loads this file when somebody begins to type. */
(function () {
  "use strict";
  const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'"\\<~|^'.includes(c)).join("");
  const HALF = 44, HASH = 4, LEVELS = 22, STEP = Math.log(1.14), SECTIONS = 16;
  const DIGIT = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));
  const IMPACT = Array.from({ length: LEVELS }, (_, weakness) => Math.exp(-weakness * STEP));

  /* ---- files of the index: plain scripts, each handing its value to loaSearch.add() ---- */
  const given = new Map(), waiting = new Map();

  function load(name, fresh) {
    if (given.has(name) && !fresh) return Promise.resolve(given.get(name));
    if (!waiting.has(name)) {
      const asked = fetched(name, fresh).catch(() => fetched(name, true));
      waiting.set(name, asked);
      const done = () => waiting.delete(name);
      asked.then(done, done);
    }
    return waiting.get(name);
  }

  function fetched(name, fresh) {
    return new Promise((found, failed) => {
      const script = document.createElement("script");
      const end = (answer, value) => { script.remove(); answer(value); };
      script.onload = () => given.has(name) ? end(found, given.get(name)) : end(failed, new Error(name));
      script.onerror = () => end(failed, new Error(name));
      script.src = window.loaSearch.folder + name + ".js" + (fresh ? "?" + Date.now() : "");
      document.head.appendChild(script);
    });
  }

  /* ---- words: the same rules as words.py ---- */
  const TOKEN = /\d{1,3}(?:\.\d{3})+(?!\d)|\d+,\d+|\d+\.\d{1,2}(?![\d.])|[\p{L}\p{N}\u0300-\u036f]+(?:['’ʼ‘`´][\p{L}\p{N}\u0300-\u036f]+)*/gu;
  const folds = new Map();

  function fold(text) {
    let known = folds.get(text);
    if (known === undefined) {
      known = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/ƀ/g, "b");
      if (folds.size > 9999) folds.clear();
      folds.set(text, known);
    }
    return known;
  }

  function spelling(found) {
    if (/^\d/.test(found)) {
      if (/^\d{1,3}(\.\d{3})+$/.test(found)) found = found.replace(/\./g, "");
      return found.replace(".", ",").replace(/^0+/, "") || "0";
    }
    return found.replace(/['’ʼ‘`´]/g, "").normalize("NFD")
      .replace(/^([hklmst]|qu[\u0300\u0301\u0303\u0309\u0323]?)y(?=[\u0300\u0301\u0303\u0309\u0323]?$)/, "$1i")
      .replace(/([ou])([aeiy])([\u0300\u0301\u0303\u0309\u0323])$/, "$1$3$2").normalize("NFC");
  }

  function tokens(text) {
    const found = [];
    text = text.normalize("NFC").toLowerCase();
    for (const match of text.matchAll(TOKEN)) {
      found.push({ form: spelling(match[0]), start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /* ---- reading the index ---- */
  let index = null;

  function number(text, at) {
    let value = 0, scale = 1, digit = DIGIT.get(text[at.i++]);
    while (digit >= HALF) {
      value += (digit - HALF) * scale;
      scale *= HALF;
      digit = DIGIT.get(text[at.i++]);
    }
    return value + digit * scale;
  }

  /* Postings as documents with impacts, the strongest first; a section where the index keeps it. */
  function postings(line) {
    if (line.postings) return line.postings;
    const text = line.text, at = { i: 0 }, documents = [], impacts = [], sections = [];
    while (at.i < text.length) {
      const head = number(text, at), impact = IMPACT[head % LEVELS];
      let left = Math.floor(head / LEVELS) + 1, document = -1;
      while (left--) {
        const value = number(text, at);
        document += 1 + (line.placed ? Math.floor(value / SECTIONS) : value);
        documents.push(document);
        impacts.push(impact);
        sections.push(line.placed ? value % SECTIONS : 0);
      }
    }
    line.postings = { documents, impacts, sections };
    return line.postings;
  }

  function family(letter) {
    const known = index.families[letter];
    if (!known.names) {
      known.starts = known[0].split("~");
      known.names = known.starts.map((_, i) => letter + i + "-" + known[1].substr(i * HASH, HASH));
      known.shards = new Map();
    }
    return known;
  }

  function parsed(shards, name) {
    let shard = shards.get(name);
    if (!shard) {
      shard = given.get(name).split("~").map((line) => {
        if (line[0] === "=") {
          const [phrase, ...others] = line.slice(1).split("=").map((said) => said.split(" "));
          return { key: fold(phrase[0]), phrase, others };
        }
        const [, form, sign, text, count] = /^([^|^]*)([|^])([^|]*)(?:\|(.*))?$/.exec(line);
        return { form, key: fold(form), placed: sign === "|", text, count: count && number(count, { i: 0 }) };
      });
      shards.set(name, shard);
    }
    return shard;
  }

  const MOST_SHARDS = 5;

  /* Every line with this key, or whose key begins with it. */
  async function lines(letter, key, begins) {
    const { starts, names, shards } = family(letter);
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle + 1; else high = middle;
    }
    const found = [], first = Math.max(0, low - 1);
    for (let i = first; i < names.length && i < first + MOST_SHARDS; i++) {
      if (i > first && (!begins || !starts[i].startsWith(key))) break;
      await load(names[i]);
      for (const line of parsed(shards, names[i])) {
        if (begins ? line.key.startsWith(key) : line.key === key) found.push(line);
      }
    }
    return found;
  }

  const wordLines = async (key) => (await lines("u", key)).filter((line) => !line.phrase);
  const frequency = (line) => line.count || postings(line).documents.length;

  /* ---- what was typed ---- */

  /* What the keys of Telex or VNI would have made; null where they make nothing else. */
  const TELEX = { f: "\u0300", s: "\u0301", r: "\u0309", x: "\u0303", j: "\u0323" };
  const VNI = { 2: "\u0300", 1: "\u0301", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
  const VOWEL = /[aeiouyăâêôơư]/;

  function composed(word) {
    if (!/^[a-z][a-z0-9]+$/.test(word)) return null;
    const vni = /\d/.test(word), tones = vni ? VNI : TELEX;
    let text = "", tone = "";
    for (const key of word) {
      const open = VOWEL.test(text), last = text[text.length - 1];
      if (open && tones[key]) tone = tones[key];
      else if (vni ? key === "9" && text[0] === "d" : key === "d" && text[0] === "d") text = "đ" + text.slice(1);
      else if (open && (vni ? /[78]/ : /w/).test(key)) text = bent(text, key);
      else if (vni && key === "6") text = text.replace(/[aeo](?=[^aeo]*$)/, circumflex);
      else if (!vni && /[aeo]/.test(key) && (last === key || new RegExp(key + "[^aeiouy]+$").test(text))) {
        text = text.replace(new RegExp(key + "(?=[^aeiouy]*$)"), circumflex);
      } else text += key;
    }
    return /\d/.test(text) || text === word && !tone ? null : spelling(toned(text, tone));
  }

  function circumflex(letter) {
    return (letter + "\u0302").normalize("NFC");
  }

  function bent(text, key) {
    if (key !== "8" && /[uư]o[a-z]*$/.test(text)) return text.replace(/[uư]o(?=[a-z]*$)/, "ươ");
    if (key !== "7" && /a[a-z]*$/.test(text)) return text.replace(/a(?=[a-z]*$)/, "ă");
    return text.replace(/[uo](?=[a-z]*$)/, (letter) => letter === "u" ? "ư" : "ơ");
  }

  /* A tone stands on the letter with another mark; else on the first vowel, or on the second of three and before an end. */
  function toned(text, tone) {
    const start = /^(qu|gi(?=[aeouăâêôơư]))/.test(text) ? 2 : 0, vowels = [];
    for (let i = start; i < text.length; i++) if (VOWEL.test(text[i])) vowels.push(i);
    const marked = vowels.filter((i) => /[ăâêôơư]/.test(text[i]));
    const closed = vowels[vowels.length - 1] < text.length - 1;
    const at = marked.length ? marked[marked.length - 1] : vowels[vowels.length > 2 || vowels.length === 2 && closed ? 1 : 0];
    return (text.slice(0, at + 1) + tone + text.slice(at + 1)).normalize("NFC");
  }

  /* Whether one slip makes one word of the other: a letter more, less, other, or two exchanged. */
  function oneSlip(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let head = 0;
    while (head < a.length && a[head] === b[head]) head++;
    if (a.length === b.length) {
      return a.slice(head + 1) === b.slice(head + 1) ||
        a[head] === b[head + 1] && a[head + 1] === b[head] && a.slice(head + 2) === b.slice(head + 2);
    }
    return a.length > b.length ? a.slice(head + 1) === b.slice(head) : a.slice(head) === b.slice(head + 1);
  }

  /* Words of the site that differ by one slip, the usual ones first. */
  async function slips(key) {
    if (key.length < 3 || /\d/.test(key)) return [];
    const found = [];
    for (const line of await lines("v", key[0], true)) {
      if (line.key !== key && oneSlip(key, line.key)) found.push({ key: line.key, usual: DIGIT.get(line.text) });
    }
    return found.sort((a, b) => b.usual - a.usual).slice(0, 6);
  }

  /* ---- what was meant: every word may be several, and neighbours decide between them ---- */
  const PLAIN_D = 0.52, BARE = 0.9, ENDING = 0.38, LOOSE = 0.29, OTHER = 0.06;
  const FORMS = 12, KEYS = 4, LONGEST = 200, MOST_WORDS = 20;

  async function typedWords(text) {
    const typed = text.slice(0, LONGEST).normalize("NFC").toLowerCase().match(TOKEN) || [];
    let found = (await joined(typed.slice(0, MOST_WORDS))).map(asWord);
    if (isBare(found)) found = await withoutKeys(found);
    const last = found[found.length - 1];
    if (last && /[\p{L}\p{N}\u0300-\u036f]$/u.test(text)) last.open = true;
    return found;
  }

  const asWord = (form) => ({ form, key: fold(form) });
  const isBare = (words) => words.every(({ form, key }) => form === key);
  const stands = async (form) => (await wordLines(fold(form))).some((line) => line.form === form);

  /* Numbers that were typed in pieces: "6 24" is 6,24 and "423 000" is 423.000, where the site says so. */
  async function joined(typed) {
    const found = [];
    for (let i = 0; i < typed.length; i++) {
      let end = i + 1;
      if (/^\d{1,3}$/.test(typed[i])) while (/^\d{3}$/.test(typed[end])) end++;
      const thousands = spelling(typed.slice(i, end).join("")), decimal = spelling(typed[i] + "," + typed[i + 1]);
      if (end > i + 1 && await stands(thousands)) {
        found.push(thousands);
        i = end - 1;
      } else if (/^\d+ \d+$/.test(typed[i] + " " + typed[i + 1]) && await stands(decimal)) {
        found.push(decimal);
        i++;
      } else found.push(spelling(typed[i]));
    }
    return found;
  }

  /* Telex or VNI left in one word the site does not know otherwise: then it is in all of them. */
  async function withoutKeys(words) {
    const meant = [];
    let certain = false;
    for (const { form, key } of words) {
      const made = composed(key);
      const known = made && await stands(made);
      if (known && !(await wordLines(key)).length) certain = true;
      meant.push(known ? made : form);
    }
    return certain ? meant.map((form) => Object.assign(asWord(form), { marked: true })) : words;
  }

  /* How well a word of the site fits one that was typed with the same letters. */
  function agreements(words) {
    const bare = !words.some((word) => word.marked) && isBare(words);
    const plainD = words.some(({ form }) => form.includes("đ")) ? OTHER : PLAIN_D;
    for (const word of words) {
      word.marked = !bare;
      word.agrees = (form) => {
        if (form === word.form) return 1;
        if (bare) return BARE;
        if (form.replace(/đ/g, "d") === word.form) return plainD;
        return word.form === word.key || form === fold(form) ? LOOSE : OTHER;
      };
    }
    return bare;
  }

  async function spelt(word, key, weight, agrees = () => 1) {
    return (await wordLines(key)).map((line) => ({
      line, form: line.form, key, marked: word.marked, weight: weight * agrees(line.form)
    }));
  }

  async function readings(word, before, isKnown) {
    const found = new Map();
    const keep = async (key, weight, agrees) => {
      for (const reading of await spelt(word, key, weight, agrees)) {
        const known = found.get(reading.form);
        if (!known || known.weight < reading.weight) found.set(reading.form, reading);
      }
    };
    await keep(word.key, 1, word.agrees);
    const plain = found.size > 0;
    if (word.open && !/^\d/.test(word.key)) {
      for (const key of await endings(word, before)) await keep(key, plain ? ENDING : 0.7);
    }
    if (!found.size && !isKnown) {
      for (const slip of await slips(word.key)) await keep(slip.key, 0.5);
    }
    return Array.from(found.values())
      .sort((a, b) => b.weight - a.weight || frequency(b.line) - frequency(a.line) || (a.form < b.form ? -1 : 1))
      .slice(0, FORMS);
  }

  /* How a word that is still being typed may end: as it does after the word before it, else as it usually does. */
  async function endings(word, before) {
    const counts = new Map();
    if (before) {
      for (const key of new Set(before.map((reading) => reading.key).slice(0, KEYS))) {
        for (const line of await lines("p", key + " " + word.key, true)) {
          const end = line.key.split(" ")[1];
          counts.set(end, (counts.get(end) || 0.5) + frequency(line));
        }
      }
    }
    if (!counts.size) {
      for (const line of await lines("v", word.key, true)) counts.set(line.key, DIGIT.get(line.text));
    }
    counts.delete(word.key);
    return Array.from(counts.keys()).sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1)).slice(0, KEYS);
  }

  /* The words of a query with all they may be, each reading weighed by its neighbours. */
  async function understood(words, isKnown) {
    const places = [];
    for (const word of words) {
      const before = places.length ? places[places.length - 1].readings : null;
      places.push({ word, readings: await readings(word, before && before.length ? before : null, isKnown(word)) });
    }
    const pairs = [];
    for (let i = 0; i + 1 < places.length; i++) pairs.push(await neighbours(places[i].readings, places[i + 1].readings));
    weigh(places, pairs);
    return { places, pairs };
  }

  async function neighbours(left, right) {
    const found = new Map();
    const keys = (side) => Array.from(new Set(side.map((reading) => reading.key))).slice(0, KEYS);
    for (const a of keys(left)) for (const b of keys(right)) {
      for (const line of await lines("p", a + " " + b)) found.set(line.form, line);
    }
    return found;
  }

  /* Forward and backward over all readings: the sum over every way to read the query, at each word. */
  const PULL = 14.3;

  function weigh(places, pairs) {
    const start = (reading) => reading.weight * (reading.marked ? 1 : Math.sqrt(frequency(reading.line) || 0.5));
    const pull = (i, a, b) => {
      const line = pairs[i].get(a.form + " " + b.form);
      return 1 + (line ? PULL * Math.log(1.5 + frequency(line)) : 0);
    };
    const run = (order, step) => {
      let before = null;
      const sums = [];
      for (const i of order) {
        const own = places[i].readings;
        const sum = own.map((b) => start(b) * (before === null || !before.length ? 1
          : before.reduce((all, a) => all + a.sum * step(i, a.reading, b), 0)));
        const total = sum.reduce((all, one) => all + one, 0) || 1;
        sums[i] = sum.map((one) => one / total);
        before = own.map((reading, n) => ({ reading, sum: sums[i][n] }));
      }
      return sums;
    };
    const order = places.map((_, i) => i);
    const forward = run(order, (i, a, b) => pull(i - 1, a, b));
    const backward = run(order.slice().reverse(), (i, a, b) => pull(i, b, a));
    places.forEach(({ readings: own }, i) => {
      const chance = own.map((reading, n) => forward[i][n] * backward[i][n] / (start(reading) || 1));
      const best = Math.max(...chance);
      own.forEach((reading, n) => {
        const likely = best ? chance[n] / best : 1;
        reading.weight = Math.max(likely * Math.min(1, reading.weight * 2), reading.weight * FLOOR);
      });
      own.sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1));
    });
  }

  const FLOOR = 0.33;

  /* ---- words for the same thing ---- */

  /* Phrases of the list that stand in the query, longer ones before shorter ones inside them. */
  async function listed(forms, same) {
    const found = [];
    for (let at = 0; at < forms.length; at++) {
      for (const { phrase, others } of await lines("u", fold(forms[at]))) {
        if (phrase && phrase.every((word, i) => forms[at + i] !== undefined && same(forms[at + i], word))) {
          found.push({ at, end: at + phrase.length, others });
        }
      }
    }
    return found.filter((one) => !found.some((longer) => longer.end - longer.at > one.end - one.at &&
      one.at >= longer.at && one.end <= longer.end));
  }

  const MOST_WAYS = 6;

  /* Other ways to say the query, each as words with all their marks. */
  async function otherWays(forms, bare) {
    const found = new Map();
    for (const { at, end, others } of await listed(forms, bare ? (a, b) => fold(a) === fold(b) : (a, b) => a === b)) {
      for (const other of others) {
        const said = forms.slice(0, at).concat(other, forms.slice(end));
        found.set(said.join(" "), said);
      }
    }
    return Array.from(found.values()).slice(0, MOST_WAYS);
  }

  /* ---- ranking ---- */
  const SYNONYM = 1, PAIR = 2.2, COVERAGE = 0.26, SMALL_WORD = 0.5, COHESION = 0.57, PAIR_RARITY = 0.62, IDF = 0.15, BASE = 0.2, TOPIC = 0.74;
  const SMALL = new Set(("là có không được gì nào ở đâu cho của và tôi thì mà với các những này khi như thế sao ai muốn phải cần " +
    "bao nhiêu bị để từ làm mình nhà em anh chị ông bà về vào ra đi rồi chưa còn hay nếu một").split(" "));

  const rarity = (df) => BASE + Math.log(1 + (index.count - df + IDF) / (df + IDF));

  function add(total, line, weight, note) {
    const { documents, impacts, sections } = postings(line);
    for (let n = 0; n < documents.length; n++) {
      const document = documents[n], value = weight * impacts[n];
      const known = total.get(document);
      if (!known) total.set(document, { value, section: sections[n] });
      else if (known.value < value) { known.value = value; known.section = sections[n]; }
    }
  }

  function rank({ places, pairs }) {
    const documents = new Map();
    const collect = (line_weights, importance, share) => {
      const best = new Map();
      for (const [line, weight] of line_weights) add(best, line, weight);
      for (const [document, { value, section }] of best) {
        let known = documents.get(document);
        if (!known) documents.set(document, known = { score: 0, covered: 0, sections: new Map() });
        known.score += importance * value;
        known.covered += share;
        known.sections.set(section, (known.sections.get(section) || 0) + importance * value);
      }
    };
    const worth = places.map(({ readings: own }) => {
      const best = own.length ? own[0].weight : 0;
      const df = own.reduce((sum, one) => sum + one.weight / (best || 1) * frequency(one.line), 0);
      return rarity(Math.min(df, index.count)) * (own.length && SMALL.has(own[0].form) ? SMALL_WORD : 1);
    });
    const whole = worth.reduce((sum, one) => sum + one, 0) || 1;
    places.forEach(({ readings: own }, i) => {
      collect(own.map((one) => [one.line, one.weight]), worth[i], worth[i] / whole);
    });
    pairs.forEach((found, i) => {
      const weights = [];
      const weight = (side, form) => (side.readings.find((one) => one.form === form) || { weight: 0 }).weight;
      for (const line of found.values()) {
        const [a, b] = line.form.split(" ");
        weights.push([line, Math.min(weight(places[i], a), weight(places[i + 1], b))]);
      }
      const df = weights.reduce((sum, [line, w]) => sum + w * frequency(line), 0);
      collect(weights.filter(([, w]) => w > 0.05), PAIR * (worth[i] + worth[i + 1]) / 2 * rarity(df) / (rarity(df) + PAIR_RARITY), 0);
    });
    for (const known of documents.values()) {
      const together = Math.max(...known.sections.values()) / known.score;
      known.score *= Math.pow(Math.min(1, known.covered), COVERAGE) * (1 + COHESION * together) / whole;
    }
    return documents;
  }

  /* ---- the whole answer ---- */
  const SAMPLE = 0.6, TOPICAL = 8, TAIL = 0.15;

  function prior(document) {
    const value = DIGIT.get(index.priors[document]);
    return value < HALF ? value / 40 : (value - HALF) / 40 * SAMPLE;
  }

  /* What is asked for at once need not be waited for one by one. */
  async function ahead(words) {
    await Promise.all(words.map(({ key }, i) => Promise.all([
      lines("u", key), i ? lines("p", words[i - 1].key + " " + key) : null
    ])));
  }

  async function ranked(text) {
    index = await load("index");
    const words = await typedWords(text);
    if (!words.length) return { hits: [], meant: [], marked: new Set(), asTyped: true, covered: 1 };
    const bare = agreements(words), inList = new Set();
    await ahead(words);
    for (const { at, end } of await listed(words.map((word) => word.key), (a, b) => a === fold(b))) {
      words.slice(at, end).forEach((word) => inList.add(word));
    }
    const senses = [await understood(words, (word) => inList.has(word))];
    const forms = senses[0].places.map(({ word, readings: found }) => found.length ? found[0].form : word.form);
    for (const way of await otherWays(forms, bare)) senses.push(await understood(exactly(way), () => true));
    const hits = together(senses.map(rank));
    return {
      hits: byTopic(hits), meant: forms, marked: markedForms(senses),
      asTyped: words.every(({ form }, i) => form === forms[i]),
      covered: Math.max(0, ...hits.slice(0, TOPICAL).map((hit) => hit.covered))
    };
  }

  function exactly(forms) {
    const words = forms.map((form) => Object.assign(asWord(form), { marked: true }));
    agreements(words);
    return words;
  }

  /* The best of all ways to say it; other words than those that were typed count a little less. */
  function together(ranks) {
    const best = new Map();
    ranks.forEach((found, way) => {
      for (const [document, { score, covered, sections }] of found) {
        const known = best.get(document), value = score * (way ? SYNONYM : 1);
        if (!known || known.score < value) {
          best.set(document, { document, score: value, covered, section: bestSection(sections) });
        }
      }
    });
    for (const hit of best.values()) hit.score *= prior(hit.document);
    const hits = Array.from(best.values()).sort(byScore);
    return hits.filter(({ score }) => score > TAIL * hits[0].score);
  }

  const byScore = (a, b) => b.score - a.score || a.document - b.document;

  /* Pages on the topic of the best answers help too. */
  function byTopic(hits) {
    const mass = new Map();
    let all = 0;
    for (const { document, score } of hits.slice(0, TOPICAL)) {
      const topic = index.topics[document];
      all += score * score;
      if (topic !== LETTERS[0]) mass.set(topic, (mass.get(topic) || 0) + score * score);
    }
    for (const hit of hits) hit.score *= 1 + TOPIC * (mass.get(index.topics[hit.document]) || 0) / all;
    return hits.sort(byScore);
  }

  function bestSection(sections) {
    let best = 0;
    for (const [section, value] of sections) if (value > (sections.get(best) || 0)) best = section;
    return best;
  }

  function markedForms(senses) {
    const found = new Set();
    for (const { places } of senses) for (const { readings: own } of places) {
      for (const { form, weight } of own) if (weight >= CLEAR) found.add(form);
    }
    return found;
  }

  const CLEAR = 0.8;

  /* ---- answers ---- */

  /* A newer site may have taken the files of this index away: then its list is fetched again. */
  async function again(ask) {
    try {
      return await ask();
    } catch (error) {
      await load("index", true);
      return ask();
    }
  }

  function search(text, options) {
    const { limit = 10, offset = 0 } = options || {};
    return again(async () => {
      const { hits } = await ranked(String(text));
      return Promise.all(hits.slice(offset, offset + limit).map(result));
    });
  }

  async function result({ document, section, score }) {
    const [perFile, hashes] = index.titles, file = Math.floor(document / perFile);
    const rows = await load("m" + file + "-" + hashes.substr(file * HASH, HASH));
    const [url, title, kind, date, village, status, text, anchors] = rows[document % perFile];
    const anchor = anchors[section];
    return {
      url: url + (anchor ? "#" + anchor : ""), title, kind: index.kinds[kind][0], kindTitle: index.kinds[kind][1],
      date, village, status, sample: DIGIT.get(index.priors[document]) >= HALF, score, section, file: "t" + document + "-" + text
    };
  }

  /* What snippets mark: the words as they were meant, small ones only between others. */
  function highlight(text, marked) {
    const found = tokens(text), parts = [];
    const on = found.map(({ form }) => marked.has(form));
    const kept = on.map((is, i) => is && (!SMALL.has(found[i].form) || on[i - 1] && on[i + 1]));
    let at = 0;
    for (let i = 0; i < found.length; i++) {
      if (!kept[i]) continue;
      const { start } = found[i];
      while (kept[i + 1]) i++;
      parts.push([text.slice(at, start), false], [text.slice(start, found[i].end), true]);
      at = found[i].end;
    }
    parts.push([text.slice(at), false]);
    return parts.filter(([words]) => words);
  }

  Object.assign(window.loaSearch = window.loaSearch || {}, {
    search,
    add(name, value) { given.set(name, value); },
    /* For the pages of this site alone. */
    inside: {
      again, ranked, result, highlight, load, number, tokens, fold, lines, wordLines, frequency,
      isSmall: (form) => SMALL.has(form), usual: (line) => DIGIT.get(line.text), listed: () => index
    }
  });
})();
