// One line on a node, for the status line and for screen readers.
function describe(node, tree) {
  const parts = [label(node)];
  if (node.fn >= 0 && functions[node.fn].place) parts.push(functions[node.fn].file + ":" + functions[node.fn].line);
  parts.push(count(node.calls, "call"));
  if (node.resumes) parts.push(count(node.resumes, "resume"));
  if (node.lines) parts.push(count(node.lines, "line"));
  if (node.exceptions) parts.push(count(node.exceptions, "exception"));
  if (timed && node.fn >= 0) parts.push("own " + time(node.own));
  if (timed) parts.push("total " + time(node.total));
  parts.push(share(node.value, tree.root.value) + " of the width");
  return parts.join(" · ");
}

function flameView() {
  let tree, made = "";
  const bar = el("div", {class: "tools"});
  const key = el("div", {class: "legend"});
  const graph = icicle({
    label: "Flame graph; arrows move, Enter zooms, Escape goes back. The tree view has the same as a table.",
    name: one => label(one),
    paint: (one, whole) => paintOf(one.fn, whole.root.value ? weight(one) / whole.root.value : 0),
    describe,
    matches: one => matches(one.fn),
    chosen: one => details(one.fn),
  });
  const element = el("section", {}, bar, key, graph.pane);

  function refresh() {
    const wanted = [state.lane, state.width, state.fold, state.inverted].join();
    if (wanted !== made) {
      made = wanted;
      tree = state.inverted ? invertedTree() : callTree();
    }
    const widths = [["time", "own time"], ["calls", "calls"], ["lines", "lines"]].filter(([name]) => timed || name !== "time");
    fill(bar,
      select("width", widths, state.width, width => go({width})),
      select("colour", [["file", "file"], ["function", "function"], ["scope", "scope"], ["own", "own share"]], state.colour, colour => go({colour})),
      check("fold recursion", state.fold, fold => go({fold, zoom: -1})),
      check("inverted", state.inverted, inverted => go({inverted, zoom: -1})),
      state.zoom !== -1 && button("↑ whole", "Show the whole graph again (Esc)", () => go({zoom: -1})));
    fill(key, legend());
    graph.show(tree, count(tree.root.kids.length && tree.all.filter(one => one.fn >= 0).length, "path") + ". Click or Enter zooms in, Esc goes back, ? lists the keys.");
  }

  return {element, refresh, next: graph.next, key: graph.key};
}
