// What other ways to cut would keep of the program's events, and lose.
function cutsView() {
  const pane = el("div", {class: "pane"});
  const element = el("section", {}, pane);
  const words = {
    file: () => "the file " + visible(data.program_name), fixed: cut => "depth > " + cut.cutoff + " (the usual guess)", lower: cut => "depth > " + cut.cutoff,
    measured: cut => "depth > " + cut.cutoff + " (measured)", higher: cut => "depth > " + cut.cutoff, auto: () => "auto: each stack's own",
  };

  function refresh() {
    found(null, -1);
    const known = pythons.filter(python => python.cuts);
    const tables = new Map();
    for (const python of known) {
      const key = JSON.stringify([python.cuts, python.calls_only]);
      tables.set(key, [...(tables.get(key) || []), python]);
    }
    fill(pane, tables.size ? [...tables.values()].map(table) : el("p", {class: "empty"}, "Nothing was measured."));
    say("Exact is what keeps all functions and nothing of the module level.");
  }

  function table(alike) {
    const [python] = alike, numbers = python.cuts.filter(cut => cut.by !== "fixed").map(cut => cut.cutoff);
    const cuts = python.cuts.filter(cut => cut.by !== "fixed" || !numbers.includes(cut.cutoff));
    const all = Math.max(1, ...cuts.map(cut => cut.kept + cut.lost));
    return el("div", {}, el("h2", {}, "CPython " + alike.map(one => one.name).join(", ")),
      el("table", {class: "cuts", "aria-label": "Cutoffs"}, el("thead", {}, el("tr", {}, [["what is kept", ""], ["keeps " + unit(python), "number"], ["", "own"], ["of the module", "number"], ["loses", "number"], ["", ""]]
        .map(([text, kind]) => el("th", {class: kind, scope: "col"}, text)))), el("tbody", {}, cuts.map(cut => row(python, cut, all)))));
  }

  function row(python, cut, all) {
    const bar = el("span", {class: "bar", "aria-hidden": "true"});
    bar.style.width = (100 * cut.kept / all).toFixed(1) + "%";
    const exact = !cut.module_level && !cut.lost;
    return el("tr", {class: cut.by === "measured" ? "measured" : ""}, el("td", {}, words[cut.by](cut)),
      el("td", {class: "number"}, number(cut.kept)), el("td", {class: "own"}, el("span", {class: "track"}, bar)),
      el("td", {class: "number" + (cut.module_level ? " warm" : "")}, number(cut.module_level)), el("td", {class: "number" + (cut.lost ? " hot" : "")}, number(cut.lost)),
      el("td", {}, exact ? "✓ exact" : cut.lost ? "✗ " + (python.calls_only ? "" : count(cut.lost_calls, "call") + ": ") + cut.lost_functions.map(visible).join(", ") : "the module level is in it"));
  }

  return {element, refresh, next() {}, key: () => false};
}
