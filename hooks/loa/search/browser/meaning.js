/* What was meant: every word may be several, and neighbours decide between them. */
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
      for (const line of await lines("w", key + " " + word.key, true)) {
        const end = line.key.split(" ")[1];
        counts.set(end, (counts.get(end) || 0.5) + frequency(line));
      }
    }
  }
  if (!counts.size) {
    for (const line of await lines("v", word.key, true)) counts.set(line.key, digit(line.text));
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
    for (const line of await lines("w", a + " " + b)) found.set(line.form, line);
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
