/* Words as search sees them: the same rules as words.py. */
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
    .replace(/^qu([\u0300\u0301\u0303\u0309\u0323])([aeiy])$/, "qu$2$1")
    .replace(/^qui(?=[\u0300\u0301\u0303\u0309\u0323]?$)/, "quy")
    .replace(/^([hklmst])y(?=[\u0300\u0301\u0303\u0309\u0323]?$)/, "$1i")
    .replace(/([^q]|^)([ou])([aeiy])([\u0300\u0301\u0303\u0309\u0323])$/, "$1$2$4$3").normalize("NFC");
}

function tokens(text) {
  const found = [];
  text = text.normalize("NFC").toLowerCase();
  for (const match of text.matchAll(TOKEN)) {
    found.push({ form: spelling(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return found;
}
