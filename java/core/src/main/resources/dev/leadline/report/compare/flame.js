const ONLY_ROWS = 200;

// Of Okabe and Ito, too: blue is the left side, orange the right one, the stronger the more of a box is of one side.
const LEFT = {more: ["#b3d9f2", "◁"], most: ["#56b4e9", "◁"], only: ["#0072b2", "◀"]};
const RIGHT = {more: ["#f7dfae", "▷"], most: ["#e69f00", "▷"], only: ["#d55e00", "▶"]};
const SAME = ["#c8c8c8", ""];
const NOISE = 0.05; // times that are nearer to each other, in parts of both, are alike

// The call paths of both sides as one tree. of: [left, right] of the node and all below it.
function twoSidedTree(pair) {
  const {paths} = data, sides = [pair.left.number, pair.right.number];
  const callsOf = sides.map(side => paths["calls" + side]), ownOf = sides.map(side => paths["own" + side]);
  const root = twoSided(null, -1, -1), all = [root], of = [], deep = [];
  for (let i = 0; i < paths.function.length; i++) {
    const made = callsOf.map(column => column[i]);
    if (!made[0] && !made[1]) continue;
    const outer = state.fold ? outerCall(i, paths, calls) : -1;
    let one = of[outer];
    if (outer < 0) {
      const above = paths.caller[i] < 0 ? root : of[paths.caller[i]];
      one = above.byFunction.get(paths.function[i]);
      if (!one) {
        one = twoSided(above, paths.function[i], i);
        above.byFunction.set(one.fn, one);
        above.kids.push(one);
        all.push(one);
      }
    }
    of[i] = one;
    deep[i] = outer < 0 ? 1 : deep[outer] + 1;
    one.deep = Math.max(one.deep, deep[i]);
    made.forEach((n, side) => {
      one.calls[side] += n;
      one.own[side] += ownOf[side][i];
      one.of[side] += state.cells === "own" ? ownOf[side][i] : n;
    });
  }
  for (let i = all.length - 1; i > 0; i--) {
    all[i].value = all[i].of[0] + all[i].of[1];
    all[i].caller.of[0] += all[i].of[0];
    all[i].caller.of[1] += all[i].of[1];
  }
  root.value = root.of[0] + root.of[1];
  return sorted({root, all, of});
}

function twoSided(caller, fn, path) {
  return {caller, fn, path, kids: [], byFunction: new Map(), level: caller ? caller.level + 1 : 0, deep: 1, calls: [0, 0], own: [0, 0], of: [0, 0], value: 0, from: 0};
}

// Which side has more of a node: null for neither.
function more(node) {
  const [left, right] = node.of, whole = left + right;
  if (node.fn >= 0 && !node.calls[0] !== !node.calls[1]) return {side: node.calls[0] ? "left" : "right", step: "only"};
  const apart = whole ? Math.abs(left - right) / whole : 0;
  if (apart <= (state.cells === "own" ? NOISE : 0)) return null;
  return {side: left > right ? "left" : "right", step: apart >= 1 / 3 ? "most" : "more"};
}

function sidePaint(node) {
  const which = more(node);
  return which ? (which.side === "left" ? LEFT : RIGHT)[which.step] : SAME;
}

