const UNITS = [["s", 1e9], ["ms", 1e6], ["us", 1e3], ["ns", 1]];

// Three digits and a unit, as in Leadline's texts.
function time(ns) {
  if (ns === null || ns === undefined) return "-";
  const [unit, size] = UNITS.find(([, size]) => Math.abs(ns) >= size * 0.9995) || UNITS[3];
  const value = ns / size;
  return value.toFixed(size === 1 || value >= 100 ? 0 : value >= 10 ? 1 : 2) + " " + unit;
}

function number(value) {
  return value.toLocaleString("en-US");
}

function count(value, noun, many) {
  return number(value) + " " + (value === 1 ? noun : many || noun + "s");
}

function share(part, whole) {
  if (!whole) return "";
  const percent = 100 * part / whole;
  if (percent > 0 && percent < 0.05) return "< 0.1 %";
  return (percent >= 10 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1)) + " %";
}

// Control characters and marks that turn or hide text are written out: else a name could pretend to be another one.
function visible(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, c => "\\u{" + c.codePointAt(0).toString(16) + "}");
}

function visibleLine(text) {
  return text.split("\t").map(visible).join("\t");
}

// What a file is called in places: its module, a package by its directory.
function moduleOf(file) {
  const parts = file.replace(/\.pyw?$/, "").split(/[/\\]/), name = parts.pop();
  return name === "__init__" && parts.length ? parts.pop() : name;
}

// The text in a number of characters. It is cut in the middle, since both ends of a qualified name matter, where a word of each has room.
function cut(text, room) {
  if (text.length <= room) return text;
  if (room < 10) return room < 2 ? "" : text.slice(0, room - 1) + "…";
  const head = Math.ceil((room - 1) * 0.4);
  return text.slice(0, head) + "…" + text.slice(text.length - (room - 1 - head));
}
