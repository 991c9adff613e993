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
  const fixed = (number, decimals = 4) => (Number.isFinite(number)
    ? number.toFixed(decimals).replace("-", "−") : short(number));

  /** A number to four digits, however large or small: 0.4346, 2.23·10⁻⁴. */
  function short(number) {
    if (number === 0) return "0";
    if (Number.isNaN(number)) return "no number";
    if (!Number.isFinite(number)) return number < 0 ? "−∞" : "∞";
    const size = Math.abs(number);
    const isPlain = size >= 0.001 && size < 10000;
    const [factor, power] = isPlain ? [number.toPrecision(4)]
      : number.toExponential(2).split(/e\+?/);
    const raised = (sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)];
    return String(Number(factor)).replace("-", "−")
      + (power ? `·10${[...power].map(raised).join("")}` : "");
  }

  /** 0.893 as `89.3 %`. */
  const percent = (share, decimals = 1) => `${(100 * share).toFixed(decimals)}\u00a0%`;

  /** The largest magnitude. */
  const largest = (numbers) => numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

  /** The page's colour of that name, as `rgb(…)`: `ink`, `paper`, `positive`, … */
  function color(name) {
    if (!known.has(name)) {
      // An element has the colour of the theme; the property itself has those of both.
      probe.style.color = `var(--${name})`;
      if (!probe.isConnected) document.body.append(probe);
      known.set(name, getComputedStyle(probe).color);
    }
    return known.get(name);
  }

  const probe = element("span", { hidden: true });
  // Where the reader's system has few colours of its own, pictures keep theirs.
  probe.style.forcedColorAdjust = "none";
  /** The theme's colours: to ask for one makes the browser compute the styles of the page. */
  const known = new Map();

  /** The parts 0…255 of a colour. */
  const parts = (color) => color.match(/\d+/g).map(Number);

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
    const { data } = image;
    for (let i = 0; i < values.length; i++) {
      const end = values[i] < 0 ? low : high;
      const share = Math.min(1, Math.abs(values[i]) / (scale || 1));
      // The array rounds.
      for (let c = 0; c < 3; c++) data[4 * i + c] = paper[c] + share * (end[c] - paper[c]);
      data[4 * i + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }

  /** Draws all pictures again: the theme has changed. */
  function repaintAll() {
    known.clear();
    for (const canvas of document.querySelectorAll("canvas.picture")) canvas.repaint();
  }

  // MARK: Pointer and keys

  /** The row and column of a picture, or of what lies like one, that are under the pointer. */
  function pixelAt(box, { clientX, clientY }, { rows, columns }) {
    const { left, top, width, height } = box.getBoundingClientRect();
    const within = (share, count) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
    return [within((clientY - top) / height, rows), within((clientX - left) / width, columns)];
  }

  const WAYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  /** An arrow key goes a way, in rows and columns; other keys have actions. */
  function onKeys(box, go, actions = {}) {
    box.addEventListener("keydown", (event) => {
      const [way, action] = [WAYS[event.key], actions[event.key]];
      if (event.ctrlKey || event.altKey || event.metaKey || !(way || action)) return;
      event.preventDefault();
      if (way) go(way);
      else action();
    });
  }

  return {
    element, shape, fixed, short, percent, largest, color, picture, repaint, repaintAll, pixelAt,
    onKeys,
  };
})();
