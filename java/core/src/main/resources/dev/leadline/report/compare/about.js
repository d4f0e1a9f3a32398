function aboutView() {
  const element = el("section", {}, el("div", {class: "pane about"}));

  function refresh() {
    found(null, -1);
    const left = [
      data.functionsLeftOut && count(data.functionsLeftOut, "function") + " with few calls that are alike",
      data.noSource && "the source of " + count(data.noSource, "side") + " of differences",
      data.callsLeftOut && count(data.callsLeftOut, "call") + " on paths that were too many or too long",
      ...pairs.filter(pair => pair.more).map(pair => count(pair.more, "place") + " between " + pairName(pair)),
    ].filter(Boolean);
    const notices = runs.flatMap(run => (run.notices || []).map(text => run.name + ": " + visible(text)));
    fill(element.firstChild,
      el("h2", {}, "What was compared"),
      el("dl", {}, runs.map(run => [el("dt", {}, run.name), el("dd", {}, visible(run.origin) + (run.python && data.kind === "diff" ? ", " + visible(run.program) + " on " + run.python : ""))]),
        data.seed !== null ? [el("dt", {}, "PYTHONHASHSEED"), el("dd", {}, data.seed)] : null),
      el("h2", {}, "Words"),
      el("dl", {}, Object.values(CATEGORIES).map(([glyph, title, meaning]) => [el("dt", {}, glyph + " " + title), el("dd", {}, meaning)])),
      el("h2", {}, "Notices"), lines([...data.notes.map(visible), ...notices], "none"),
      el("h2", {}, "Left out of this page"), lines(left, "nothing"));
  }

  const lines = (texts, none) => (texts.length ? el("ul", {}, texts.map(text => el("li", {}, text))) : el("p", {}, none));

  return {element, refresh, next() {}, key: () => false};
}
