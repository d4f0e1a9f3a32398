function aboutView() {
  const element = el("section", {}, el("div", {class: "pane about"}));

  function refresh() {
    found(null, -1);
    const run = data.run, choice = run.recording;
    const rows = [
      ["program", visible(run.program)], ["in", visible(run.cwd)], ["interpreter", run.python + ", " + visible(run.executable)],
      ["started", new Date(run.started).toISOString()], ["outcome", visible(run.outcome)],
      ["events", Object.entries(run.events).filter(([, n]) => n).map(([kind, n]) => count(n, kind)).join(", ") || "none"],
      ["base depth", run.base === null ? "not measured" : run.base], ["cutoff", run.cutoff + (choice.moduleLevel ? ", with the module level" : "")],
      ["levels", choice.levels], ["scopes", choice.scopes.join(", ")], ["roots", choice.roots.map(visible).join(", ")],
      ["include", choice.include.map(visible).join(", ")], ["exclude", choice.exclude.map(visible).join(", ")],
      ["functions", choice.functions.map(visible).join(", ")], ["kinds of events", choice.events.join(", ")],
      ["at most", choice.maxEvents === null ? "" : count(choice.maxEvents, "event")], ["recorder", run.engine + ", agent " + visible(run.agent)],
    ].filter(([, text]) => text !== "" && text !== null);
    const left = [
      run.folded && count(run.folded, "call") + " on paths that were too many or too long, counted under (other)",
      run.spans > data.spans.start.length && "the depth view draws the " + count(data.spans.start.length, "longest call") + " of " + number(run.spans),
      run.moreExceptions && count(run.moreExceptions, "exception") + " in further places",
      run.malformed && count(run.malformed, "line") + " of the trace could not be read",
      run.unknown && count(run.unknown, "record") + " of unknown kinds skipped",
    ].filter(Boolean);
    fill(element.firstChild,
      el("h2", {}, "The run"), el("dl", {}, rows.map(([name, text]) => [el("dt", {}, name), el("dd", {}, String(text))])),
      run.processes.length > 1 && el("h2", {}, "Processes"),
      run.processes.length > 1 && el("ul", {}, run.processes.map(one => el("li", {}, `process ${one.number} (pid ${one.pid}, ${one.origin}): `
        + one.argv.map(visible).join(" ") + (one.outcome ? "; " + one.outcome : "")))),
      el("h2", {}, "Notices"), run.notices.length ? el("ul", {}, run.notices.map(text => el("li", {}, visible(text)))) : el("p", {}, "none"),
      el("h2", {}, "Left out of this page"), left.length ? el("ul", {}, left.map(text => el("li", {}, text))) : el("p", {}, "nothing"));
  }

  return {element, refresh, next() {}, key: () => false};
}
