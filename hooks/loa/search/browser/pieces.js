/* The index: pieces written by index.py and shards.py, plain scripts that hand their value to loaSearch.add(). */
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'"\\<~|^'.includes(c)).join("");
const HALF = 44, LEVELS = 22, STEP = Math.log(1.14), SECTIONS = 16;
const DIGIT = new Uint8Array(128);
LETTERS.split("").forEach((letter, value) => { DIGIT[letter.charCodeAt(0)] = value; });
const digit = (letter) => DIGIT[letter.charCodeAt(0)];
const IMPACT = Array.from({ length: LEVELS }, (_, weakness) => Math.exp(-weakness * STEP));

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

let index = null;

/* The number written at a place of a text; the place moves on. */
function number(text, at) {
  let value = 0, scale = 1, found = DIGIT[text.charCodeAt(at.i++)];
  while (found >= HALF) {
    value += (found - HALF) * scale;
    scale *= HALF;
    found = DIGIT[text.charCodeAt(at.i++)];
  }
  return value + found * scale;
}

/* Postings as documents with impacts, the strongest first; a section where the index keeps it. */
function postings(line) {
  if (line.postings) return line.postings;
  const text = line.text, at = { i: 0 }, documents = [], impacts = [], sections = [];
  while (at.i < text.length) {
    const head = number(text, at), impact = IMPACT[head % LEVELS];
    let left = Math.floor(head / LEVELS) + 1, document = -1;
    while (left--) {
      const value = number(text, at), section = line.placed ? value % SECTIONS : 0;
      document += 1 + (line.placed ? (value - section) / SECTIONS : value);
      documents.push(document);
      impacts.push(impact);
      sections.push(section);
    }
  }
  line.postings = { documents, impacts, sections };
  return line.postings;
}

/* A piece of the index that was loaded last. */
const piece = (name) => load(name + "-" + index.version);

/* The keys at which the pieces of "w" (words and neighbours) or "v" (vocabulary) begin, and what was read of them. */
function family(letter) {
  const known = index.known || (index.known = {});
  return known[letter] || (known[letter] = { starts: index[letter].split("~"), pieces: [] });
}

async function opened({ pieces }, letter, i) {
  const text = await piece(letter + i);
  return pieces[i] || (pieces[i] = { texts: text.split("~"), lines: [] });
}

function read(text) {
  if (text[0] === "=") {
    const [phrase, ...others] = text.slice(1).split("=").map((said) => said.split(" "));
    return { key: fold(phrase[0]), phrase, others };
  }
  const [, form, sign, found, count] = /^([^|^]*)([|^])([^|]*)(?:\|(.*))?$/.exec(text);
  return { form, key: fold(form), placed: sign === "|", text: found, count: count && number(count, { i: 0 }) };
}

/* The key of a line; only a few of a piece are ever read further. */
const keyOf = (text) => fold(/^=?[^|^= ]*(?: [^|^=]*(?=[|^]))?/.exec(text)[0].replace("=", ""));

/* How many of the sorted texts stand before a key, or before what comes after it. */
function before(texts, key, after, keyOf = (text) => text) {
  let low = 0, high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1, found = keyOf(texts[middle]);
    if (found < key || after && found === key) low = middle + 1; else high = middle;
  }
  return low;
}

const MOST_PIECES = 5;

/* Every line with this key, or whose key begins with it. */
async function lines(letter, key, begins) {
  const known = family(letter), { starts } = known, found = [];
  const first = Math.max(0, before(starts, key, true) - 1);
  for (let i = first; i < starts.length && i < first + MOST_PIECES; i++) {
    if (i > first && (!begins || !starts[i].startsWith(key))) break;
    const { texts, lines: all } = await opened(known, letter, i);
    for (let n = before(texts, key, false, keyOf); n < texts.length; n++) {
      const one = all[n] || (all[n] = read(texts[n]));
      if (begins ? !one.key.startsWith(key) : one.key !== key) break;
      found.push(one);
    }
  }
  return found;
}

const wordLines = async (key) => (await lines("w", key)).filter((one) => !one.phrase);
const frequency = (line) => line.count || postings(line).documents.length;
