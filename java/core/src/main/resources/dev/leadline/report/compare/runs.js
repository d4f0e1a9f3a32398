// The runs below each other, and between two of them what they differ in.
function runsView() {
  const compare = data.kind === "compare";
  const body = el("tbody");
  const heads = [[compare ? "interpreter" : "trace", ""], ["base", "number base"], ["calls", "number"], ["lines", "number lines"],
    ["exceptions", "number exceptions"], ["functions", "number"], ...(compare ? [["deepest", "number lines"]] : []), ["outcome", ""]];
  const pane = el("div", {class: "pane"},
    el("table", {class: "runs", "aria-label": "Runs"}, el("thead", {}, el("tr", {}, heads.map(([text, kind]) => el("th", {class: kind, scope: "col"}, text)))), body));
  const element = el("section", {}, pane);

  function refresh() {
    found(null, -1);
    const rows = [];
    for (const run of runs) {
      rows.push(row(run));
      const pair = pairs.find(one => one.left === run);
      if (pair) rows.push(between(pair));
    }
    fill(body, rows);
    say(data.equal ? "All did the same." : "A row between two runs leads to what they differ in.");
  }

  function row(run) {
    const functions = calls.filter(one => one.calls[run.number]).length;
    const cell = (text, kind) => el("td", {class: "number" + (kind ? " " + kind : "")}, text === null || text === undefined ? "-" : text);
    return el("tr", {class: "run"},
      el("td", {}, el("b", {}, run.name), compare ? "" : el("small", {}, " " + (run.python || ""))),
      run.ran ? [cell(run.base, "base"), cell(number(run.activations)), cell(number(run.events.line), "lines"), cell(number(run.events.exception), "exceptions"), cell(number(functions)),
        compare && cell(run.deepest, "lines")] : heads.slice(2).map(([, kind]) => el("td", {class: kind}, "-")),
      el("td", {}, run.failure ? el("span", {class: "alarm"}, "⚠ not compared: " + visible(run.failure)) : visible(run.outcome || "did not run")));
  }

  function between(pair) {
    const output = outputPlaces(pair);
    const cells = !differences(pair)
      ? el("span", {class: "same"}, "= did the same")
      : [button(count(differences(pair), "difference"), "Show them", () => go({view: "differences", pair: pair.number, place: -1}), {class: "link"}), " ", countWords(pair),
        output ? button(count(output, "place") + " of the output", "Show them", () => go({view: "output", pair: pair.number}), {class: "link"}) : ""];
    return el("tr", {class: "between"}, el("td", {colspan: heads.length}, el("span", {class: "arrow", "aria-hidden": "true"}, "↕ "), el("span", {class: "unseen"}, pairName(pair) + ": "), cells));
  }

  return {element, refresh, next() {}, key: () => false};
}
