// Makes elements. Texts of the traced program only ever become text nodes or canvas text, so that no name of it is markup.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...there(children));
  return element;
}

// Without those that are left out: a condition that does not hold gives null or false instead of an element.
function there(children) {
  return children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false);
}

// Gives an element other children.
function fill(element, ...children) {
  element.replaceChildren(...there(children));
}

function button(label, title, action, attributes) {
  return el("button", {type: "button", title, click: action, ...attributes}, label);
}

function select(label, options, value, action) {
  const box = el("select", {change: event => action(event.target.value)},
    options.map(([key, text]) => el("option", {value: key}, text)));
  box.value = value;
  return el("label", {}, label + " ", box);
}

function check(label, checked, action) {
  const box = el("input", {type: "checkbox", change: event => action(event.target.checked)});
  box.checked = checked;
  return el("label", {}, box, " " + label);
}

// A canvas as large as what is seen of it: the content may be much higher, and a canvas of that size would take too much memory.
function canvasPane(label, height, draw) {
  const canvas = el("canvas", {tabindex: "0", role: "img", "aria-label": label});
  const spacer = el("div", {class: "spacer"}, canvas);
  const pane = el("div", {class: "pane"}, spacer);
  let asked = false;
  const paint = () => {
    asked = false;
    const width = pane.clientWidth, seen = pane.clientHeight, ratio = window.devicePixelRatio || 1;
    if (!width || !seen) return;
    spacer.style.height = Math.max(height(width), seen) + "px";
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(seen * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(seen * ratio);
      canvas.style.width = width + "px";
      canvas.style.height = seen + "px";
    }
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, seen);
    draw(context, width, seen, pane.scrollTop);
  };
  const repaint = () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(paint);
    }
  };
  pane.addEventListener("scroll", repaint, {passive: true});
  new ResizeObserver(repaint).observe(pane);
  return {pane, canvas, repaint};
}

// Where a mouse event is in a pane, in pixels of its content.
function pointIn(view, event) {
  const box = view.canvas.getBoundingClientRect();
  return {x: event.clientX - box.left, y: event.clientY - box.top + view.pane.scrollTop};
}
