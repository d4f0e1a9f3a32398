function aboutView() {
  const element = el("section", {}, el("div", {class: "pane about"}));

  function refresh() {
    found(null, -1);
    const notices = pythons.flatMap(python => (python.notices || []).map(notice => python.name + ": " + visible(notice.text)));
    fill(element.firstChild,
      el("h2", {}, "What was measured"),
      el("dl", {}, el("dt", {}, "program"), el("dd", {}, visible(data.program)),
        data.runner !== null && [el("dt", {}, "runner"), el("dd", {}, visible(data.runner))],
        data.hash_seed !== null && [el("dt", {}, "PYTHONHASHSEED"), el("dd", {}, data.hash_seed)],
        pythons.map(python => [el("dt", {}, python.name), el("dd", {}, visible(python.executable) + (python.outcome ? ", " + python.outcome.replace(/_/g, " ") + (python.status === null ? "" : ", status " + python.status) : "")
          + (python.failure ? ", " + visible(python.failure) : ""))])),
      el("h2", {}, "What it says"), el("ul", {}, data.sentences.map(text => el("li", {}, visible(text)))),
      el("h2", {}, "Notices"), notices.length ? el("ul", {}, notices.map(text => el("li", {}, text))) : el("p", {}, "none"));
  }

  return {element, refresh, next() {}, key: () => false};
}
