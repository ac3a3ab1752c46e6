/* What fingers and keyboards do to a word: Telex and VNI left in the text, one slip. */

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
    if (line.key !== key && oneSlip(key, line.key)) found.push({ key: line.key, usual: digit(line.text) });
  }
  return found.sort((a, b) => b.usual - a.usual).slice(0, 6);
}
