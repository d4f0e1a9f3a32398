let functions = [];
let lanes = [];
let timed = true;

// The tables of the data as what the views use.
function model() {
  timed = data.run.timed;
  const files = data.functions.files.map(visible);
  functions = data.functions.qualname.map((name, i) => {
    const file = files[data.functions.file[i]], line = data.functions.line[i];
    const module = moduleOf(file);
    return {
      number: i, name: visible(name), title: visible(name) + (name === "<module>" ? " " + module : ""), scope: data.functions.scope[i], file, line,
      place: file ? module + ":" + line : "", search: (visible(name) + "\n" + file).toLowerCase(),
    };
  });
  lanes = data.lanes.name.map((name, i) => ({
    number: i, base: data.lanes.base[i],
    label: (data.run.processes.length > 1 ? "process " + data.lanes.process[i] + ", " : "")
      + (data.lanes.thread[i] > 1e9 ? "" : data.lanes.word[i] + " " + data.lanes.thread[i] + " ") + visible(name),
  }));
  data.sources.forEach(source => {
    source.name = visible(source.file[0]);
    source.text = source.text[0].split(/\r\n|\r|\n/);
    if (source.text[source.text.length - 1] === "") source.text.pop();
    source.statements = source.statements[0];
    source.missed = new Set(source.missed);
  });
}

function matches(fn) {
  return fn >= 0 && hit(functions[fn].search);
}

function node(caller, fn, lane, path) {
  return {
    caller, fn, lane, path, kids: [], byFunction: null, level: caller ? caller.level + 1 : 0, deep: 1,
    calls: 0, resumes: 0, lines: 0, exceptions: 0, own: 0, total: 0, value: 0, from: 0,
  };
}

function kid(caller, fn, path) {
  caller.byFunction = caller.byFunction || new Map();
  let found = caller.byFunction.get(fn);
  if (!found) {
    found = node(caller, fn, caller.lane, path);
    caller.byFunction.set(fn, found);
    caller.kids.push(found);
  }
  return found;
}

// A node in few words; every file has a <module>, so that its name alone says nothing.
function label(node, key = "title") {
  if (node.fn >= 0) return functions[node.fn][key] + (node.deep > 1 ? " ×" + node.deep + " deep" : "");
  return node.lane >= 0 ? lanes[node.lane].label : "all";
}

// What the width of a node stands for. A sum of what its own calls did: the total time of a generator also holds what other callers waited for.
function weight(node) {
  return state.width === "time" ? node.own : state.width === "calls" ? node.calls : node.lines;
}

// The call paths as nodes: of one lane, of each, or of all together; recursion as one node.
function callTree() {
  const {lane, caller, function: fns, calls, resumes, lines, exceptions, own, total} = data.paths;
  const root = node(null, -1, -1, -1);
  const tops = new Map(), of = [], deep = [], all = [root];
  for (let i = 0; i < fns.length; i++) {
    if (state.lane !== "all" && state.lane !== "merged" && Number(state.lane) !== lane[i]) continue;
    let above = caller[i] < 0 ? root : of[caller[i]];
    if (caller[i] < 0 && state.lane === "all" && lanes.length > 1) {
      if (!tops.has(lane[i])) {
        const top = node(root, -1, lane[i], -2 - lane[i]);
        tops.set(lane[i], top);
        root.kids.push(top);
        all.push(top);
      }
      above = tops.get(lane[i]);
    }
    const outer = state.fold ? outerCall(i, data.paths, functions) : -1, folded = outer >= 0;
    const before = above.kids.length;
    const own_ = folded ? of[outer] : kid(above, fns[i], i);
    if (!folded && above.kids.length > before) all.push(own_);
    of[i] = own_;
    deep[i] = folded ? deep[outer] + 1 : 1;
    own_.deep = Math.max(own_.deep, deep[i]);
    own_.calls += calls[i];
    own_.resumes += resumes[i];
    own_.lines += lines[i];
    own_.exceptions += exceptions[i];
    own_.own += own[i];
    if (!folded) own_.total += total[i];
  }
  return finished({root, all, of});
}

const INVERTED_DEPTH = 40;
const INVERTED_NODES = 100000;

// Functions by their own weight, with their callers above each other: where it goes, whoever called it.
function invertedTree() {
  const calls = callTree();
  const root = node(null, -1, -1, -1), all = [root], of = [];
  for (const one of calls.all) {
    const amount = weight(one);
    if (one.fn < 0 || !amount) continue;
    let at = root, level = 0;
    for (let up = one; up && up.fn >= 0 && level < INVERTED_DEPTH && all.length < INVERTED_NODES; up = up.caller, level++) {
      const before = at.kids.length;
      const next = kid(at, up.fn, one.path);
      if (at.kids.length > before) all.push(next);
      next.calls += one.calls;
      next.lines += one.lines;
      next.own += one.own;
      next.total += one.own;
      next.value += amount;
      at = next;
      if (level === 0) of[one.path] = next;
    }
    root.value += amount;
  }
  return sorted({root, all, of});
}

function finished(tree) {
  for (let i = tree.all.length - 1; i >= 0; i--) {
    const one = tree.all[i];
    one.value += weight(one);
    if (one.fn < 0) {
      for (const below of one.kids) {
        one.total += below.total;
        one.calls += below.calls;
        one.lines += below.lines;
      }
    }
    if (one.caller) one.caller.value += one.value;
  }
  return sorted(tree);
}

// Totals by function. Of a function that calls itself, directly or not, the outermost call has the time of the others.
function functionTotals() {
  const rows = new Map(), {lane, caller, function: fns} = data.paths;
  const whole = state.lane === "all" || state.lane === "merged";
  for (let i = 0; i < fns.length; i++) {
    if (!whole && Number(state.lane) !== lane[i]) continue;
    let row = rows.get(fns[i]);
    if (!row) {
      row = {fn: fns[i], calls: 0, resumes: 0, lines: 0, exceptions: 0, own: 0, total: 0, callers: new Map(), callees: new Map()};
      rows.set(fns[i], row);
    }
    for (const key of ["calls", "resumes", "lines", "exceptions", "own"]) row[key] += data.paths[key][i];
    let outer = false;
    for (let up = caller[i]; up >= 0 && !outer; up = caller[up]) outer = fns[up] === fns[i];
    if (!outer) row.total += data.paths.total[i];
    const above = caller[i] < 0 ? -1 : fns[caller[i]];
    add(row.callers, above, i);
    if (above >= 0) add(rows.get(above).callees, fns[i], i);
  }
  return [...rows.values()];
}

function add(map, fn, path) {
  const sum = map.get(fn) || {calls: 0, total: 0};
  sum.calls += data.paths.calls[path];
  sum.total += data.paths.total[path];
  map.set(fn, sum);
}
