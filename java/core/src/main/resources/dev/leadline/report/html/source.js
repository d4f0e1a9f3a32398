// The index of the source of a file, or -1.
function sourceOf(file) {
  return data.sources.findIndex(source => source.name === file);
}

// Where a function is: a way to its source, where the page has that.
function place(fn, line) {
  const {place: text, file, line: first} = functions[fn];
  const at = line > 0 ? line : first, shown = line > 0 ? text.replace(/:\d+$/, ":" + line) : text;
  if (!file) return el("span", {}, "");
  return sourceOf(file) < 0
    ? el("span", {title: file + ":" + at}, shown)
    : button(shown, "Source: " + file + ":" + at, () => go({view: "source", file: sourceOf(file), line: at}), {class: "link"});
}

// What ran of a file: of its statements where those are known, else of its lines.
function summary(source) {
  if (source.statements < 0) {
    const why = data.run.notRunUnknown;
    return count(source.hits.filter(runs => runs).length, "line") + " ran; a line without a number did not, or cannot" + (why && " (not known: " + why + ")");
  }
  const missed = source.missed.size;
  return number(source.statements - missed) + " of " + count(source.statements, "statement") + " ran; "
    + (missed ? number(missed) + " marked \u201c- not run\u201d" : "none is missing");
}

function sourceView() {
  let made = -1, hits = [], at = -1, query = "";
  const bar = el("div", {class: "tools"});
  const table = el("table", {class: "source", "aria-label": "Source"});
  const pane = el("div", {class: "pane"}, table);
  const element = el("section", {}, bar, pane);

  function refresh() {
    const source = data.sources[state.file];
    if (!source) {
      found(null, -1);
      fill(bar, el("p", {}, "No source: the files are not here, may not be read, or no line was recorded."));
      fill(table);
      return;
    }
    fill(bar,
      select("file", data.sources.map((one, i) => [String(i), one.name]), String(state.file), file => go({file: Number(file), line: 0})),
      el("span", {}, summary(source)));
    if (made !== state.file) {
      made = state.file;
      show(source);
    }
    const wanted = state.file + "\n" + state.q;
    if (query !== wanted) {
      query = wanted;
      hits = state.q ? source.text.map((text, i) => i + 1).filter(line => source.text[line - 1].toLowerCase().includes(state.q.toLowerCase())) : [];
      at = -1;
    }
    found(hits.length, at);
    for (const row of table.querySelectorAll(".current")) row.classList.remove("current");
    const target = table.rows[state.line];
    if (state.line > 0 && target) {
      target.classList.add("current");
      requestAnimationFrame(() => target.scrollIntoView({block: "center"}));
    }
  }

  function show(source) {
    const hits = new Map(source.line.map((line, i) => [line, i]));
    const own = data.run.lineTimes ? source.ownNs : null;
    const spent = source.callNs.map((ns, i) => ns + (own ? own[i] : 0));
    const most = Math.max(1, ...spent), often = Math.max(1, ...source.hits);
    const rows = source.text.map((text, at) => {
      const i = hits.get(at + 1), known = i !== undefined;
      const heat = !known ? 0 : timed ? spent[i] / most : source.hits[i] / often;
      const missed = source.missed.has(at + 1);
      return el("tr", {class: (missed ? "missed" : known ? "ran" : "unrun") + (heat >= 0.5 ? " hot" : heat >= 0.1 ? " warm" : "")},
        el("td", {class: "number"}, at + 1),
        el("td", {class: "number hits"}, missed ? "- not run" : known && source.hits[i] ? number(source.hits[i]) : ""),
        own && el("td", {class: "number own always"}, known && own[i] ? time(own[i]) : ""),
        timed && el("td", {class: "number own"}, known && source.callNs[i] ? time(source.callNs[i]) : ""),
        el("td", {class: "code"}, visibleLine(text)));
    });
    fill(table, el("thead", {}, el("tr", {},
      el("th", {class: "number"}, "line"), el("th", {class: "number"}, "runs"), own && el("th", {class: "number own always"}, "own"), timed && el("th", {class: "number own"}, "calls take"), el("th", {}, "source"))),
    el("tbody", {}, rows));
  }

  return {
    element, refresh,
    next(step) {
      if (!hits.length) return;
      at = at < 0 && step < 0 ? hits.length - 1 : (at + step + hits.length) % hits.length;
      go({line: hits[at]}, false);
    },
    key: () => false,
  };
}
