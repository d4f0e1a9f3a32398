// Categories in the order of all reports: glyph, heading, and what the word means.
const CATEGORIES = {
  program: ["✗", "The program did otherwise", "the program itself went another way: other calls, exceptions, branches or results"],
  unexplained: ["?", "Unexplained", "no known difference of the interpreters explains it, and nothing shows that the program did it"],
  unstable: ["≈", "Not repeatable", "two runs of one interpreter differ there, too: order of threads, addresses, time"],
  runtime: ["○", "Known of the runtime", "the interpreter's runtime or library does it otherwise; the program's own statements are the same"],
  compiler: ["·", "Known of the compiler", "the same statements ran in the same order, and the compilers report them otherwise"],
};
const WORDS = {program: "of the program", unexplained: "unexplained", unstable: "not repeatable", runtime: "of the runtime", compiler: "of the compiler"};

let runs = [];
let pairs = [];
let calls = [];

// The data as what the views use: each place knows its pair, each function what it was called in each run.
function model() {
  runs = data.runs.map((run, number) => ({...run, number, name: visible(run.name)}));
  pairs = data.pairs.map((pair, number) => {
    const all = {...pair, number, left: runs[pair.left], right: runs[pair.right], ...pair.calls};
    all.places = pair.calls.places.map((place, i) => ({
      ...place, number: i, pair: all, function: visible(place.function), file: visible(place.file), what: visible(place.what),
    }));
    all.places.forEach(place => {
      place.search = [place.function, place.file, place.what, ...place.causes.map(cause => cause.title + " " + cause.id)].join("\n").toLowerCase();
    });
    return all;
  });
  const {qualname, file, line} = data.functions;
  calls = qualname.map((name, i) => {
    const one = {
      name: visible(name), file: visible(file[i]), line: line[i],
      calls: runs.map(run => data.functions["calls" + run.number][i]), own: runs.map(run => data.functions["own" + run.number][i]),
    };
    one.search = (one.name + "\n" + one.file).toLowerCase();
    one.differs = pairs.some(pair => one.calls[pair.left.number] !== one.calls[pair.right.number]);
    return one;
  });
}

function pairName(pair) {
  return pair.left.name + " and " + pair.right.name;
}

// The pair that is looked at.
function pairInView() {
  return pairs[state.pair];
}

function differences(pair) {
  return Object.values(pair.counts).reduce((sum, n) => sum + n, 0);
}

// What differs in a pair, by category.
function countWords(pair) {
  return Object.keys(CATEGORIES).filter(key => pair.counts[key])
    .flatMap(key => [el("span", {class: "count " + key}, CATEGORIES[key][0] + " " + number(pair.counts[key]) + " " + WORDS[key]), " "]);
}

// The name of a side, in its colour, which is never alone.
function sideName(pair, side) {
  return el("b", {class: "side-" + side}, (side === "left" ? "◀ " : "") + pair[side].name + (side === "right" ? " ▶" : ""));
}

function outputPlaces(pair) {
  const {stdout, stderr, end} = pair.output;
  return stdout.places + stderr.places + (end ? 1 : 0);
}

function noPair() {
  return el("p", {class: "empty"}, "Nothing was compared: fewer than two runs came to an end.");
}
