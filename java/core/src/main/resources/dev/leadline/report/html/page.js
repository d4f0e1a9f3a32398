const TABS = [
  ["flame", "Flame", flameView], ["tree", "Tree", treeView], ["functions", "Functions", functionsView], ["source", "Source", sourceView],
  ["time", "Depth", timeView], ["exceptions", "Exceptions", exceptionsView], ["about", "About", aboutView],
];
const KEYS = [
  ["1 – 7", "choose a view"], ["/", "search; n and N go to the next and the one before"], ["arrows", "move"], ["Enter", "zoom in, or open"],
  ["Esc", "back to the whole"], ["+ and -", "zoom"], ["[ and ]", "the lane before and the next"], ["t", "theme: automatic, light, dark"], ["?", "this list"],
];
const THEMES = ["auto", "light", "dark"];

let search, searchCount, tabs, main, laneBox, detailBox, help;

function found(all, at) {
  searchCount.textContent = state.q === "" ? "" : all === 0 ? "none" : at < 0 ? String(all) : at + 1 + " of " + all;
}

// What can be done with the function that was chosen last.
function details(fn) {
  if (fn < 0 || fn === undefined) {
    fill(detailBox);
    return;
  }
  fill(detailBox,
    button("callers and callees", functions[fn].name, () => go({view: "functions", fn}), {class: "link"}), " ", place(fn));
}

function theme(next) {
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("leadline-theme", next);
  } catch (e) {
    // a page from a file may have no storage; the theme lasts as long as the page then
  }
  views[state.view] && views[state.view].refresh();
  const toggle = document.getElementById("theme");
  toggle.textContent = {auto: "◐ auto", light: "☀ light", dark: "☾ dark"}[next];
}

function storedTheme() {
  try {
    return THEMES.includes(localStorage.getItem("leadline-theme")) ? localStorage.getItem("leadline-theme") : "auto";
  } catch (e) {
    return "auto";
  }
}

function nextTheme() {
  theme(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length]);
}

function nextLane(step) {
  const all = [...laneBox.options].map(option => option.value);
  go({lane: all[(all.indexOf(state.lane) + step + all.length) % all.length], zoom: -1});
}

function header() {
  const run = data.run, events = Object.values(run.events).reduce((sum, n) => sum + n, 0);
  const facts = [
    run.base === null ? null : "base depth " + run.base, "cutoff " + run.cutoff, count(events, "event"),
    visible(run.outcome), run.time === null ? null : time(run.time),
  ].filter(Boolean).join(" · ");
  return el("header", {},
    el("div", {class: "title"}, el("h1", {}, visible(run.program), el("span", {}, " on " + run.python)),
      el("span", {class: "corner"}, button("", "Theme (t)", nextTheme, {id: "theme"}), button("?", "Keys (?)", () => help.showModal()))),
    el("p", {class: "facts"}, facts),
    run.folded > 0 && el("p", {class: "notice"}, "⚠ " + count(run.folded, "call") + " on paths that were too many or too long: they are under (other)"),
    run.notices.length ? el("p", {class: "notice"}, "⚠ " + visible(run.notices[0]) + (run.notices.length > 1 ? " (and " + (run.notices.length - 1) + " more, see About)" : "")) : null);
}

function build() {
  tabs = el("div", {role: "tablist", "aria-label": "Views"}, TABS.map(([key, title], i) =>
    el("button", {type: "button", role: "tab", id: "tab-" + key, "aria-controls": "view", title: "Key " + (i + 1), click: () => go({view: key})}, el("kbd", {"aria-hidden": "true"}, i + 1), " " + title)));
  search = el("input", {
    type: "search", placeholder: "search (/)", "aria-label": "Search functions and files", spellcheck: "false",
    input: () => go({q: search.value}, false),
    keydown: event => {
      if (event.key === "Enter") views[state.view].next(event.shiftKey ? -1 : 1);
      if (event.key === "Escape") {
        go({q: ""}, false);
        search.blur();
      }
      event.stopPropagation();
    },
  });
  searchCount = el("output", {"aria-live": "polite"});
  const lane = select("lane", [["all", "each"], ["merged", "all as one"], ...lanes.map(one => [String(one.number), one.label])], state.lane, value => go({lane: value, zoom: -1}));
  laneBox = lane.querySelector("select");
  main = el("main", {id: "view", role: "tabpanel", tabindex: "-1"});
  detailBox = el("span", {class: "details"});
  help = el("dialog", {"aria-label": "Keys"}, el("h2", {}, "Keys"), el("dl", {}, KEYS.map(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)])),
    el("p", {}, "The address of this page names the place that it shows."), button("Close", "Close", () => help.close()));
  const page = document.getElementById("page");
  fill(page, header(),
    el("nav", {}, tabs, el("span", {class: "find"}, lanes.length > 1 ? lane : null, search, searchCount,
      button("‹", "The match before (N)", () => views[state.view].next(-1)), button("›", "Next match (n)", () => views[state.view].next(1)))),
    main, el("footer", {}, el("span", {id: "status", role: "status", "aria-live": "polite"}), detailBox), help);
}

function render() {
  for (const tab of tabs.children) {
    const current = tab.id === "tab-" + state.view;
    tab.setAttribute("aria-selected", String(current));
    tab.tabIndex = current ? 0 : -1;
  }
  laneBox.value = state.lane;
  if (document.activeElement !== search) search.value = state.q;
  const view = views[state.view];
  if (main.firstChild !== view.element) {
    fill(main, view.element);
    main.setAttribute("aria-labelledby", "tab-" + state.view);
    say("");
    details(-1);
  }
  view.refresh();
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.tagName === "SELECT") return;
  const name = event.key;
  if (event.target.tagName === "BUTTON" && (name === "Enter" || name === " ")) return;
  const onTab = event.target.getAttribute && event.target.getAttribute("role") === "tab";
  if (onTab && (name === "ArrowRight" || name === "ArrowLeft")) {
    const i = TABS.findIndex(([key]) => key === state.view);
    const [key] = TABS[(i + (name === "ArrowRight" ? 1 : TABS.length - 1)) % TABS.length];
    go({view: key});
    document.getElementById("tab-" + key).focus();
  } else if (/^[1-7]$/.test(name)) go({view: TABS[Number(name) - 1][0]});
  else if (name === "/") search.focus();
  else if (name === "n") views[state.view].next(1);
  else if (name === "N") views[state.view].next(-1);
  else if (name === "[") nextLane(-1);
  else if (name === "]") nextLane(1);
  else if (name === "t") nextTheme();
  else if (name === "?") help.showModal();
  else if (!views[state.view].key(name)) return;
  event.preventDefault();
}

load().then(() => {
  rankFiles();
  views = Object.fromEntries(TABS.map(([key]) => [key, null]));
  readHash();
  build();
  views = Object.fromEntries(TABS.map(([key, , make]) => [key, make()]));
  theme(storedTheme());
  render();
  document.addEventListener("keydown", keys);
  window.addEventListener("popstate", () => {
    readHash();
    render();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => render());
  document.documentElement.dataset.ready = "true";
}).catch(error => {
  document.getElementById("page").textContent = "This page cannot be shown: " + error + ". It needs a browser of 2023 or newer.";
});
