// The palette of Okabe and Ito, which differ for all kinds of colour vision; each with a glyph, so that colour is never alone.
const PALETTE = [
  ["#56b4e9", "●"], ["#e69f00", "■"], ["#009e73", "▲"], ["#f0e442", "◆"],
  ["#cc79a7", "▼"], ["#0072b2", "○"], ["#d55e00", "□"],
];
const OTHER = ["#a6a6a6", "·"];
const HEAT = ["#fff3d6", "#fdd99b", "#f9b25e", "#ee7f32", "#d55e00"];

const inks = new Map();

// Black or white, whichever is read better on a colour.
function ink(colour) {
  if (!inks.has(colour)) {
    const [r, g, b] = [1, 3, 5].map(i => parseInt(colour.slice(i, i + 2), 16) / 255)
      .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    inks.set(colour, 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff");
  }
  return inks.get(colour);
}

// A colour of the current theme.
function themed(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// An entry of a legend: a colour, its glyph, and what it stands for.
function legendItem([colour, glyph], text) {
  const swatch = el("span", {class: "swatch", "aria-hidden": "true"}, glyph);
  swatch.style.background = colour;
  swatch.style.color = ink(colour);
  return el("span", {class: "key"}, swatch, " " + text);
}
