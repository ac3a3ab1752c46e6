/* From what was typed to results. */
const TOPICAL = 8, TAIL = 0.1, BESIDE_SAMPLES = 0.35;

const isSample = (document) => digit(index.priors[document]) >= HALF;
const prior = (document) => digit(index.priors[document]) % HALF / 40;

/* What is asked for at once need not be waited for one by one. */
async function ahead(words) {
  await Promise.all(words.map(({ key }, i) => Promise.all([
    lines("w", key), i ? lines("w", words[i - 1].key + " " + key) : null
  ])));
}

async function ranked(text) {
  index = await load("index", "");
  const words = await typedWords(text), typed = new Set(tokens(text).map(({ form }) => form));
  if (!words.length) return { hits: [], meant: [], marked: { words: new Set(), pairs: new Set() }, asTyped: true, covered: 1 };
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
    asTyped: forms.every((form) => /^\d/.test(form) || typed.has(form)),
    covered: Math.max(0, ...hits.slice(0, TOPICAL).map((hit) => hit.covered))
  };
}

function exactly(forms) {
  const words = forms.map((form) => Object.assign(asWord(form), { marked: true }));
  agreements(words);
  return words;
}

/* The best of all ways to say it; pages far behind the best one are left out. */
function together(ranks) {
  const final = new Float64Array(index.count), sense = new Uint8Array(index.count), documents = [];
  ranks.forEach(({ found, score }, way) => {
    for (const document of found) {
      if (!final[document]) documents.push(document);
      if (score[document] > final[document]) { final[document] = score[document]; sense[document] = way; }
    }
  });
  let most = 0, mostOfSamples = 0;
  for (const document of documents) {
    final[document] *= prior(document);
    most = Math.max(most, final[document]);
    if (isSample(document)) mostOfSamples = Math.max(mostOfSamples, final[document]);
  }
  const least = Math.max(TAIL * most, BESIDE_SAMPLES * mostOfSamples);
  const isNear = (document) => final[document] > (isSample(document) ? TAIL * most : least);
  return documents.filter(isNear).map((document) => {
    const { covered, section } = ranks[sense[document]];
    return { document, score: final[document], covered: covered[document], section: section[document] };
  }).sort(byScore);
}

/* Invented examples stand after everything real. */
const byScore = (a, b) => isSample(a.document) - isSample(b.document) || b.score - a.score || a.document - b.document;

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
  hits.sort(byScore);
  // A program that reads the scores finds them in order, samples at the end as well.
  for (let i = 1; i < hits.length; i++) hits[i].score = Math.min(hits[i].score, hits[i - 1].score);
  return hits;
}

/* The words as they were meant, and which of them stand side by side. */
function markedForms(senses) {
  const words = new Set(), pairs = new Set();
  for (const { places } of senses) {
    const clear = places.map(({ readings: own }) => own.filter(({ weight }) => weight >= CLEAR).map(({ form }) => form));
    clear.forEach((forms, i) => {
      for (const form of forms) {
        words.add(form);
        for (const next of clear[i + 1] || []) pairs.add(form + " " + next);
      }
    });
  }
  return { words, pairs };
}

const CLEAR = 0.8;

/* A newer site has other files than the list this page began with: then the list is fetched again. No answer mixes
   the numbers of two lists. */
async function again(ask) {
  try {
    return await whole(ask);
  } catch (error) {
    index = await load("index", "", true);
    return whole(ask);
  }
}

async function whole(ask) {
  const mine = index = await load("index", ""), found = await ask();
  if (index !== mine) throw new Error("the list was renewed");
  return found;
}

function search(text, options) {
  const { limit = 10, offset = 0 } = options || {};
  return again(async () => {
    const { hits } = await ranked(String(text));
    return Promise.all(hits.slice(offset, offset + limit).map(result));
  });
}

/* The day in Vietnam, wherever the phone thinks it is. */
const today = () => new Date(Date.now() + 7 * 36e5).toISOString().slice(0, 10);

async function result({ document, section, score }) {
  const rows = await piece("m" + Math.floor(document / index.perFile));
  const [url, title, kind, date, village, states, anchors, text] = rows[document % index.perFile];
  const anchor = anchors[section];
  return {
    url: url + (anchor ? "#" + anchor : ""), title, kind: index.kinds[kind][0], kindTitle: index.kinds[kind][1],
    date, village, status: states.find(([until]) => !until || today() <= until)[1], sample: isSample(document), score, section, text
  };
}

/* Marks words as they were meant. Of a word that stands beside another of the query somewhere in the text, only such
   places are marked ("hộ nghèo", not every "hộ"); small words nowhere else. */
function highlight(text, { words, pairs }) {
  const found = tokens(text), parts = [];
  const beside = found.map(({ form }, i) => i + 1 < found.length && pairs.has(form + " " + found[i + 1].form));
  const joined = found.map((_, i) => beside[i] || i > 0 && beside[i - 1]);
  const phrased = new Set(found.filter((_, i) => joined[i]).map(({ form }) => form));
  const kept = found.map(({ form }, i) => joined[i] || words.has(form) && !SMALL.has(form) && !phrased.has(form));
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
  add(name, value, epoch) { given.set(name, { value, epoch }); },
  /* For the pages of this site alone. */
  inside: {
    again, ranked, result, highlight, piece, number, tokens, fold, lines, wordLines, frequency,
    isSmall: (form) => SMALL.has(form), usual: (line) => digit(line.text)
  }
});
