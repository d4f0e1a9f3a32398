const OTHER_ROWS = 100;

// Stacks besides the program's own: threads, tasks, callbacks, each with the cutoff that it needs.
function othersView() {
  const pane = el("div", {class: "pane"});
  const element = el("section", {}, pane);

  function refresh() {
    let all = 0;
    const alike = new Map();
    for (const python of pythons.filter(one => one.other_stacks)) {
      const key = JSON.stringify([python.other_stacks.map(stack => [stack.kind, stack.cutoff, stack.function, stack.stacks, stack.layers.map(layer => layer.function)]), python.more_stacks]);
      alike.set(key, [...(alike.get(key) || []), python]);
    }
    const parts = [...alike.values()].map(some => {
      const python = some[some.length - 1];
      const stacks = python.other_stacks.filter(stack => state.q === "" || hit((stack.function + "\n" + stack.file + "\n" + stack.kind).toLowerCase()));
      all += stacks.length;
      return el("div", {}, el("h2", {}, "CPython " + some.map(one => one.name).join(", ") + ": " + count(python.other_stacks.length + python.more_stacks, "other stack")),
        stacks.length > 0 && el("table", {"aria-label": "Other stacks"}, el("thead", {}, el("tr", {}, [["kind", ""], ["cutoff", "number"], ["stacks", "number lines"], ["calls", "number"], ["first function", ""], ["frames below it", "own"]]
          .map(([text, kind]) => el("th", {class: kind, scope: "col"}, text)))), el("tbody", {}, stacks.slice(0, OTHER_ROWS).map(row))),
        stacks.length + python.more_stacks > OTHER_ROWS && el("p", {class: "notice"}, "⚠ the first " + OTHER_ROWS + " are shown; " + number(python.more_stacks) + " were counted only"));
    });
    found(state.q ? all : 0, -1);
    fill(pane, parts.length ? parts : el("p", {class: "empty"}, "Nothing was measured."));
    say("Interpreters with the same stacks are one table, with the calls of the last. + : on frames of the program; the cutoff is that of the first such stack.");
  }

  function row(stack) {
    return el("tr", {}, el("td", {}, stack.kind.replace(/_/g, " ")), el("td", {class: "number"}, stack.cutoff + (stack.from_root ? "" : "+")), el("td", {class: "number lines"}, number(stack.stacks)),
      el("td", {class: "number"}, stack.from_root ? number(stack.depths.reduce((sum, held) => sum + held.calls, 0)) : ""),
      el("td", {class: "name"}, visible(stack.function), el("small", {}, "  " + shortFile(visible(stack.file)) + ":" + stack.firstlineno)),
      el("td", {class: "name own"}, stack.layers.slice(-8).map(layer => visible((layer.module || shortFile(layer.file)) + ":" + layer.function)).join(" > ")));
  }

  return {element, refresh, next() {}, key: () => false};
}
