// What two runs wrote otherwise, and how they ended.
function outputView() {
  const pane = el("div", {class: "pane"});
  const element = el("section", {}, pane);

  function refresh() {
    const pair = pairInView();
    found(null, -1);
    if (!pair) {
      fill(pane, noPair());
      return;
    }
    const {stdout, stderr, end} = pair.output;
    fill(pane,
      end && el("div", {}, el("h2", {}, "exit status" + unstable(end)), el("div", {class: "two"}, ["left", "right"].map(which =>
        el("div", {class: "side"}, el("h3", {}, sideName(pair, which)), el("p", {}, end[which].outcome + (end[which].status === null ? "" : ", status " + end[which].status)))))),
      stream(pair, "stdout", stdout), stream(pair, "stderr", stderr),
      !outputPlaces(pair) && el("p", {class: "empty"}, "Both wrote the same, and ended in the same way."));
    say(pairName(pair) + ": " + (outputPlaces(pair) ? count(outputPlaces(pair), "place") + " of the output" : "the same output"));
  }

  const unstable = place => (place.repeatable ? "" : ", not repeatable");

  function stream(pair, name, it) {
    return [
      it.first.map(place => el("div", {}, el("h2", {}, name + ", line " + place.left.lineno + unstable(place)),
        el("div", {class: "two"}, ["left", "right"].map(which => text(pair, which, place[which]))))),
      it.places > it.first.length && el("p", {class: "notice"}, "⚠ " + name + " differs in " + count(it.places - it.first.length, "place") + " more"),
    ];
  }

  function text(pair, which, it) {
    return el("div", {class: "side"}, el("h3", {}, sideName(pair, which), it.count === 0 ? " nothing" : " from line " + it.lineno),
      it.count > 0 && el("pre", {class: "excerpt code marked side-" + which}, it.lines.map(visibleLine).join("\n")),
      it.count > it.lines.length && el("p", {class: "faint"}, "and " + count(it.count - it.lines.length, "line") + " more"));
  }

  return {element, refresh, next() {}, key: () => false};
}
