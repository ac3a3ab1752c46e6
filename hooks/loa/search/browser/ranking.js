/* How well a page answers a query that has been understood. */
const PAIR = 2.2, COVERAGE = 0.26, SMALL_WORD = 0.5, COHESION = 0.57, PAIR_RARITY = 0.62, IDF = 0.15, BASE = 0.2, TOPIC = 0.74;
const SMALL = new Set(("là có không được gì nào ở đâu cho của và tôi thì mà với các những này khi như thế sao ai muốn phải cần " +
  "bao nhiêu bị để từ làm mình nhà em anh chị ông bà về vào ra đi rồi chưa còn hay nếu một").split(" "));

const rarity = (df) => BASE + Math.log(1 + (index.count - df + IDF) / (df + IDF));

/* The pages that say a query in one of its senses: { found: [document, …], score, covered, section }, by document. */
function rank({ places, pairs }) {
  const score = new Float64Array(index.count), covered = new Float64Array(index.count), section = new Uint8Array(index.count);
  const parts = new Float64Array(index.count * SECTIONS), found = [];
  const collect = strongest((document, value, part, importance, share) => {
    if (!score[document]) found.push(document);
    score[document] += importance * value;
    covered[document] += share;
    parts[document * SECTIONS + part] += importance * value;
  });
  const worth = places.map(worthOf), whole = worth.reduce((sum, one) => sum + one, 0) || 1;
  places.forEach(({ readings: own }, i) => {
    collect(own.map((one) => [one.line, one.weight]), worth[i], worth[i] / whole);
  });
  pairs.forEach((known, i) => {
    const weights = weighed(known, places[i], places[i + 1]);
    const rare = rarity(weights.reduce((sum, [line, weight]) => sum + weight * frequency(line), 0));
    const importance = PAIR * (worth[i] + worth[i + 1]) / 2 * rare / (rare + PAIR_RARITY);
    collect(weights.filter(([, weight]) => weight > 0.05), importance, 0);
  });
  for (const document of found) {
    const start = document * SECTIONS;
    let best = 0;
    for (let part = 1; part < SECTIONS; part++) if (parts[start + part] > parts[start + best]) best = part;
    const together = parts[start + best] / score[document];
    score[document] *= Math.pow(Math.min(1, covered[document]), COVERAGE) * (1 + COHESION * together) / whole;
    section[document] = best;
  }
  return { found, score, covered, section };
}

/* How much a word of the query tells; small words tell little. */
function worthOf({ readings: own }) {
  if (!own.length) return rarity(0);
  const df = own.reduce((sum, one) => sum + one.weight / (own[0].weight || 1) * frequency(one.line), 0);
  return rarity(Math.min(df, index.count)) * (SMALL.has(own[0].form) ? SMALL_WORD : 1);
}

/* Neighbours, each as likely as the less likely of its words. */
function weighed(known, left, right) {
  const weight = (side, form) => (side.readings.find((one) => one.form === form) || { weight: 0 }).weight;
  return Array.from(known.values(), (line) => {
    const [a, b] = line.form.split(" ");
    return [line, Math.min(weight(left, a), weight(right, b))];
  });
}

/* Hands on, for each page, the strongest of several lines. */
function strongest(hand) {
  const best = new Float64Array(index.count), part = new Uint8Array(index.count);
  return (weights, importance, share) => {
    const touched = [];
    for (const [line, weight] of weights) {
      const { documents, impacts, sections } = postings(line);
      for (let n = 0; n < documents.length; n++) {
        const document = documents[n], value = weight * impacts[n];
        if (value <= best[document]) continue;
        if (!best[document]) touched.push(document);
        best[document] = value;
        part[document] = sections[n];
      }
    }
    for (const document of touched) {
      hand(document, best[document], part[document], importance, share);
      best[document] = 0;
    }
  };
}
