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
   * The register `name`; a click or an arrow key calls `choose` with an element's place. x is shown
   * as an `image`. The view's `mark(at)` marks an element as chosen, and no other.
   */
  function view(values, name, image, choose) {
    const register = values.all[name];
    const { values: numbers, columns } = register;
    const size = register.rows ? register : name.endsWith("x") ? image
      : columns > LIMIT ? { rows: Math.ceil(columns / 64), columns: 64 } : null;
    const readout = element("span", { class: "number" });
    const read = (at) => { readout.textContent = `${values.nameOf(name, at)} = ${numbers[at]}`; };
    const scale = Draw.largest(numbers) || 1;
    const shown = (size ? picture : cells)({ name, numbers, scale, ...size, read, choose });
    const box = element("div", { class: "step-register" }, element("p", {}, element("b", {}, name),
      ` ${about(register)}, to ±${short(scale)} `, readout), shown);
    box.mark = shown.mark;
    return box;
  }

  /** Arrow keys lead from element `at()` to another. */
  const listen = (box, at, columns, count, go) => Draw.onKeys(box, ([down, right]) => {
    const next = at() + columns * down + right;
    if (next >= 0 && next < count) go(next);
  });

  /** A button for each number; the keyboard stops at one of them, arrows go on. */
  function cells({ name, numbers, scale, read, choose }) {
    const buttons = Array.from(numbers, (value, at) => {
      const cell = element("button", {
        type: "button", class: value < 0 ? "negative" : null, onclick: () => choose(at),
        onfocus: () => read(at), onpointerenter: () => read(at),
      }, element("i", {}, numbers.length > 1 ? at : ""), " ", short(value));
      cell.style.setProperty("--share", `${100 * Math.abs(value) / scale}%`);
      return cell;
    });
    const go = (at) => { choose(at); buttons[at].focus(); };
    const box = element("div", { class: "step-cells", role: "group", "aria-label": name }, ...buttons);
    listen(box, () => buttons.indexOf(document.activeElement), 1, buttons.length, go);
    box.mark = (chosen) => buttons.forEach((cell, at) => {
      cell.setAttribute("aria-pressed", at === chosen);
      cell.tabIndex = at === (chosen ?? 0) ? 0 : -1;
    });
    box.mark();
    return box;
  }

  /** A picture in which the pointer or arrows choose a cell. */
  function picture({ name, numbers, scale, rows, columns, read, choose }) {
    let chosen = 0;
    const frame = element("i", { hidden: true });
    const place = (event) => {
      const [row, column] = Draw.pixelAt(box, event, { rows, columns });
      return Math.min(numbers.length - 1, row * columns + column);
    };
    const colors = { name, scale, diverging: name !== "x" };
    const box = element("div", {
      class: "step-picture", tabindex: 0, role: "application",
      "aria-label": `${name}, ${rows} rows of ${columns}; arrow keys choose a number`,
      onpointermove: (event) => read(place(event)), onclick: (event) => choose(place(event)),
    }, Draw.picture(numbers, { rows, columns }, colors), frame);
    listen(box, () => chosen, columns, numbers.length, choose);
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
  const figure = (name, numbers, size, words, scale = 1) => element("figure", {},
    Draw.picture(numbers, size, { name, scale, diverging: true }),
    element("figcaption", {}, `${name}: ${words}`));

  /** A table in a box that scrolls; a row's first cell is its heading. */
  function table(name, heads, rows) {
    const row = ([first, ...others]) => element("tr", {},
      element("th", { scope: "row" }, first), ...others.map((cell) => element("td", {}, cell)));
    const head = heads.map((text) => element("th", { scope: "col" }, text));
    return element("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": name },
      element("table", {}, element("thead", {}, element("tr", {}, element("td"), ...head)),
        element("tbody", {}, ...rows.map(row))));
  }

  return { about, view, picture, figure, table };
})();
