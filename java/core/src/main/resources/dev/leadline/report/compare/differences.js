const OPEN_PLACES = 20;
const MARKS = {
  call: ["→", "the call that only this side has"], raised: ["!", "an exception was raised here"], only: ["+", "ran on this side only"],
  count: ["≠", "ran another number of times"], none: [" ", ""],
};

// Each place in which two runs differ, by whose doing it is, with both sides beside each other and the cause.
function differencesView() {
  let made = "", cards = [], hits = [], at = -1, query = "";
  const bar = el("div", {class: "tools"});
  const list = el("div", {class: "pane places"});
  const element = el("section", {}, bar, list);

  function refresh() {
    const pair = pairInView();
    if (!pair) {
      fill(list, noPair());
      return;
    }
    const wanted = state.pair + state.category;
    fill(bar, select("show", [["all", "all, " + count(pair.places.length, "place")], ...Object.keys(CATEGORIES)
      .filter(key => pair.places.some(place => place.category === key)).map(key => [key, CATEGORIES[key][1]])], state.category, category => go({category, place: -1})),
    outputPlaces(pair) > 0 && el("span", {}, "besides: ", button(count(outputPlaces(pair), "place") + " of the output", "Show them", () => go({view: "output"}), {class: "link"})),
    el("span", {}, pair.first && pair.places.length > 1 ? "First in the run: " + visible(pair.first) : ""));
    if (made !== wanted) {
      made = wanted;
      query = "";
      show(pair);
    }
    if (query !== state.q) {
      query = state.q;
      hits = state.q ? cards.filter(card => hit(card.place.search)) : [];
      at = -1;
      for (const card of cards) card.box.hidden = state.q !== "" && !hits.includes(card);
      for (const heading of list.querySelectorAll(".category")) heading.hidden = state.q !== "";
      for (const cause of list.querySelectorAll(".cause")) {
        const some = [...cause.querySelectorAll(".place-card")].some(box => !box.hidden);
        cause.hidden = !some;
        if (state.q !== "" && some) cause.open = true;
      }
      found(hits.length, -1);
    }
    for (const card of cards) card.box.classList.toggle("current", card.place.number === state.place);
    const chosen = cards.find(card => card.place.number === state.place);
    if (chosen) openUp(chosen.box);
    if (chosen) requestAnimationFrame(() => chosen.box.scrollIntoView({block: "nearest"}));
    say(sayPair(pair));
  }

  function openUp(box) {
    box.open = true;
    const cause = box.closest(".cause");
    if (cause) cause.open = true;
  }

  function sayPair(pair) {
    return pairName(pair) + ": " + (differences(pair) ? count(differences(pair), "difference") + " in " + count(pair.places.length, "place") : "no difference");
  }

  function show(pair) {
    cards = [];
    const parts = [];
    pair.cautions.forEach(text => parts.push(el("p", {class: "notice"}, "⚠ " + visible(text))));
    for (const [key, [glyph, title, meaning]] of Object.entries(CATEGORIES)) {
      const places = pair.places.filter(place => place.category === key);
      if (!places.length || state.category !== "all" && state.category !== key) continue;
      parts.push(el("div", {class: "category"}, el("h2", {}, el("span", {"aria-hidden": "true"}, glyph + " "), title + ": " + count(places.length, "place")), el("p", {}, meaning)));
      const one = place => {
        const box = card(pair, place, cards.length < OPEN_PLACES && (key === "program" || key === "unexplained"));
        cards.push({place, box});
        return box;
      };
      if (key === "runtime" || key === "compiler") parts.push(byCause(places).map(([title, some]) => cause(title, some, some.map(one))));
      else parts.push(places.map(one));
    }
    if (!cards.length) parts.push(el("p", {class: "empty"}, "Both made the same calls with the same lines and exceptions."));
    if (pair.more) parts.push(el("p", {class: "notice"}, "⚠ " + count(pair.more, "further place") + " of this pair are not in this page."));
    if (pair.beyond) parts.push(el("p", {class: "notice"}, "⚠ " + count(pair.beyond, "further difference") + " were counted and not kept."));
    fill(list, parts);
  }

  function byCause(places) {
    const causes = new Map();
    for (const place of places) {
      const {title, source} = place.causes[0], name = visible(title) + (source ? " (" + visible(source) + ")" : "");
      causes.set(name, [...(causes.get(name) || []), place]);
    }
    return [...causes];
  }

  function cause(title, places, boxes) {
    const all = places.reduce((sum, place) => sum + place.count, 0), functions = new Set(places.map(place => place.file + place.function)).size;
    return el("details", {class: "cause"}, el("summary", {}, title, el("small", {}, "  ×" + number(all) + " in " + count(functions, "function"))), boxes);
  }

  function card(pair, place, open) {
    const [glyph] = CATEGORIES[place.category];
    const box = el("details", {class: "place-card " + place.category},
      el("summary", {}, el("span", {class: "mark", "aria-hidden": "true"}, glyph + " "), el("b", {class: "code"}, place.function), " " + place.what,
        place.count > 1 ? " ×" + number(place.count) : "", el("small", {}, "  " + place.file + (place.line > 0 ? ":" + place.line : "")
          + (place.thread ? " in " + visible(place.thread) : "") + (place.allowed ? "  allowed" : ""))));
    let filled = false;
    const fillIn = () => {
      if (box.open && !filled) {
        filled = true;
        box.append(...there(inside(pair, place)));
      }
    };
    box.addEventListener("toggle", fillIn);
    box.firstChild.addEventListener("click", event => {
      event.preventDefault(); // going there opens it, and the browser would close it again
      if (!box.open) go({place: place.number}, false);
      else {
        box.open = false;
        if (state.place === place.number) go({place: -1}, false);
      }
    });
    box.open = open;
    fillIn();
    return box;
  }

  function inside(pair, place) {
    return [
      place.path && el("p", {class: "faint"}, "called by " + visible(place.path)),
      byCause(place.causes.map(cause => ({causes: [cause]}))).map(([title, some]) => el("p", {}, el("b", {}, WORDS[place.category]), ": " + title,
        el("span", {class: "faint"}, some.filter(one => one.causes[0].why).map(one => " — " + visible(one.causes[0].why))))),
      el("div", {class: "two"}, side(pair, place, "left"), side(pair, place, "right")),
      place.followers.length > 0 && el("p", {class: "faint"}, "and on through " + place.followers.map(visible).join(", ")),
    ];
  }

  function side(pair, place, which) {
    const it = place[which];
    const marks = new Set(it.marks);
    return el("div", {class: "side"},
      el("h3", {}, sideName(pair, which), " " + visible(it.does)),
      it.lines.length > 0 && excerpt(it, which),
      marks.size > 0 && el("p", {class: "faint"}, Object.entries(MARKS).filter(([key]) => key !== "none" && marks.has(key)).map(([, [glyph, text]]) => glyph + " " + text).join(" · ")),
      it.calls > 0 && el("div", {}, el("p", {}, "so " + count(it.calls, "call") + " only here:"),
        el("ul", {class: "code"}, it.only.map(name => el("li", {}, visible(name))), it.onlyMore ? el("li", {}, "and " + count(it.onlyMore, "more function")) : null)));
  }

  function excerpt(it, which) {
    const rows = [];
    it.lines.forEach((line, i) => {
      if (i > 0 && line > it.lines[i - 1] + 1) rows.push(el("tr", {class: "skipped"}, el("td", {class: "number"}, "⋮"), el("td"), el("td"), el("td")));
      const [glyph] = MARKS[it.marks[i]];
      rows.push(el("tr", {class: it.marks[i] === "none" ? "" : "marked side-" + which},
        el("td", {class: "number"}, line), el("td", {class: "number"}, it.counts[i] ? "×" + number(it.counts[i]) : ""),
        el("td", {class: "mark", title: MARKS[it.marks[i]][1]}, glyph), el("td", {class: "code"}, visibleLine(it.texts[i]))));
    });
    return el("div", {class: "excerpt"}, el("table", {class: "source", "aria-label": "Source of " + visible(it.file)}, el("tbody", {}, rows)));
  }

  function move(step) {
    const all = state.q ? hits : cards;
    if (!all.length) return;
    at = state.q || at >= 0 ? at : all.findIndex(card => card.place.number === state.place);
    at = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
    if (state.q) found(hits.length, at);
    go({place: all[at].place.number}, false);
    all[at].box.firstChild.focus({preventScroll: true});
  }

  return {
    element, refresh, next: move,
    key(name) {
      if (name === "ArrowDown" || name === "ArrowUp") {
        at = cards.findIndex(card => card.box.contains(document.activeElement));
        const all = cards.filter(card => !card.box.hidden);
        const seen = all.filter(card => card.box.firstChild.offsetParent);
        const next = seen[Math.min(seen.length - 1, Math.max(0, seen.indexOf(cards[at]) + (name === "ArrowDown" ? 1 : -1)))];
        if (next) next.box.firstChild.focus();
        return true;
      }
      if (name === "Escape" && state.place >= 0) {
        const chosen = cards.find(card => card.place.number === state.place);
        if (chosen) chosen.box.open = false;
        go({place: -1}, false);
        return true;
      }
      return false;
    },
  };
}
