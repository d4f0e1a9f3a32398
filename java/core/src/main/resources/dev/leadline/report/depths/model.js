const OWNERS = ["interpreter", "runner", "stdlib", "site", "generated", "program"];
const ROWS_ABOVE = 30;

let pythons = [];
let groups = [];

// Interpreters with the same layers are one column, since most releases differ in nothing.
function model() {
  pythons = data.pythons.map((python, number) => ({...python, number, name: python.version}));
  const byShape = new Map();
  for (const python of pythons.filter(one => one.stack)) {
    const shape = JSON.stringify([python.cutoff, python.stack.layers.map(layer => (["interpreter", "stdlib"].includes(layer.whose) ? "" : layer.whose) + " " + layer.function)]);
    byShape.set(shape, [...(byShape.get(shape) || []), python]);
  }
  groups = [...byShape.values()].map((alike, number) => {
    const last = alike[alike.length - 1];
    return {number, pythons: alike, python: last, name: alike.map(one => one.name).join(", "), cutoff: last.cutoff, rows: rowsOf(last)};
  });
}

// What stands at each depth of the program's stack: a layer, the module, or functions of the program.
function rowsOf(python) {
  const rows = new Map();
  const at = depth => {
    if (!rows.has(depth)) rows.set(depth, {depth, whose: "program", module: false, names: [], place: "", calls: 0, more: 0});
    return rows.get(depth);
  };
  python.stack.layers.forEach((layer, i) => Object.assign(at(i + 1), {whose: layer.whose, names: [visible(layer.function)], place: visible(layer.module || shortFile(layer.file))}));
  for (const held of python.stack.depths) {
    const row = at(held.depth === null ? Infinity : held.depth);
    row.calls += held.calls;
    row.module = row.module || held.module_level;
    if (held.module_level) row.place = shortFile(visible(python.stack.file));
    row.names.push(...held.functions.map(visible));
    row.more += held.more_functions;
  }
  for (const row of rows.values()) row.search = (row.names.join("\n") + "\n" + row.place + "\n" + row.whose).toLowerCase();
  return [...rows.values()].sort((a, b) => a.depth - b.depth);
}

function shortFile(file) {
  return file.split(/[/\\]/).pop();
}

function unit(python) {
  return python.calls_only ? "calls" : "events";
}
