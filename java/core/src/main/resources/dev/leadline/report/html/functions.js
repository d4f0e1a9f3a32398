const FUNCTION_ROWS = 500;

// Totals by function, and of the chosen one its callers and callees.
function functionsView() {
  let totals = [], made = "", shown = [], all = false;
  const columns = [["function", "name"], ["calls", "calls"], ["lines", "lines"], ["own", "own"], ["total", "total"], ["exceptions", "exceptions"], ["at", "place"]];
  const bar = el("div", {class: "tools"});
  const table = el("table", {"aria-label": "Functions"});
  const chosen = el("div", {class: "chosen"});
  const element = el("section", {}, bar, el("div", {class: "pane"}, chosen, table));

  function refresh() {
    if (made !== state.lane) {
      made = state.lane;
      totals = functionTotals();
    }
    const value = row => (state.sort === "name" ? functions[row.fn].name : state.sort === "place" ? functions[row.fn].place : row[state.sort] || 0);
    const words = ["name", "place"].includes(state.sort);
    shown = totals.filter(row => state.q === "" || matches(row.fn))
      .sort((a, b) => (words ? String(value(a)).localeCompare(value(b)) : value(b) - value(a)));
    found(state.q ? shown.length : 0, -1);
    fill(bar, el("span", {}, count(shown.length, "function") + (state.q ? " found" : "")));
    const head = el("tr", {}, columns.map(([title, key]) => el("th", {
      scope: "col", class: key === "name" || key === "place" ? key : "number " + key, "aria-sort": state.sort === key ? "descending" : null,
    }, button(title + (state.sort === key ? " ▾" : ""), "Sort by " + title, () => go({sort: key}, false)))));
    const visibleRows = all ? shown : shown.slice(0, FUNCTION_ROWS);
    fill(table, el("thead", {}, head), el("tbody", {}, visibleRows.map(row)));
    if (visibleRows.length < shown.length) {
      table.append(el("tr", {}, el("td", {colspan: columns.length}, button("all " + number(shown.length), "Show all", () => {
        all = true;
        refresh();
      }))));
    }
    if (state.fn < 0) say("A function leads to its callers and callees, its place to its source.");
    choose();
  }

  function row(one) {
    const fn = functions[one.fn], numbers = ["calls", "lines", "own", "total", "exceptions"];
    return el("tr", {class: one.fn === state.fn ? "current" : ""},
      el("td", {class: "name"}, button(fn.name, "Callers and callees", () => go({fn: one.fn}), {class: "link"})),
      numbers.map(key => el("td", {class: "number " + key}, key === "own" || key === "total" ? (timed ? time(one[key]) : "-") : number(one[key]))),
      el("td", {class: "place"}, place(one.fn)));
  }

  function choose() {
    const one = totals.find(row => row.fn === state.fn);
    if (!one) {
      fill(chosen);
      return;
    }
    details(one.fn);
    const list = (title, map) => el("div", {}, el("h3", {}, title), map.size ? el("ul", {}, [...map]
      .sort((a, b) => b[1].total - a[1].total || b[1].calls - a[1].calls).slice(0, 50)
      .map(([fn, sum]) => el("li", {}, fn < 0 ? "(no recorded caller)" : button(functions[fn].name, "Show this function", () => go({fn}), {class: "link"}),
        " " + count(sum.calls, "call") + (timed ? ", " + time(sum.total) : "")))) : el("p", {}, "none"));
    fill(chosen,
      el("h2", {}, functions[one.fn].name, " ", place(one.fn), " ", button("×", "Close", () => go({fn: -1}))),
      el("p", {}, [count(one.calls, "call"), one.resumes && count(one.resumes, "resume"), count(one.lines, "line"), one.exceptions && count(one.exceptions, "exception"),
        timed && "own " + time(one.own), timed && "total " + time(one.total), functions[one.fn].scope].filter(Boolean).join(" · ")),
      el("div", {class: "sides"}, list("called by", one.callers), list("calls", one.callees)));
  }

  return {
    element, refresh,
    next(step) {
      const i = shown.findIndex(row => row.fn === state.fn) + step;
      if (shown.length) go({fn: shown[(i + shown.length) % shown.length].fn}, false);
    },
    key(name) {
      if (name !== "Escape" || state.fn < 0) return false;
      go({fn: -1});
      return true;
    },
  };
}
