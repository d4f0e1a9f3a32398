const TABS = [
  ["runs", "Runs", runsView], ["differences", "Differences", differencesView], ["functions", "Functions", functionsView], ["flame", "Flame", flameView], ["sides", "Only one side", sidesView],
  ["output", "Output", outputView], ["about", "About", aboutView],
];
const USUAL = {view: "runs", q: "", pair: 0, category: "all", place: -1, differing: true, cells: "calls", sort: "", fold: true, zoom: -1};

let pairBox;

function verdict() {
  const all = Object.fromEntries(Object.keys(CATEGORIES).map(key => [key, pairs.reduce((sum, pair) => sum + pair.counts[key], 0)]));
  const words = Object.keys(CATEGORIES).filter(key => all[key]).map(key => CATEGORIES[key][0] + " " + number(all[key]) + " " + WORDS[key]);
  return data.equal ? "all did the same" : words.length ? "differences: " + words.join(", ") : "";
}

start({
  tabs: TABS,
  keys: [["[ and ]", "the pair before and the next"], ["arrows", "move from difference to difference"], ["Enter", "open or close one"], ["Esc", "close it"]],
  usual: USUAL,
  prepare() {
    model();
    if (data.kind === "diff") TABS.splice(TABS.findIndex(([key]) => key === "output"), 1);
    USUAL.differing = calls.some(one => one.differs);
    USUAL.pair = Math.max(0, pairs.findIndex(pair => pair.counts.program > 0));
    if (pairs.length && !pairs[USUAL.pair].counts.program) USUAL.pair = Math.max(0, pairs.findIndex(pair => differences(pair) > 0));
  },
  correct() {
    if (!pairs[state.pair]) state.pair = USUAL.pair;
    if (!(state.category in CATEGORIES)) state.category = "all";
    if (!data.times) state.cells = "calls";
  },
  heading() {
    const failed = runs.filter(run => run.failure), noted = data.notes.length + pairs.reduce((sum, pair) => sum + pair.cautions.length, 0);
    return {
      title: [visible(data.title), data.kind === "compare" && el("span", {}, " on " + count(runs.length, "interpreter"))].filter(Boolean),
      facts: [data.kind === "diff" ? runs[0].program && visible(runs[0].program) : runs.map(run => run.name).join(" · "), verdict(), data.seed === null ? "" : "PYTHONHASHSEED=" + data.seed],
      notices: [
        failed.length > 0 && failed.map(run => run.name).join(", ") + (failed.length > 1 ? " are" : " is") + " not compared: " + visible(failed[0].failure),
        noted > 0 && visible(data.notes[0] || pairs.flatMap(pair => pair.cautions)[0]) + (noted > 1 ? " (and " + (noted - 1) + " more)" : ""),
      ],
    };
  },
  tools() {
    const pair = select("pair", pairs.map(one => [String(one.number), pairName(one) + (differences(one) ? "" : " =")]), String(state.pair), value => go({pair: Number(value), place: -1, category: "all"}));
    pairBox = pair.querySelector("select");
    return pairs.length > 1 ? pair : null;
  },
  sync() {
    pairBox.value = String(state.pair);
  },
  key(name) {
    if (name !== "[" && name !== "]" || !pairs.length) return false;
    go({pair: (state.pair + (name === "]" ? 1 : pairs.length - 1)) % pairs.length, place: -1, category: "all"});
    return true;
  },
});