function flameView() {
  let tree, pair, made = "";
  const bar = el("div", {class: "tools"});
  const key = el("div", {class: "legend"});
  const graph = icicle({
    label: "Flame graph of both sides; arrows move, Enter zooms, Escape goes back. The functions view has the calls as a table.",
    name,
    paint: sidePaint,
    describe,
    matches: one => one.fn >= 0 && hit(calls[one.fn].search),
    chosen() {},
  });
  const lists = el("div", {class: "two lists"});
  const element = el("section", {}, bar, key, graph.pane, lists);

  function refresh() {
    pair = pairInView();
    const missing = !pair || !data.paths.function.length;
    graph.pane.hidden = lists.hidden = missing;
    if (missing) {
      found(null, -1);
      fill(bar, pair ? el("p", {class: "empty"}, "No calls were recorded.") : noPair());
      fill(key);
      return;
    }
    const wanted = [state.pair, state.cells, state.fold].join();
    if (wanted !== made) {
      made = wanted;
      tree = twoSidedTree(pair);
      fill(lists, only("left"), only("right"));
    }
    fill(bar,
      el("span", {}, "both sides together: ", sideName(pair, "left"), " and ", sideName(pair, "right")),
      data.times && select("width", [["calls", "calls"], ["own", "own time"]], state.cells, cells => go({cells})),
      check("fold recursion", state.fold, fold => go({fold, zoom: -1})),
      state.zoom !== -1 && button("↑ whole", "Show the whole graph again (Esc)", () => go({zoom: -1})),
      data.callsLeftOut > 0 && el("span", {class: "alarm"}, "⚠ " + count(data.callsLeftOut, "call") + " on paths that are not in this page"));
    fill(key, sideLegend());
    graph.show(tree, count(tree.all.length - 1, "path") + ". Click or Enter zooms in, Esc goes back, ? lists the keys.");
  }

  function sideLegend() {
    const {left, right} = pair;
    return [
      legendItem(LEFT.only, "only " + left.name), legendItem(LEFT.most, "twice as much on " + left.name), legendItem(LEFT.more, "more on " + left.name),
      legendItem(SAME, state.cells === "own" ? "about as long on both" : "as often on both"),
      legendItem(RIGHT.more, "more on " + right.name), legendItem(RIGHT.most, "twice as much on " + right.name), legendItem(RIGHT.only, "only " + right.name),
    ];
  }

  function name(node) {
    if (node.fn < 0) return pairName(pair);
    const {name: called, file} = calls[node.fn];
    return called + (called === "<module>" ? " " + moduleOf(file) : "") + (node.deep > 1 ? " ×" + node.deep + " deep" : "");
  }

  function describe(node) {
    const side = (which, i) => {
      const mark = which === "left" ? "◀ " + pair.left.name : pair.right.name + " ▶";
      if (node.fn >= 0) return mark + ": " + (node.calls[i] ? count(node.calls[i], "call") : "no call") + (data.times && node.calls[i] ? ", own " + time(node.own[i]) : "");
      return mark + ": " + (state.cells === "own" ? time(node.of[i]) : count(node.of[i], "call"));
    };
    const parts = [name(node), node.fn >= 0 && shortPlace(calls[node.fn]), side("left", 0), side("right", 1)];
    return parts.filter(Boolean).join(" · ");
  }

  // Paths that one side took and the other did not; what continues them is not listed.
  function only(which) {
    const here = which === "left" ? 0 : 1, there = 1 - here;
    const alone = tree.all.filter(one => one.fn >= 0 && one.calls[here] && !one.calls[there] && (one.caller.fn < 0 || one.caller.calls[there]));
    alone.sort((a, b) => b.of[here] - a.of[here]);
    return el("div", {class: "side"}, el("h2", {}, "only ", sideName(pair, which), ": " + count(alone.length, "path")),
      alone.length > 0 && el("ul", {}, alone.slice(0, ONLY_ROWS).map(one => el("li", {},
        button(pathOf(one), "Zoom to " + name(one), () => {
          go({zoom: one.path});
          graph.reveal(one);
        }, {class: "link"}), " " + count(one.calls[here], "call")))),
      alone.length > ONLY_ROWS && el("p", {class: "faint"}, "and " + number(alone.length - ONLY_ROWS) + " more"));
  }

  function pathOf(node) {
    const names = [];
    for (let up = node; up.fn >= 0 && names.length < 4; up = up.caller) names.unshift(name(up));
    return (node.level > names.length ? "… > " : "") + names.join(" > ");
  }

  return {element, refresh, next: graph.next, key: graph.key};
}
