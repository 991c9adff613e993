"use strict";

/** Numbers to look at and to choose from: cells, pictures and tables. */
const Cells = (() => {
  const { element, short } = Draw;
  /** The longest vector that is shown as cells; a longer one is a picture. */
  const LIMIT = 256;

  /** `50 × 129`, `50 numbers`, or the number itself. */
  const about = ({ rows, columns, values }) => (rows ? `${rows} × ${columns}`
    : columns === 1 ? short(values[0]) : `${columns} numbers`);

  /**
   * The register `name`; `choose` is called with the element that a click or an arrow key leads to.
   *
   * @param image the rows and columns of an image, for x.
   * @returns an element; its `mark(at)` marks an element as chosen, and no other.
   */
  function view(values, name, image, choose) {
    const register = values.get(name);
    const size = register.rows ? register : name.endsWith("x") ? image
      : register.columns > LIMIT ? { rows: Math.ceil(register.columns / 64), columns: 64 } : null;
    const readout = element("span", { class: "number" });
    const read = (at) => {
      readout.textContent = `${values.nameOf(name, at)} = ${register.values[at]}`;
    };
    const scale = Registers.largest(register.values);
    const options = { values, name, numbers: register.values, scale, size, read, choose };
    const shown = size ? picture(options) : cells(options);
    const colors = size ? `, colours ±${short(scale)}` : "";
    const box = element("div", { class: "step-register" },
      element("p", {}, element("b", {}, name), ` ${about(register)}${colors} `, readout), shown);
    box.mark = shown.mark;
    return box;
  }

  /** What goes on where an arrow key is pressed at element `at()`. */
  const arrows = (at, columns, count, go) => (event) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
    const next = at() + steps[event.key];
    if (!(next >= 0 && next < count)) return;
    event.preventDefault();
    go(next);
  };

  /** A button for each number; the keyboard stops at one of them, arrows go on. */
  function cells({ values, name, numbers, scale, read, choose }) {
    const buttons = Array.from(numbers, (value, at) => {
      const cell = element("button", {
        type: "button", class: value < 0 ? "negative" : null,
        "aria-label": `${values.nameOf(name, at)} = ${short(value)}`,
        onclick: () => choose(at), onfocus: () => read(at), onpointerenter: () => read(at),
      }, element("i", {}, numbers.length > 1 ? at : ""), short(value));
      cell.style.setProperty("--share", `${40 * Math.abs(value) / (scale || 1)}%`);
      return cell;
    });
    const go = (at) => { choose(at); buttons[at].focus(); };
    const box = element("div", {
      class: "step-cells", role: "group", "aria-label": name,
      onkeydown: arrows(() => buttons.indexOf(document.activeElement), 1, buttons.length, go),
    }, ...buttons);
    box.mark = (chosen = -1) => buttons.forEach((cell, at) => {
      cell.setAttribute("aria-pressed", at === chosen);
      cell.tabIndex = at === Math.max(chosen, 0) ? 0 : -1;
    });
    box.mark();
    return box;
  }

  /** A picture in which the pointer or arrows choose a cell. */
  function picture({ name, numbers, scale, size: { rows, columns }, read, choose }) {
    let chosen = 0;
    const frame = element("i", { hidden: true });
    const place = ({ clientX, clientY }) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      const row = Math.min(rows - 1, Math.floor(rows * (clientY - top) / height));
      const column = Math.min(columns - 1, Math.floor(columns * (clientX - left) / width));
      return Math.min(numbers.length - 1, Math.max(0, row * columns + column));
    };
    const box = element("div", {
      class: "step-picture", tabindex: 0, role: "application",
      "aria-label": `${name}, ${rows} rows of ${columns}; arrow keys choose a number`,
      onpointermove: (event) => read(place(event)), onclick: (event) => choose(place(event)),
      onkeydown: arrows(() => chosen, columns, numbers.length, choose),
    }, Draw.picture(numbers, { rows, columns }, { name, scale, diverging: true }), frame);
    box.style.setProperty("--columns", columns);
    box.mark = (at) => {
      frame.hidden = at === undefined;
      chosen = at ?? chosen;
      frame.style.left = `${100 * (chosen % columns + 0.5) / columns}%`;
      frame.style.top = `${100 * (Math.floor(chosen / columns) + 0.5) / rows}%`;
    };
    return box;
  }

  /** A picture to look at, and words below it. */
  function figure(name, numbers, size, words, scale = 1) {
    return element("figure", {}, Draw.picture(numbers, size, { name, scale, diverging: true }),
      element("figcaption", {}, words));
  }

  /** A table in a box that scrolls: the first cell of a row is its heading. */
  function table(name, heads, rows) {
    const cells = ([first, ...others]) => element("tr", {},
      element("th", { scope: "row" }, first), ...others.map((cell) => element("td", {}, cell)));
    const head = heads.map((text) => element(text ? "th" : "td", text ? { scope: "col" } : {}, text));
    return element("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": name },
      element("table", {}, element("thead", {}, element("tr", {}, ...head)),
        element("tbody", {}, ...rows.map(cells))));
  }

  return { about, view, figure, table };
})();
