function exceptionsView() {
  const bar = el("div", {class: "tools"});
  const table = el("table", {"aria-label": "Exceptions"});
  const element = el("section", {}, bar, el("div", {class: "pane"}, table));

  function refresh() {
    const {type, message, varied, count: counts, frames, raisedIn, raisedLine, caughtIn, caughtLine} = data.exceptions;
    const rows = type.map((_, i) => i).filter(i => state.q === "" || matches(raisedIn[i]) || matches(caughtIn[i])
      || visible(type[i] + message[i]).toLowerCase().includes(state.q.toLowerCase())).sort((a, b) => counts[b] - counts[a]);
    found(state.q ? rows.length : 0, -1);
    const all = rows.reduce((sum, i) => sum + counts[i], 0);
    fill(bar, el("span", {}, rows.length
      ? count(all, "exception") + " by where they were raised and caught" + (data.run.moreExceptions ? "; " + count(data.run.moreExceptions, "more") + " in further places" : "")
      : "No exception was recorded."));
    if (!rows.length) {
      fill(table);
      return;
    }
    const where = (fn, line) => [functions[fn].name + " ", place(fn, line)];
    fill(table,
      el("thead", {}, el("tr", {}, ["count", "exception", "raised in", "caught in", "frames"].map(name => el("th", {class: name === "count" || name === "frames" ? "number" : ""}, name)))),
      el("tbody", {}, rows.map(i => el("tr", {},
        el("td", {class: "number"}, number(counts[i])),
        el("td", {class: "name"}, el("b", {}, visible(type[i])), message[i] ? ": " + visible(message[i]) : "", varied[i] ? el("small", {}, " and other messages") : ""),
        el("td", {}, where(raisedIn[i], raisedLine[i])),
        el("td", {}, caughtIn[i] < 0 ? "✗ by no recorded function" : ["✓ ", ...where(caughtIn[i], caughtLine[i])]),
        el("td", {class: "number"}, number(frames[i]))))));
  }

  return {element, refresh, next() {}, key: () => false};
}
