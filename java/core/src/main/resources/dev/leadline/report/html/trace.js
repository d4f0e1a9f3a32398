const TABS = [
  ["flame", "Flame", flameView], ["tree", "Tree", treeView], ["functions", "Functions", functionsView], ["source", "Source", sourceView],
  ["time", "Depth", timeView], ["exceptions", "Exceptions", exceptionsView], ["about", "About", aboutView],
];
const KEYS = [
  ["arrows", "move"], ["Enter", "zoom in, or open"], ["Esc", "back to the whole"], ["+ and -", "zoom"], ["[ and ]", "the lane before and the next"],
];
const USUAL = {
  view: "flame", lane: "all", q: "", colour: "file", width: "time", fold: true, inverted: false,
  zoom: -1, fn: -1, sort: "own", file: 0, line: 0, from: 0, to: 0,
};

let laneBox;

// What can be done with the function that was chosen last.
function details(fn) {
  if (fn < 0 || fn === undefined) {
    fill(detailBox);
    return;
  }
  fill(detailBox,
    button("callers and callees", functions[fn].name, () => go({view: "functions", fn}), {class: "link"}), " ", place(fn));
}

function nextLane(step) {
  const all = [...laneBox.options].map(option => option.value);
  go({lane: all[(all.indexOf(state.lane) + step + all.length) % all.length], zoom: -1});
}

function runHeading() {
  const run = data.run, events = Object.values(run.events).reduce((sum, n) => sum + n, 0), more = run.notices.length - 1;
  return {
    title: [visible(run.program), el("span", {}, " on " + run.python)],
    facts: [
      run.base === null ? null : "base depth " + run.base, "cutoff " + run.cutoff, count(events, "event"),
      visible(run.outcome), run.time === null ? null : time(run.time),
    ],
    notices: [
      run.folded > 0 && count(run.folded, "call") + " on paths that were too many or too long: they are under (other)",
      more >= 0 && visible(run.notices[0]) + (more > 0 ? " (and " + more + " more, see About)" : ""),
    ],
  };
}

start({
  tabs: TABS,
  keys: KEYS,
  usual: USUAL,
  prepare() {
    model();
    rankFiles();
    USUAL.width = timed ? "time" : "calls";
    USUAL.sort = timed ? "own" : "calls";
    USUAL.lane = lanes.length > 8 ? "merged" : "all";
    USUAL.colour = fileColours.size > 2 ? "file" : "function";
  },
  correct() {
    if (!["all", "merged"].includes(state.lane) && !lanes[Number(state.lane)]) state.lane = "all";
    if (!["time", "calls", "lines"].includes(state.width) || !timed && state.width === "time") state.width = "calls";
  },
  heading: runHeading,
  tools() {
    const lane = select("lane", [["all", "each"], ["merged", "all as one"], ...lanes.map(one => [String(one.number), one.label])], state.lane, value => go({lane: value, zoom: -1}));
    laneBox = lane.querySelector("select");
    return lanes.length > 1 ? lane : null;
  },
  sync() {
    laneBox.value = state.lane;
  },
  key(name) {
    if (name !== "[" && name !== "]") return false;
    nextLane(name === "]" ? 1 : -1);
    return true;
  },
});
