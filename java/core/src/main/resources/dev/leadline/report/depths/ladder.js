// The stack from its root downwards, a column for the interpreters that have the same; the cutoff is a line below the module.
function ladderView() {
  let hits = [], at = -1, query = "";
  const bar = el("div", {class: "legend"});
  const table = el("table", {class: "ladder", "aria-label": "Layers of the stack"});
  const element = el("section", {}, el("div", {class: "tools"}, el("span", {}, "Depth 1 is the root of the stack. What is below the line is deeper than the cutoff, and kept.")), bar, el("div", {class: "pane"}, table));

  function refresh() {
    const used = new Set(groups.flatMap(group => group.rows.map(row => row.whose)));
    fill(bar, OWNERS.map((owner, i) => used.has(owner) && legendItem(PALETTE[i], owner)));
    if (!groups.length) {
      fill(table, el("tbody", {}, el("tr", {}, el("td", {}, "No stack of the program was measured."))));
      return;
    }
    const finite = groups.flatMap(group => group.rows.map(row => row.depth)).filter(Number.isFinite);
    const shallowest = Math.max(...groups.map(group => group.cutoff)), deepest = Math.min(Math.max(...finite), shallowest + ROWS_ABOVE);
    const rows = [];
    for (let depth = 1; depth <= deepest; depth++) rows.push(el("tr", {}, el("th", {scope: "row", class: "number"}, depth), groups.map(group => cell(group, depth))));
    const deeper = groups.map(group => group.rows.filter(row => row.depth > deepest));
    if (deeper.some(some => some.length)) {
      rows.push(el("tr", {}, el("th", {class: "number"}, "…"), deeper.map(some => el("td", {class: "faint"},
        some.length ? "deeper: " + count(some.reduce((sum, row) => sum + row.calls, 0), "call") : ""))));
    }
    fill(table, el("thead", {}, el("tr", {}, el("th", {class: "number"}, "depth"), groups.map(group => el("th", {scope: "col"}, "CPython " + group.name)))), el("tbody", {}, rows));
    if (query !== state.q) {
      query = state.q;
      at = -1;
    }
    hits = [...table.querySelectorAll(".match")];
    found(state.q ? hits.length : 0, state.q ? at : -1);
    say(groups.map(group => group.name + ": cutoff " + group.cutoff).join(" · "));
  }

  function cell(group, depth) {
    const row = group.rows.find(one => one.depth === depth);
    const edge = depth === group.cutoff ? " cutoff" : "", kept = depth > group.cutoff ? " kept" : "";
    if (!row) return el("td", {class: edge + kept});
    const paint = PALETTE[OWNERS.indexOf(row.whose)] || OTHER;
    const mark = el("span", {class: "swatch", title: row.whose}, paint[1]);
    mark.style.background = paint[0];
    mark.style.color = ink(paint[0]);
    const name = row.module ? "<module>" : row.names.join(", ") + (row.more ? " and " + count(row.more, "more", "more") : "");
    return el("td", {class: edge + kept}, mark, el("span", {class: "unseen"}, row.whose), " ", el("span", {class: "code" + (hit(row.search) ? " match" : "")}, name),
      el("small", {class: "faint"}, "  " + row.place + (row.calls && !row.module ? " " + count(row.calls, "call") : "")),
      edge && el("b", {class: "cutoff-word"}, " ← the cutoff: " + group.cutoff));
  }

  return {
    element, refresh,
    next(step) {
      if (!hits.length) return;
      at = (at + step + hits.length) % hits.length;
      found(hits.length, at);
      hits[at].scrollIntoView({block: "nearest"});
      say(hits[at].textContent);
    },
    key: () => false,
  };
}
