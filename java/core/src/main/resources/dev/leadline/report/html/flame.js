const ROW = 20;
const FONT = "12px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

function measure(context) {
  context.font = FONT;
  return context.measureText("MMMMMMMMMM").width / 10;
}

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
  let tree, made = "", focus = null, hover = null, hits = [], hit = -1, query = "";
  const bar = el("div", {class: "tools"});
  const key = el("div", {class: "legend"});
  const view = canvasPane("Flame graph; arrows move, Enter zooms, Escape goes back. The tree view has the same as a table.",
    () => (tree ? (tree.levels + 1) * ROW : 0), draw);
  const element = el("section", {}, bar, key, view.pane);

  function refresh() {
    const wanted = [state.lane, state.width, state.fold, state.inverted].join();
    if (wanted !== made) {
      made = wanted;
      query = "";
      tree = state.inverted ? invertedTree() : callTree();
      focus = hover = null;
    }
    if (query !== state.q) {
      query = state.q;
      hits = state.q ? tree.all.filter(one => matches(one.fn)) : [];
      hit = -1;
      found(hits.length, -1);
    }
    const widths = [["time", "own time"], ["calls", "calls"], ["lines", "lines"]].filter(([name]) => timed || name !== "time");
    fill(bar,
      select("width", widths, state.width, width => go({width})),
      select("colour", [["file", "file"], ["function", "function"], ["scope", "scope"], ["own", "own share"]], state.colour, colour => go({colour})),
      check("fold recursion", state.fold, fold => go({fold, zoom: -1})),
      check("inverted", state.inverted, inverted => go({inverted, zoom: -1})),
      state.zoom !== -1 && button("↑ whole", "Show the whole graph again (Esc)", () => go({zoom: -1})));
    fill(key, legend());
    view.repaint();
    if (!focus && !hover) say(count(tree.root.kids.length && tree.all.filter(one => one.fn >= 0).length, "path") + ". Click or Enter zooms in, Esc goes back, ? lists the keys.");
  }

  function zoomed() {
    if (state.zoom < -1) return tree.root.kids.find(one => one.path === state.zoom) || tree.root;
    return (state.zoom >= 0 && tree.of[state.zoom]) || tree.root;
  }

  function draw(context, width, seen, top) {
    const char = measure(context), target = zoomed(), scale = target.value ? width / target.value : 0;
    const shade = themed("--text");
    context.textBaseline = "middle";
    const box = (one, x, wide, passed) => {
      const y = one.level * ROW - top;
      if (y > seen || y < -ROW) return;
      const [colour, glyph] = paintOf(one.fn, tree.root.value ? weight(one) / tree.root.value : 0);
      const faint = state.q !== "" && !matches(one.fn);
      context.globalAlpha = faint ? 0.25 : passed ? 0.55 : 1;
      context.fillStyle = colour;
      context.fillRect(x, y, Math.max(wide - 1, 0.5), ROW - 1);
      context.globalAlpha = 1;
      if (wide > 5 * char) {
        const name = (glyph && wide > 60 ? glyph + " " : "") + label(one);
        context.fillStyle = faint || passed ? shade : ink(colour);
        context.fillText(cut(name, Math.floor((wide - 6) / char)), x + 3, y + ROW / 2);
      }
      if (one === focus || one === hover) {
        context.strokeStyle = shade;
        context.lineWidth = one === focus ? 2 : 1;
        context.strokeRect(x + 1, y + 1, Math.max(wide - 3, 1), ROW - 3);
      }
    };
    for (let up = target.caller; up; up = up.caller) box(up, 0, width, true);
    const open = [target];
    while (open.length) {
      const one = open.pop(), x = (one.from - target.from) * scale, wide = one.value * scale;
      if (wide < 0.4 || one.level * ROW - top > seen) continue;
      box(one, x, wide, false);
      open.push(...one.kids);
    }
  }

  function at(event) {
    const {x, y} = pointIn(view, event), target = zoomed(), level = Math.floor(y / ROW);
    let one = target;
    if (level < target.level) {
      while (one && one.level > level) one = one.caller;
      return one;
    }
    const value = target.from + x / view.canvas.clientWidth * target.value;
    while (one && one.level < level) one = one.kids.find(below => value >= below.from && value < below.from + below.value);
    return one || null;
  }

  function reveal(one) {
    focus = one;
    const y = one.level * ROW;
    if (y < view.pane.scrollTop || y > view.pane.scrollTop + view.pane.clientHeight - ROW) view.pane.scrollTop = Math.max(0, y - view.pane.clientHeight / 2);
    say(describe(one, tree));
    details(one.fn);
    view.repaint();
  }

  view.canvas.addEventListener("mousemove", event => {
    const one = at(event);
    if (one === hover) return;
    hover = one;
    view.canvas.style.cursor = one ? "pointer" : "default";
    if (one) say(describe(one, tree));
    view.repaint();
  });
  view.canvas.addEventListener("mouseleave", () => {
    hover = null;
    view.repaint();
  });
  view.canvas.addEventListener("click", event => {
    const one = at(event);
    if (!one) return;
    reveal(one);
    go({zoom: one === zoomed() ? (one.caller ? one.caller.path : -1) : one.path});
  });

  return {
    element, refresh,
    next(step) {
      if (!hits.length) return;
      hit = (hit + step + hits.length) % hits.length;
      found(hits.length, hit);
      let up = zoomed();
      while (up.caller && !within(hits[hit], up)) up = up.caller;
      if (up !== zoomed()) go({zoom: up.path}, false);
      reveal(hits[hit]);
    },
    key(name) {
      const one = focus || zoomed();
      const row = one.caller ? one.caller.kids : [one], i = row.indexOf(one);
      const to = {ArrowUp: one.caller, ArrowDown: one.kids[0], ArrowLeft: row[i - 1], ArrowRight: row[i + 1]}[name];
      if (name.startsWith("Arrow")) {
        reveal(to || one);
        return true;
      }
      if (name === "Enter" || name === "+") {
        go({zoom: one.path});
        reveal(one);
        return true;
      }
      if (name === "Escape" || name === "-") {
        const up = name === "-" && zoomed().caller;
        go({zoom: up ? up.path : -1});
        return true;
      }
      return false;
    },
  };
}

function within(one, above) {
  for (let up = one; up; up = up.caller) {
    if (up === above) return true;
  }
  return false;
}
