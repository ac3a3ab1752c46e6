/* The index: pieces written by built.py and shards.py, plain scripts that hand their value to loaSearch.add(). */
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'"\\<~|^'.includes(c)).join("");
const HALF = 44, LEVELS = 22, STEP = Math.log(1.14), SECTIONS = 16;
const DIGIT = new Uint8Array(128);
LETTERS.split("").forEach((letter, value) => { DIGIT[letter.charCodeAt(0)] = value; });
const digit = (letter) => DIGIT[letter.charCodeAt(0)];
const IMPACT = Array.from({ length: LEVELS }, (_, weakness) => Math.exp(-weakness * STEP));

/* What was handed over, by name: the value, whose numbers it is written in, and the version it was asked for with.
   What a page carries inside itself has no version: it cannot be of another day than the page. */
const given = new Map(), waiting = new Map();
let index = null;

function fits({ epoch }) {
  return !epoch || Boolean(index) && epoch === index.epoch;
}

function load(name, version, fresh) {
  const kept = given.get(name), key = name + "?" + version;
  if (!fresh && kept && (kept.version === undefined || kept.version === version) && fits(kept)) return Promise.resolve(kept.value);
  if (!waiting.has(key)) {
    const asked = fetched(name, version, fresh).catch(() => fetched(name, version, true));
    waiting.set(key, asked);
    const done = () => waiting.delete(key);
    asked.then(done, done);
  }
  return waiting.get(key);
}

/* A version names what is in the file: a browser that kept another one asks anew. Folders keep nothing. */
function fetched(name, version, fresh) {
  const { folder } = window.loaSearch, kept = version && !folder.startsWith("file:") ? "?v=" + version : "";
  return new Promise((found, failed) => {
    const script = document.createElement("script");
    given.delete(name);
    script.onload = () => {
      const handed = given.get(name);
      script.remove();
      if (handed && fits(handed)) {
        handed.version = version;
        found(handed.value);
      } else {
        given.delete(name);
        failed(new Error(name));
      }
    };
    script.onerror = () => { script.remove(); failed(new Error(name)); };
    script.src = folder + name + ".js" + (fresh ? "?" + Date.now() : kept);
    document.head.appendChild(script);
  });
}

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

/* A piece as the manifest knows it, "w12", or as a row of results does, with its version: "t-name?version". */
const VERSION = 4, GROUP = 16;

function piece(name) {
  const [own, version] = name.split("?"), group = Math.floor(Number(own.slice(1)) / GROUP) || 0;
  return load(own, version || index[own[0]].substr(group * VERSION, VERSION));
}

/* Where a key is: a property of the key alone, see cuts.py. */
const SECOND_LETTERS = { c: "h", g: "h", k: "h", n: "gh", p: "h", t: "hr" };

function onset(word) {
  const [first = "", second = ""] = Array.from(word.slice(0, 4));
  return second && (SECOND_LETTERS[first] || "").includes(second) ? first + second : first;
}

/* All sounds with which a word may begin of which only the first letter is typed. */
function onsets(word) {
  const [first = "", second] = Array.from(word.slice(0, 4));
  return second ? [onset(word)] : [first, ...Array.from(SECOND_LETTERS[first] || "", (letter) => first + letter)];
}

function units(letter, key, begins) {
  if (letter === "v") return begins ? onsets(key) : [onset(key)];
  const [first, second] = key.split(" ");
  if (!second) return [first];
  return (begins ? onsets(second) : [onset(second)]).map((sound) => first + " " + sound);
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? n >>> 1 ^ 0xedb88320 : n >>> 1;
  return n;
});

function place(letter, unit) {
  let crc = -1;
  for (let i = 0; i < unit.length; i++) {
    const code = unit.charCodeAt(i);
    for (const byte of [code & 255, code >> 8]) crc = CRC[(crc ^ byte) & 255] ^ crc >>> 8;
  }
  return letter + (~crc >>> 0) % index.pieces[letter];
}

/* The lines of a piece; what was read of them is kept with the list they belong to. */
async function opened(name) {
  const known = index.opened || (index.opened = new Map()), text = await piece(name);
  if (!known.has(name)) known.set(name, { texts: text ? text.split("~") : [], lines: [] });
  return known.get(name);
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

/* How many of the sorted texts are before a key. */
function before(texts, key) {
  let low = 0, high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(texts[middle]) < key) low = middle + 1; else high = middle;
  }
  return low;
}

/* Every line with this key, or whose key begins with it. */
async function lines(letter, key, begins) {
  const names = new Set(units(letter, key, begins).map((unit) => place(letter, unit))), found = [];
  for (const { texts, lines: all } of await Promise.all(Array.from(names, opened))) {
    for (let n = before(texts, key); n < texts.length; n++) {
      const one = all[n] || (all[n] = read(texts[n]));
      if (begins ? !one.key.startsWith(key) : one.key !== key) break;
      found.push(one);
    }
  }
  return names.size > 1 ? found.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0) : found;
}

const wordLines = async (key) => (await lines("w", key)).filter((one) => !one.phrase);
const frequency = (line) => line.count || postings(line).documents.length;
