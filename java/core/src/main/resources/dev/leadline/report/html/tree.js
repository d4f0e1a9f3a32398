const TREE_ROWS = 2000;
const OPEN_SHARE = 0.04;

// The same as the flame graph as a table that a keyboard and a screen reader can walk through.
function treeView() {
  let tree, made = "", open = new Set(), rows = [], current = 0, hits = [], hit = -1, query = "";
  const body = el("tbody");
  const heads = ["function", "calls", "lines", "own", "total", "%"];
  const table = el("table", {role: "treegrid", "aria-label": "Call tree"},
    el("thead", {}, el("tr", {role: "row"}, heads.map((name, i) => el("th", {role: "columnheader", class: i ? "number " + (name === "%" ? "share" : name) : ""}, name)))), body);
  const bar = el("div", {class: "tools"});
  const pane = el("div", {class: "pane"}, table);
  const element = el("section", {}, bar, pane);

  function refresh() {
    const wanted = [state.lane, state.fold].join();
    if (wanted !== made) {
      made = wanted;
      query = "";
      tree = callTree();
      open = new Set([tree.root]);
      let shown = 0;
      for (const one of tree.all) {
        if (shown < 60 && one.value >= OPEN_SHARE * tree.root.value && one.level < 25) {
          open.add(one);
          shown += one.kids.length;
        }
      }
      current = 0;
    }
    if (query !== state.q) {
      query = state.q;
      hits = state.q ? tree.all.filter(one => matches(one.fn)) : [];
      hit = -1;
      found(hits.length, -1);
    }
    fill(bar,
      check("fold recursion", state.fold, fold => go({fold})),
      button("open all", "Show all paths", () => openAll(tree.all)),
      button("close all", "Show the first functions alone", () => openAll([tree.root])));
    show();
  }

  function openAll(nodes) {
    open = new Set(nodes);
    show();
  }

  function show() {
    rows = [];
    let more = 0;
    const add = (one, level) => {
      if (rows.length >= TREE_ROWS) {
        more++;
        return;
      }
      rows.push({one, level});
      if (open.has(one)) one.kids.forEach(below => add(below, level + 1));
    };
    tree.root.kids.forEach(one => add(one, 1));
    current = Math.min(current, Math.max(0, rows.length - 1));
    fill(body, ...rows.map(row));
    if (more) body.append(el("tr", {}, el("td", {colspan: heads.length}, count(more, "more row") + "; close some paths to see them")));
    if (!rows.length) body.append(el("tr", {}, el("td", {colspan: heads.length}, "No call was recorded.")));
  }

  function row({one, level}, i) {
    const fn = functions[one.fn], [colour, glyph] = paintOf(one.fn, 0);
    const name = el("td", {role: "gridcell", class: "name"});
    name.style.paddingLeft = 0.5 + 1.1 * Math.min(level - 1, 40) + "em";
    const mark = el("span", {class: "swatch", "aria-hidden": "true"}, glyph);
    mark.style.background = colour;
    mark.style.color = ink(colour);
    name.append(
      el("span", {class: "twist", "aria-hidden": "true"}, one.kids.length ? (open.has(one) ? "▾" : "▸") : " "),
      mark, " ", el("span", {class: matches(one.fn) ? "match" : ""}, label(one, "name")),
      level > 41 ? el("small", {}, " level " + level) : "",
      el("small", {}, [one.resumes && count(one.resumes, "resume"), one.exceptions && count(one.exceptions, "exception"), fn && fn.place]
        .filter(Boolean).map(text => "  " + text).join("")));
    const part = tree.root.value ? one.value / tree.root.value : 0;
    const bar = el("span", {class: "bar", "aria-hidden": "true"});
    bar.style.width = (100 * part).toFixed(1) + "%";
    return el("tr", {
      role: "row", "aria-level": level, "aria-expanded": one.kids.length ? String(open.has(one)) : null,
      tabindex: i === current ? "0" : "-1",
      click: () => {
        current = i;
        toggle(one);
      },
      focus: () => {
        current = i;
        say(describe(one, tree));
        details(one.fn);
      },
    }, name,
    cell("calls", number(one.calls)), cell("lines", number(one.lines)),
    cell("own", timed && one.fn >= 0 ? time(one.own) : "-"), cell("total", timed ? time(one.total) : "-"),
    el("td", {role: "gridcell", class: "number share" + (part >= 0.2 ? " hot" : part >= 0.05 ? " warm" : "")}, el("span", {class: "track"}, bar), share(one.value, tree.root.value)));
  }

  const cell = (kind, text) => el("td", {role: "gridcell", class: "number " + kind}, text);

  function toggle(one) {
    if (!open.delete(one)) open.add(one);
    show();
    focusRow(current);
  }

  function focusRow(i) {
    if (!body.children[i]) return;
    if (body.children[current]) body.children[current].tabIndex = -1;
    current = i;
    body.children[i].tabIndex = 0;
    body.children[i].focus();
    body.children[i].scrollIntoView({block: "nearest"});
  }

  return {
    element, refresh,
    next(step) {
      if (!hits.length) return;
      hit = (hit + step + hits.length) % hits.length;
      found(hits.length, hit);
      for (let up = hits[hit].caller; up; up = up.caller) open.add(up);
      show();
      focusRow(rows.findIndex(shown => shown.one === hits[hit]));
    },
    key(name) {
      if (!rows.length) return false;
      const {one, level} = rows[current];
      if (name === "ArrowDown") focusRow(Math.min(current + 1, rows.length - 1));
      else if (name === "ArrowUp") focusRow(Math.max(current - 1, 0));
      else if (name === "ArrowRight" && one.kids.length && !open.has(one)) toggle(one);
      else if (name === "ArrowRight") focusRow(Math.min(current + 1, rows.length - 1));
      else if (name === "ArrowLeft" && open.has(one) && one.kids.length) toggle(one);
      else if (name === "ArrowLeft" && level > 1) focusRow(rows.findIndex(shown => shown.one === one.caller));
      else if (name === "Enter") toggle(one);
      else return false;
      return true;
    },
  };
}
