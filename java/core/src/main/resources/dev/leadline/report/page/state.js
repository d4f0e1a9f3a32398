// What is shown. The part behind # in the page's address holds what differs from the usual, so that a place can be sent to others.
const state = {};

function readHash() {
  Object.assign(state, frame.usual);
  let parts;
  try {
    parts = new URLSearchParams(location.hash.slice(1));
  } catch (e) {
    return;
  }
  for (const [key, text] of parts) {
    if (!(key in frame.usual)) continue;
    const kind = typeof frame.usual[key];
    if (kind === "number") state[key] = Number.isFinite(Number(text)) ? Number(text) : frame.usual[key];
    else if (kind === "boolean") state[key] = text === "true";
    else state[key] = text;
  }
  if (!frame.tabs.some(([key]) => key === state.view)) state.view = frame.usual.view;
  frame.correct();
}

function hash() {
  const parts = new URLSearchParams();
  for (const key of Object.keys(frame.usual)) {
    if (state[key] !== frame.usual[key]) parts.set(key, String(state[key]));
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

// Whether a text, in small letters, has what is searched for.
function hit(text) {
  return state.q !== "" && text.includes(state.q.toLowerCase());
}

function say(text) {
  const line = document.getElementById("status");
  if (line.textContent !== text) line.textContent = text;
}
