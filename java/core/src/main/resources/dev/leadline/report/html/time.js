const LANE_HEAD = 22;
const LANE_GAP = 14;
const AXIS = 22;
const MARGIN = 40;

// Which functions were on the stack when, and the depth at which the trace is cut.
function timeView() {
  let layout = [], made = "", hover = null, drag = null;
  const bar = el("div", {class: "tools"});
  const view = canvasPane("Depth over time; drag or + zooms, arrows move, Escape shows all.",
    () => AXIS + layout.reduce((sum, lane) => sum + lane.height, 0), draw);
  const element = el("section", {}, bar, el("div", {class: "legend"}), view.pane);

  function refresh() {
    found(state.q ? data.spans.function.filter(matches).length : 0, -1);
    if (made !== state.lane) {
      made = state.lane;
      layout = lay();
    }
    const whole = state.from === 0 && state.to === 0;
    fill(bar, el("span", {}, timed
      ? (whole ? "Drag to zoom, Ctrl and wheel too. " : time(range()[0]) + " to " + time(range()[1]) + " ")
      : "This trace has no times: it was recorded with --no-time. "),
    whole ? "" : button("↔ whole", "Show all of the time (Esc)", () => go({from: 0, to: 0})));
    fill(element.children[1], legend());
    view.repaint();
  }

  function range() {
    const begin = Math.min(...layout.map(lane => lane.begin)), end = Math.max(1, ...layout.map(lane => lane.end));
    return state.to > state.from ? [state.from, state.to] : [layout.length ? begin : 0, end];
  }

  // For each lane its spans and the depths that it needs room for.
  function lay() {
    const chosen = lanes.filter(lane => ["all", "merged"].includes(state.lane) || Number(state.lane) === lane.number);
    const spans = new Map(chosen.map(lane => [lane.number, []]));
    data.spans.lane.forEach((lane, i) => spans.has(lane) && spans.get(lane).push(i));
    return chosen.map(lane => {
      const envelope = data.envelopes[lane.number], width = envelope.width[0];
      let deepest = 0, shallowest = Infinity;
      envelope.greatest.forEach((depth, i) => {
        deepest = Math.max(deepest, depth);
        if (depth) shallowest = Math.min(shallowest, envelope.least[i]);
      });
      for (const i of spans.get(lane.number)) {
        deepest = Math.max(deepest, data.spans.depth[i]);
        shallowest = Math.min(shallowest, data.spans.depth[i]);
      }
      if (!deepest) return {lane, height: 0, end: 0, spans: [], envelope};
      const fixed = data.run.cutoff === "auto" ? lane.base : Number(data.run.cutoff);
      const first = fixed > 0 && fixed < shallowest && shallowest - fixed < 30 ? fixed : shallowest - 1;
      const row = Math.max(3, Math.min(17, Math.floor(700 / (deepest - first + 1))));
      return {
        lane, envelope, first, deepest, row, cutoff: fixed, spans: spans.get(lane.number),
        height: LANE_HEAD + (deepest - first + 1) * row + LANE_GAP, begin: Math.max(0, envelope.greatest.findIndex(depth => depth > 0)) * width, end: envelope.greatest.length * width,
      };
    }).filter(lane => lane.height);
  }

  // A round number of nanoseconds: 1, 2 or 5 and zeros.
  function tick(least) {
    const ten = 10 ** Math.floor(Math.log10(Math.max(1, least)));
    return ten * [1, 2, 5, 10].find(factor => factor * ten >= least);
  }

  function draw(context, width, seen, top) {
    if (!timed) return;
    const [from, to] = range(), scale = (width - MARGIN) / (to - from), char = measure(context);
    const text = themed("--text"), faint = themed("--faint"), line = themed("--line");
    const x = ns => MARGIN + (ns - from) * scale;
    let y = AXIS - top;
    context.textBaseline = "middle";
    for (const one of layout) {
      if (y < seen && y + one.height > 0) drawLane(context, one, x, y, width, char, text, faint, line);
      y += one.height;
    }
    context.fillStyle = themed("--background");
    context.fillRect(0, 0, width, AXIS);
    context.fillStyle = faint;
    const step = tick((to - from) / Math.max(2, width / 120));
    for (let ns = Math.ceil(from / step) * step; ns < to; ns += step) {
      context.fillText(time(ns), x(ns) + 3, AXIS / 2);
      context.fillRect(x(ns), AXIS - 8, 1, 8);
    }
    if (drag) {
      context.fillStyle = text;
      context.globalAlpha = 0.15;
      context.fillRect(Math.min(drag.from, drag.to), 0, Math.abs(drag.to - drag.from), seen);
      context.globalAlpha = 1;
    }
  }

  function drawLane(context, one, x, y, width, char, text, faint, line) {
    const {envelope, first, row, deepest} = one, bucket = envelope.width[0], plot = y + LANE_HEAD;
    const top = depth => plot + (depth - first) * row;
    context.fillStyle = text;
    context.font = "bold " + FONT;
    const title = one.lane.label + "  ";
    context.fillText(title, 4, y + LANE_HEAD / 2);
    context.font = FONT;
    context.fillStyle = faint;
    context.fillText("deepest " + deepest, 4 + char * title.length, y + LANE_HEAD / 2);
    context.fillStyle = themed("--envelope");
    envelope.greatest.forEach((depth, i) => {
      const left = Math.max(MARGIN, x(i * bucket)), right = Math.min(width, x((i + 1) * bucket));
      if (depth && right > left) context.fillRect(left, top(Math.max(first, one.cutoff) + 1), Math.max(right - left, 0.7), top(depth + 1) - top(Math.max(first, one.cutoff) + 1));
    });
    for (const i of one.spans) {
      const left = Math.max(MARGIN, x(data.spans.start[i])), right = Math.min(width, x(data.spans.start[i] + data.spans.length[i]));
      if (right - left < 0.3) continue;
      const fn = data.spans.function[i], at = top(data.spans.depth[i]), wide = Math.max(right - left - 0.6, 0.6);
      const [colour] = paintOf(fn, 0), dim = state.q !== "" && !matches(fn);
      context.globalAlpha = dim ? 0.25 : 1;
      context.fillStyle = colour;
      context.fillRect(left, at, wide, Math.max(row - 1, 2));
      context.globalAlpha = 1;
      if (row >= 12 && wide > 3 * char) {
        context.fillStyle = dim ? text : ink(colour);
        context.fillText(cut(functions[fn].title, Math.floor((wide - 4) / char)), left + 2, at + row / 2);
      }
      if (hover && hover.span === i) {
        context.strokeStyle = text;
        context.strokeRect(left + 0.5, at + 0.5, Math.max(wide - 1, 1), Math.max(row - 2, 1));
      }
    }
    for (const gap of data.run.gaps) {
      if (gap.lane !== one.lane.number || gap.from === null) continue;
      const left = Math.max(MARGIN, x(gap.from)), right = Math.min(width, x(gap.to === null ? one.end : gap.to));
      if (right > left) hatch(context, left, plot, Math.max(right - left, 3), one.height - LANE_HEAD - LANE_GAP, text);
    }
    context.fillStyle = faint;
    const step = row >= 12 ? 1 : Math.ceil(12 / row);
    for (let depth = first; depth <= deepest; depth += step) {
      context.textAlign = "right";
      context.fillText(String(depth), MARGIN - 6, top(depth) + Math.max(row, 8) / 2);
    }
    context.textAlign = "left";
    if (one.cutoff >= first && one.cutoff > 0) {
      const at = top(one.cutoff + 1) - 0.5;
      context.strokeStyle = text;
      context.setLineDash([6, 4]);
      context.beginPath();
      context.moveTo(MARGIN, at);
      context.lineTo(width, at);
      context.stroke();
      context.setLineDash([]);
      hatch(context, MARGIN, plot, width - MARGIN, at - plot, line);
      const words = "cutoff: what is deeper than " + one.cutoff + " is kept";
      context.fillStyle = themed("--background");
      context.fillRect(MARGIN + 4, at - 16, char * words.length + 8, 14);
      context.fillStyle = text;
      context.fillText(words, MARGIN + 8, at - 9);
    }
  }

  function spanAt(event) {
    const point = pointIn(view, event), [from, to] = range();
    let y = AXIS;
    for (const one of layout) {
      if (point.y >= y && point.y < y + one.height) {
        const depth = one.first + Math.floor((point.y - y - LANE_HEAD) / one.row);
        const ns = from + (point.x - MARGIN) * (to - from) / (view.canvas.clientWidth - MARGIN);
        const span = one.spans.find(i => data.spans.depth[i] === depth && ns >= data.spans.start[i] && ns <= data.spans.start[i] + data.spans.length[i]);
        const gap = data.run.gaps.find(gap => gap.lane === one.lane.number && gap.from !== null && ns >= gap.from && (gap.to === null || ns <= gap.to));
        return {one, depth, ns, span, gap};
      }
      y += one.height;
    }
    return null;
  }

  const nsAt = (x, [from, to]) => from + Math.max(0, x - MARGIN) * (to - from) / (view.canvas.clientWidth - MARGIN);

  function zoom(factor, centre) {
    const [from, to] = range(), at = centre === undefined ? (from + to) / 2 : centre;
    const length = Math.max(1000, (to - from) * factor), start = Math.max(0, at - (at - from) * factor);
    const begin = Math.min(...layout.map(lane => lane.begin)), end = Math.max(...layout.map(lane => lane.end));
    go(length >= end - begin ? {from: 0, to: 0} : {from: Math.round(start), to: Math.round(start + length)}, false);
  }

  view.canvas.addEventListener("pointerdown", event => {
    if (event.pointerType === "mouse" && timed) drag = {from: pointIn(view, event).x, to: pointIn(view, event).x};
  });
  view.canvas.addEventListener("pointermove", event => {
    if (drag) drag.to = pointIn(view, event).x;
    hover = spanAt(event);
    if (hover) {
      const {one, depth, ns, span, gap} = hover, fn = span === undefined ? null : functions[data.spans.function[span]];
      say(one.lane.label + " · " + time(ns) + " · depth " + depth + (fn ? " · " + fn.name + " " + fn.file + ":" + fn.line + " · " + time(data.spans.length[span]) : "")
        + (gap ? " · no events here: " + visible(gap.reason) : ""));
    }
    view.repaint();
  });
  window.addEventListener("pointerup", () => {
    if (!drag) return;
    const {from, to} = drag, whole = range();
    drag = null;
    if (Math.abs(to - from) > 4) go({from: Math.round(nsAt(Math.min(from, to), whole)), to: Math.round(nsAt(Math.max(from, to), whole))});
    else if (hover && hover.span !== undefined) details(data.spans.function[hover.span]);
    view.repaint();
  });
  view.canvas.addEventListener("wheel", event => {
    if (!event.ctrlKey || !timed) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.7 : 1.4, nsAt(pointIn(view, event).x, range()));
  }, {passive: false});

  return {
    element, refresh, next() {},
    key(name) {
      if (!timed) return false;
      const [from, to] = range(), step = (to - from) / 5;
      if (name === "+") zoom(0.5);
      else if (name === "-") zoom(2);
      else if (name === "Escape") go({from: 0, to: 0});
      else if (name === "ArrowRight" || name === "ArrowLeft") {
        const by = name === "ArrowRight" ? step : -Math.min(step, from);
        if (state.to) go({from: Math.round(from + by), to: Math.round(to + by)}, false);
      } else return false;
      return true;
    },
  };
}
