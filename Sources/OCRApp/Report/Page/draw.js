"use strict";

/** Elements, letters and numbers, as every part of the page draws them. */
const Draw = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(made, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) {
        made.setAttribute(name, value === true ? "" : value);
      }
    }
    made.append(...children);
    return made;
  }

  /** An element. An attribute `onclick` is a listener; null and false leave an attribute out. */
  const element = (name, attributes = {}, ...children) =>
    fill(document.createElement(name), attributes, children);

  /** An element of a drawing. */
  const shape = (name, attributes = {}, ...children) =>
    fill(document.createElementNS(SVG, name), attributes, children);

  /** A number with a fixed count of decimals and a real minus sign. */
  const fixed = (number, decimals = 4) => number.toFixed(decimals).replace("-", "−");

  /** A number to four digits, however large or small. */
  function short(number) {
    if (number === 0) return "0";
    const size = Math.abs(number);
    const text = size >= 0.001 && size < 10000
      ? String(Number(number.toPrecision(4))) : number.toExponential(2).replace("e", "·10^");
    return text.replaceAll("-", "−");
  }

  /** 0.893 as `89.3 %`. */
  const percent = (share, decimals = 1) => `${(100 * share).toFixed(decimals)}\u00a0%`;

  /** The page's colour of that name: `ink`, `paper`, `positive`, … */
  const color = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  /** The parts 0…255 of a colour `#rrggbb`. */
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

  /**
   * A picture of numbers, row by row, a pixel each, on a canvas of `rows` × `columns` that the style
   * sheet enlarges. `scale` 0…1 goes from paper to ink; with `diverging` −scale…scale goes from
   * negative through paper to positive.
   *
   * @param name says what is to be seen, for those who do not see it.
   */
  function picture(values, { rows, columns }, { name, scale = 1, diverging = false } = {}) {
    const canvas = element("canvas", {
      width: columns, height: rows, role: "img", "aria-label": name,
      class: diverging ? "picture diverging" : "picture",
    });
    repaint(canvas, values, { scale, diverging });
    return canvas;
  }

  /** Draws other numbers on a picture. */
  function repaint(canvas, values, { scale = 1, diverging = false } = {}) {
    canvas.repaint = () => paintPixels(canvas, values, scale, diverging);
    canvas.repaint();
  }

  function paintPixels(canvas, values, scale, diverging) {
    const context = canvas.getContext("2d");
    const image = context.createImageData(canvas.width, canvas.height);
    const [paper, high, low] =
      ["paper", diverging ? "positive" : "ink", "negative"].map((name) => parts(color(name)));
    values.forEach((value, i) => {
      const end = value < 0 ? low : high;
      const share = Math.min(1, Math.abs(value) / (scale || 1));
      for (let c = 0; c < 3; c++) {
        image.data[4 * i + c] = Math.round(paper[c] + share * (end[c] - paper[c]));
      }
      image.data[4 * i + 3] = 255;
    });
    context.putImageData(image, 0, 0);
  }

  /** Draws all pictures again: the theme has changed. */
  function repaintAll() {
    for (const canvas of document.querySelectorAll("canvas.picture")) canvas.repaint();
  }

  return { element, shape, fixed, short, percent, color, picture, repaint, repaintAll };
})();
