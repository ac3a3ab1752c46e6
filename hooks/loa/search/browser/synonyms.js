/* Words for the same thing. */

/* Phrases of the list that stand in the query, longer ones before shorter ones inside them. */
async function listed(forms, same) {
  const found = [];
  for (let at = 0; at < forms.length; at++) {
    for (const { phrase, others } of await lines("w", fold(forms[at]))) {
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
