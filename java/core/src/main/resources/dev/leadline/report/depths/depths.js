start({
  tabs: [["ladder", "Layers", ladderView], ["cuts", "Cutoffs", cutsView], ["others", "Other stacks", othersView], ["about", "About", aboutView]],
  keys: [],
  usual: {view: "ladder", q: ""},
  prepare: model,
  correct() {},
  heading() {
    const failed = pythons.filter(python => python.failure);
    return {
      title: [visible(data.program), el("span", {}, " on " + (pythons.length === 1 ? "CPython " + pythons[0].name : count(pythons.length, "interpreter")))],
      facts: [visible(data.sentences[0] || "no cutoff was measured"), data.runner === null ? "" : "runner " + visible(data.runner)],
      notices: failed.map(python => python.name + ": " + visible(python.failure)).concat(data.sentences.slice(1).filter(text => text.startsWith("one number")).map(visible)),
    };
  },
  tools: () => null,
  sync() {},
  key: () => false,
});
