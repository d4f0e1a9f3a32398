// What is shown. The part behind # in the page's address holds what differs from this, so that a place can be sent to others.
const USUAL = {
  view: "flame", lane: "all", q: "", colour: "file", width: "time", fold: true, inverted: false,
  zoom: -1, fn: -1, sort: "own", file: 0, line: 0, from: 0, to: 0,
};
const state = {...USUAL};
let views = {};

function readHash() {
  Object.assign(state, USUAL);
  state.width = timed ? "time" : "calls";
  state.sort = timed ? "own" : "calls";
  state.lane = lanes.length > 8 ? "merged" : "all";
  state.colour = fileColours.size > 2 ? "file" : "function";
  let parts;
  try {
    parts = new URLSearchParams(location.hash.slice(1));
  } catch (e) {
    return;
  }
  for (const [key, text] of parts) {
    if (!(key in USUAL)) continue;
    const kind = typeof USUAL[key];
    if (kind === "number") state[key] = Number.isFinite(Number(text)) ? Number(text) : USUAL[key];
    else if (kind === "boolean") state[key] = text === "true";
    else state[key] = text;
  }
  if (!(state.view in views)) state.view = "flame";
  if (!["all", "merged"].includes(state.lane) && !lanes[Number(state.lane)]) state.lane = "all";
  if (!["time", "calls", "lines"].includes(state.width) || !timed && state.width === "time") state.width = "calls";
}

function hash() {
  const parts = new URLSearchParams();
  for (const key of Object.keys(USUAL)) {
    if (state[key] !== USUAL[key]) parts.set(key, String(state[key]));
  }
  return "#" + parts.toString();
}

// Changes what is shown. A step that "back" should undo is one of the history.
function go(change, step = true) {
  Object.assign(state, change);
  if (hash() !== location.hash) {
    if (step) history.pushState(null, "", hash());
    else history.replaceState(null, "", hash());
  }
  render();
}

function matches(fn) {
  return fn >= 0 && state.q !== "" && functions[fn].search.includes(state.q.toLowerCase());
}

function say(text) {
  const line = document.getElementById("status");
  if (line.textContent !== text) line.textContent = text;
}
