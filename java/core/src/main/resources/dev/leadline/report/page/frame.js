// What all pages have: heading, views as tabs, search, keys, themes, status line and help. The last script of a page gives start() the rest:
//   tabs: [key, title, maker] of each view; a view has element, refresh(), next(step) for the search, and key(name), true where it used the key
//   usual: what is shown where the address says nothing; correct(): makes of any state one that can be shown
//   keys: [key, meaning], further rows of the help; key(name): as that of a view, for all views
//   prepare(): makes of data what views use; heading(): {title, facts, notices}; tools(): elements in front of the search; sync(): they show the state
const THEMES = ["auto", "light", "dark"];

let data, frame, views = {};
let search, searchCount, tabs, main, detailBox, help;

async function load() {
  const packed = atob(document.getElementById("data").textContent.replace(/\s+/g, ""));
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  data = JSON.parse(await new Response(stream).text());
}

// How many matches the search has in this view, and which one is shown; null where a view is not searched.
function found(all, at) {
  searchCount.textContent = state.q === "" || all === null ? "" : all === 0 ? "none" : at < 0 ? String(all) : at + 1 + " of " + all;
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

function heading() {
  const {title, facts, notices} = frame.heading();
  return el("header", {},
    el("div", {class: "title"}, el("h1", {}, title),
      el("span", {class: "corner"}, button("", "Theme (t)", nextTheme, {id: "theme"}), button("?", "Keys (?)", () => help.showModal()))),
    el("p", {class: "facts"}, facts.filter(Boolean).join(" · ")),
    there(notices).map(text => el("p", {class: "notice"}, "⚠ " + text)));
}

function keyRows() {
  return [["1 – " + frame.tabs.length, "choose a view"], ["/", "search; n and N go to the next and the one before"], ...frame.keys,
    ["t", "theme: automatic, light, dark"], ["?", "this list"]];
}

function build() {
  tabs = el("div", {role: "tablist", "aria-label": "Views"}, frame.tabs.map(([key, title], i) =>
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
  main = el("main", {id: "view", role: "tabpanel", tabindex: "-1"});
  detailBox = el("span", {class: "details"});
  help = el("dialog", {"aria-label": "Keys"}, el("h2", {}, "Keys"), el("dl", {}, keyRows().map(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)])),
    el("p", {}, "The address of this page names the place that it shows."), button("Close", "Close", () => help.close()));
  fill(document.getElementById("page"), heading(),
    el("nav", {}, tabs, el("span", {class: "find"}, frame.tools(), search, searchCount,
      button("‹", "The match before (N)", () => views[state.view].next(-1)), button("›", "Next match (n)", () => views[state.view].next(1)))),
    main, el("footer", {}, el("span", {id: "status", role: "status", "aria-live": "polite"}), detailBox), help);
}

function render() {
  for (const tab of tabs.children) {
    const current = tab.id === "tab-" + state.view;
    tab.setAttribute("aria-selected", String(current));
    tab.tabIndex = current ? 0 : -1;
  }
  frame.sync();
  if (document.activeElement !== search) search.value = state.q;
  const view = views[state.view];
  if (main.firstChild !== view.element) {
    fill(main, view.element);
    main.setAttribute("aria-labelledby", "tab-" + state.view);
    say("");
    fill(detailBox);
  }
  view.refresh();
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.tagName === "SELECT") return;
  const name = event.key, number = Number(name);
  if (["BUTTON", "SUMMARY"].includes(event.target.tagName) && (name === "Enter" || name === " ")) return;
  const onTab = event.target.getAttribute && event.target.getAttribute("role") === "tab";
  if (onTab && (name === "ArrowRight" || name === "ArrowLeft")) {
    const all = frame.tabs, i = all.findIndex(([key]) => key === state.view);
    const [key] = all[(i + (name === "ArrowRight" ? 1 : all.length - 1)) % all.length];
    go({view: key});
    document.getElementById("tab-" + key).focus();
  } else if (/^[1-9]$/.test(name) && number <= frame.tabs.length) go({view: frame.tabs[number - 1][0]});
  else if (name === "/") search.focus();
  else if (name === "n") views[state.view].next(1);
  else if (name === "N") views[state.view].next(-1);
  else if (name === "t") nextTheme();
  else if (name === "?") help.showModal();
  else if (!frame.key(name) && !views[state.view].key(name)) return;
  event.preventDefault();
}

function start(whatIsInIt) {
  frame = whatIsInIt;
  load().then(() => {
    frame.prepare();
    readHash();
    build();
    views = Object.fromEntries(frame.tabs.map(([key, , make]) => [key, make()]));
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
}
