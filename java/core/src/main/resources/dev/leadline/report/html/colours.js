const SCOPES = ["user", "stdlib", "site", "frozen", "generated", "runner", "agent"];

let fileColours = new Map();

// The files that weigh most have a colour of their own.
function rankFiles() {
  const weights = new Map();
  data.paths.function.forEach((fn, i) => {
    const file = functions[fn].file;
    weights.set(file, (weights.get(file) || 0) + (timed ? data.paths.own[i] : data.paths.calls[i]));
  });
  fileColours = new Map([...weights].sort((a, b) => b[1] - a[1]).slice(0, PALETTE.length)
    .map(([file], i) => [file, PALETTE[i]]));
}

// Colour and glyph of a function; heat is its own share of the whole, from 0 to 1.
function paintOf(fn, heat) {
  if (fn < 0 || functions[fn].file === "") return ["#c8c8c8", ""];
  if (state.colour === "function") return [PALETTE[(fn * 5 + functions[fn].line) % PALETTE.length][0], ""];
  if (state.colour === "scope") return PALETTE[SCOPES.indexOf(functions[fn].scope)] || OTHER;
  if (state.colour === "own") {
    const step = heat >= 0.2 ? 4 : heat >= 0.05 ? 3 : heat >= 0.02 ? 2 : heat >= 0.005 ? 1 : 0;
    return [HEAT[step], step >= 3 ? "!" : ""];
  }
  return fileColours.get(functions[fn].file) || OTHER;
}

function manyFiles() {
  return new Set(functions.map(one => one.file)).size > fileColours.size;
}

function legend() {
  if (state.colour === "function") return [];
  if (state.colour === "scope") {
    const used = new Set(data.functions.scope);
    return SCOPES.map((scope, i) => used.has(scope) && legendItem(PALETTE[i], scope));
  }
  if (state.colour === "own") {
    return [["below 0.5 %", 0], ["0.5 %", 1], ["2 %", 2], ["5 %", 3], ["20 % own", 4]].map(([text, i]) => legendItem([HEAT[i], ""], text));
  }
  const files = [...fileColours].map(([file, paint]) => legendItem(paint, file.split(/[/\\]/).slice(file.endsWith("__init__.py") ? -2 : -1).join("/") || "(none)"));
  return manyFiles() ? [...files, legendItem(OTHER, "other files")] : files;
}

function hatch(context, x, y, width, height, colour) {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let at = x - height; at < x + width; at += 6) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
  context.restore();
}
