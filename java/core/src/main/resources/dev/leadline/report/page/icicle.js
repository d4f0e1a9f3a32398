const ROW = 20;
const FONT = "12px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

function measure(context) {
  context.font = FONT;
  return context.measureText("MMMMMMMMMM").width / 10;
}

// A tree has its root, all its nodes, and `of`, nodes by the number of their path. A node has its caller, its level, its kids, the value that its
// box is as wide as, with that of its kids in it, and the path that it stands for. This puts the heaviest kids first, each to its place in the whole.
function sorted(tree) {
  for (const one of tree.all) {
    one.kids.sort((a, b) => b.value - a.value);
    let at = one.from;
    for (const below of one.kids) {
      below.from = at;
      at += below.value;
    }
    if (one.level > (tree.levels || 0)) tree.levels = one.level;
  }
  return tree;
}

// The path that a call of a recursion counts for: the nearest one around it that ends with the same function, or -1. A function that is
// local to another one counts only where it calls itself: what wraps two functions is the same code for both. The text tree folds alike.
function outerCall(path, {caller, function: numbers}, known) {
  const fn = known[numbers[path]];
  if (fn.file === "") return -1;
  for (let up = caller[path]; up >= 0 && known[numbers[up]].file !== ""; up = caller[up]) {
    if (numbers[up] === numbers[path]) return up;
    if (fn.name.includes("<locals>")) return -1;
  }
  return -1;
}

// The graph of a tree: callers above what they called, zoomed to the node that the state names. what:
//   label: for screen readers; name(node); paint(node, tree): [colour, glyph]; describe(node, tree): one line
//   matches(node): whether the search finds it; chosen(node): it was looked at
function icicle(what) {
  let tree, focus = null, hover = null, hits = [], hit = -1, query = "";
  const view = canvasPane(what.label, () => (tree ? (tree.levels + 1) * ROW : 0), draw);

  // Shows a tree, which may be another one than before; a hint stands in the status line until something is looked at.
  function show(next, hint) {
    if (next !== tree) {
      tree = next;
      query = "";
      focus = hover = null;
    }
    if (query !== state.q) {
      query = state.q;
      hits = state.q ? tree.all.filter(what.matches) : [];
      hit = -1;
      found(hits.length, -1);
    }
    view.repaint();
    if (!focus && !hover) say(hint);
  }

  function zoomed() {
    if (state.zoom < -1) return tree.root.kids.find(one => one.path === state.zoom) || tree.root;
    return (state.zoom >= 0 && tree.of[state.zoom]) || tree.root;
  }

  function draw(context, width, seen, top) {
    if (!tree) return;
    const char = measure(context), target = zoomed(), scale = target.value ? width / target.value : 0;
    const shade = themed("--text");
    context.textBaseline = "middle";
    const box = (one, x, wide, passed) => {
      const y = one.level * ROW - top;
      if (y > seen || y < -ROW) return;
      const [colour, glyph] = what.paint(one, tree);
      const faint = state.q !== "" && !what.matches(one);
      context.globalAlpha = faint ? 0.25 : passed ? 0.55 : 1;
      context.fillStyle = colour;
      context.fillRect(x, y, Math.max(wide - 1, 0.5), ROW - 1);
      context.globalAlpha = 1;
      if (wide > 5 * char) {
        const name = (glyph && wide > 60 ? glyph + " " : "") + what.name(one);
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
    say(what.describe(one, tree));
    what.chosen(one);
    view.repaint();
  }

  view.canvas.addEventListener("mousemove", event => {
    const one = at(event);
    if (one === hover) return;
    hover = one;
    view.canvas.style.cursor = one ? "pointer" : "default";
    if (one) say(what.describe(one, tree));
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
    pane: view.pane, show, reveal,
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
      if (!tree) return false;
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
