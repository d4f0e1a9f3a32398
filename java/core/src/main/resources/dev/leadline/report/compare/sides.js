const SIDE_ROWS = 1000;

// Functions that only one of two runs called.
function sidesView() {
  const lists = el("div", {class: "pane two"});
  const element = el("section", {}, lists);

  function refresh() {
    const pair = pairInView();
    if (!pair) {
      fill(lists, noPair());
      return;
    }
    const left = only(pair.left, pair.right), right = only(pair.right, pair.left);
    found(state.q ? left.length + right.length : 0, -1);
    fill(lists, side(pair, "left", left), side(pair, "right", right));
    say(left.length + right.length ? "Functions that one side called and the other did not." : "Both called the same functions.");
  }

  function only(here, there) {
    return calls.filter(one => one.calls[here.number] && !one.calls[there.number] && (state.q === "" || hit(one.search)));
  }

  function side(pair, which, functions) {
    return el("div", {class: "side"}, el("h2", {}, "only ", sideName(pair, which), ": " + count(functions.length, "function")),
      functions.length
        ? el("table", {"aria-label": "Only " + pair[which].name}, el("thead", {}, el("tr", {}, el("th", {class: "number"}, "calls"), el("th", {}, "function"), el("th", {}, "at"))),
          el("tbody", {}, functions.slice(0, SIDE_ROWS).map(one => el("tr", {}, el("td", {class: "number"}, number(one.calls[pair[which].number])),
            el("td", {class: "name"}, one.name), el("td", {class: "place always", title: one.file}, shortPlace(one))))))
        : el("p", {class: "faint"}, "none"),
      functions.length > SIDE_ROWS && el("p", {class: "notice"}, "⚠ the first " + number(SIDE_ROWS) + " are shown; the search narrows them"));
  }

  return {element, refresh, next() {}, key: () => false};
}
