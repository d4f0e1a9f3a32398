const FUNCTION_ROWS = 500;

// How often each function was called in each run; the colour says how much, a mark that neighbours differ.
function functionsView() {
  let all = false, shown = [], at = -1;
  const bar = el("div", {class: "tools"});
  const table = el("table", {class: "heat", "aria-label": "Calls of each function"});
  const legend = el("div", {});
  const element = el("section", {}, bar, legend, el("div", {class: "pane"}, table));

  function refresh() {
    const own = state.cells === "own";
    const cells = one => (own ? one.own : one.calls);
    shown = calls.filter(one => (!state.differing || one.differs) && (state.q === "" || hit(one.search)));
    if (state.sort === "name") shown.sort((a, b) => a.name.localeCompare(b.name));
    else if (state.sort === "place") shown.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    else if (state.sort !== "") shown.sort((a, b) => cells(b)[Number(state.sort)] - cells(a)[Number(state.sort)]);
    found(state.q ? shown.length : 0, -1);
    fill(bar,
      check("only those that differ", state.differing, differing => go({differing})),
      data.times && select("cells", [["calls", "calls"], ["own", "own time"]], state.cells, value => go({cells: value})),
      el("span", {}, count(shown.length, "function") + " of " + number(calls.length)),
      data.functionsLeftOut > 0 && el("span", {class: "alarm"}, "⚠ " + count(data.functionsLeftOut, "function") + " are not in this page"));
    const head = (title, key, kind) => el("th", {scope: "col", class: kind, "aria-sort": state.sort === key ? "descending" : null},
      button(title + (state.sort === key ? " ▾" : ""), "Sort by " + title, () => go({sort: state.sort === key ? "" : key}, false)));
    fill(table,
      el("thead", {}, el("tr", {}, head("function", "name", "name"), runs.map(run => head(run.name, String(run.number), "number")), head("at", "place", "place"))),
      el("tbody", {}, (all ? shown : shown.slice(0, FUNCTION_ROWS)).map(one => row(one, cells(one), own))));
    if (!all && shown.length > FUNCTION_ROWS) {
      table.append(el("tr", {}, el("td", {colspan: runs.length + 2}, button("all " + number(shown.length), "Show all", () => {
        all = true;
        refresh();
      }))));
    }
    if (!shown.length) table.append(el("tr", {}, el("td", {colspan: runs.length + 2}, state.q ? "No function matches." : "Every function was called equally often everywhere.")));
    fill(legend, heatLegend(own));
    say(calls.some(one => one.differs) ? "" : "Every function was called equally often everywhere.");
  }

  function row(one, values, own) {
    return el("tr", {},
      el("td", {class: "name"}, one.name),
      runs.map(run => {
        const value = values[run.number], ran = run.ran && !run.failure;
        const before = pairs.find(pair => pair.right === run);
        const differs = before && one.calls[before.left.number] !== one.calls[run.number];
        return el("td", {class: "number cell" + heat(value, own) + (differs ? " differs" : "")}, differs ? "≠ " : "", !ran ? "?" : one.calls[run.number] === 0 ? "–" : own ? time(value) : number(value));
      }),
      el("td", {class: "place", title: one.file + ":" + one.line}, shortPlace(one)));
  }

  return {
    element, refresh,
    next(step) {
      if (!shown.length || !state.q) return;
      at = (at + step + shown.length) % shown.length;
      found(shown.length, at);
      const target = table.tBodies[0].rows[at];
      for (const marked of table.querySelectorAll(".current")) marked.classList.remove("current");
      if (target) {
        target.classList.add("current");
        target.scrollIntoView({block: "nearest"});
      }
    },
    key: () => false,
  };
}

// A colour for each power of ten: from one call on, or from 10 us on.
function heat(value, own) {
  const power = Math.floor(Math.log10(value)) - (own ? 4 : 0);
  return value ? " heat" + Math.max(0, Math.min(4, power)) : "";
}

function heatLegend(own) {
  const words = own ? ["below 100 us", "100 us", "1 ms", "10 ms", "100 ms and more"] : ["1 call", "10", "100", "1,000", "10,000 and more"];
  return el("div", {class: "legend"}, words.map((text, i) => el("span", {class: "key"}, el("span", {class: "swatch heat" + i, "aria-hidden": "true"}), " " + text)),
    el("span", {class: "key"}, "≠ other than the one before"), el("span", {class: "key"}, "– no call"));
}

function shortPlace(one) {
  return moduleOf(one.file) + (one.line > 0 ? ":" + one.line : "");
}
