"use strict";

/**
 * The pad: what is on it, the pen, and letters of the sets. The document's event `letter`, with set
 * and index, puts a letter on the pad; `pad` tells x, label, set and index when the pen is lifted.
 */
{
  const $ = (id) => document.getElementById(`pad-${id}`);

  let [report, image, net, style, cells, timer] = [];
  /** On the pad: lines and x, the picture of them; or a letter of a set, and its class. */
  let state = { lines: [], label: null, set: null, index: null };
  const history = [];
  /** Where the pen is, and whether it erases; null when it is not down. */
  let pen = null;
  /** Where the keys' pen is. */
  let cursor = [192, 240];

  // MARK: What is on the pad

  /** Another state: `undo` brings back the one before. */
  function change(next) {
    history.push(state);
    become(next);
  }

  function undo() {
    if (history.length > 0) become(history.pop());
  }

  function become(next) {
    [state, pen] = [next, null];
    show();
    const { x, label, set, index } = state;
    document.dispatchEvent(new CustomEvent("pad", { detail: { x: x.slice(), label, set, index } }));
  }

  const drawing = (lines) =>
    ({ lines, x: Ink.picture(lines, style), label: null, set: null, index: null });

  /** Puts a letter of a set on the pad; after the last comes the first, however far. */
  function put(set, number) {
    const from = report.sets[set];
    const rest = Math.round(number) % from.count;
    const index = rest < 0 ? rest + from.count : rest;
    $("set").value = String(set);
    $("number").value = String(index + 1);
    change({
      lines: [], x: from.letter(index), label: from.labels[index], set, index,
    });
  }

  /** Turns a pixel over: the letter keeps its class, but is no longer the set's. */
  function turn(i) {
    const x = state.x.slice();
    x[i] = Number(x[i] === 0);
    change({ ...state, x, set: null, index: null });
  }

  // MARK: The pen

  const erases = () => $("eraser").ariaPressed === "true";

  function down(point) {
    if (erases() && state.lines.length === 0) return;
    history.push(state);
    state = { ...state, lines: erases() ? state.lines : [...state.lines, []] };
    pen = { at: point, erases: erases() };
    move([point]);
  }

  function move(points) {
    let { lines } = state;
    for (const point of points) {
      const way = Ink.way(pen.at, point);
      if (pen.erases) lines = way.reduce(Ink.erased, lines);
      else lines.at(-1).push(...way);
      pen.at = point;
    }
    state = drawing(lines);
    show();
  }

  function up() {
    if (pen !== null) become(state);
  }

  /** The nearest place on the pad. */
  const within = ([x, y]) => [Math.min(384, Math.max(0, x)), Math.min(480, Math.max(0, y))];

  function listenToPointer(pad) {
    const place = ({ clientX, clientY }) => {
      const { left, top, width, height } = pad.getBoundingClientRect();
      return within([384 * (clientX - left) / width, 480 * (clientY - top) / height]);
    };
    pad.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      pad.setPointerCapture(event.pointerId);
      up();
      down(place(event));
    });
    pad.addEventListener("pointermove", (event) => {
      if (pen === null || !pad.hasPointerCapture(event.pointerId)) return;
      const parts = event.getCoalescedEvents();
      move((parts.length > 0 ? parts : [event]).map(place));
    });
    pad.addEventListener("lostpointercapture", up);
  }

  function listenToKeys(pad) {
    Draw.onKeys(pad, ([dy, dx]) => {
      cursor = within([cursor[0] + 12 * dx, cursor[1] + 12 * dy]);
      if (pen !== null) move([cursor]);
      paint();
    }, {
      " ": () => {
        if (pen === null) down(cursor);
        else up();
        say(pen === null ? "Pen up" : "Pen down");
      },
      Backspace: undo,
    });
    pad.addEventListener("focus", paint);
    pad.addEventListener("blur", () => { up(); paint(); });
  }

  // MARK: Pictures

  function paint() {
    const context = $("drawing").getContext("2d");
    const use = (color, lineWidth) => Object.assign(context, {
      fillStyle: Draw.color(color), strokeStyle: Draw.color(color), lineWidth,
      lineCap: "round", lineJoin: "round", imageSmoothingEnabled: false,
    });
    use("paper").fillRect(0, 0, 384, 480);
    use("ink", 14).beginPath();
    for (const line of state.lines) {
      context.moveTo(...line[0]);
      for (const point of line) context.lineTo(...point);
    }
    context.stroke();
    if (state.lines.length > 0) {
      // What is cut out.
      const [across, down] = Ink.box(state.lines.flat());
      use("accent", 2).strokeRect(across.low, down.low, across.size, down.size);
    } else {
      // A letter of a set has no lines: its pixels, enlarged.
      const side = Math.min(384 / image.columns, 480 / image.rows);
      context.drawImage(Draw.picture(state.x, image), 192 - side * image.columns / 2, 0,
        side * image.columns, side * image.rows);
    }
    if (!$("drawing").matches(":focus-visible")) return;
    use("accent", 4).beginPath();
    context.arc(...cursor, 14, 0, 7);
    if (pen === null) context.stroke();
    else context.fill();
  }

  /** x as cells: one stop for Tab, arrows move among them. */
  function makeCells() {
    const { rows, columns } = image;
    const grid = $("x");
    grid.style.aspectRatio = `${columns} / ${rows}`;
    grid.style.gridTemplateColumns = `repeat(${columns}, 1fr)`;
    cells = Array.from({ length: rows * columns }, (_, i) =>
      Draw.element("div", { role: "gridcell", tabindex: i === 0 ? 0 : -1 }));
    for (let i = 0; i < cells.length; i += columns) {
      grid.append(Draw.element("div", { role: "row" }, ...cells.slice(i, i + columns)));
    }
    let current = 0;
    const onCell = (name, action) => grid.addEventListener(name, ({ target }) => {
      if (cells.includes(target)) action(cells.indexOf(target));
    });
    onCell("click", turn);
    onCell("pointerover", PadLayers.showPixel);
    onCell("focusin", (i) => {
      cells[current].tabIndex = -1;
      cells[i].tabIndex = 0;
      PadLayers.showPixel(current = i);
    });
    Draw.onKeys(grid, ([dy, dx]) => {
      const column = current % columns + dx;
      if (column >= 0 && column < columns) cells[current + dx + dy * columns]?.focus();
    }, { " ": () => turn(current) });
  }

  function showCell(cell, i) {
    if (cell.value === state.x[i]) return;
    cell.value = state.x[i];
    cell.title = PadLayers.describe(i);
    cell.style.setProperty("--share", `${100 * Math.min(1, Math.abs(state.x[i]))}%`);
  }

  function show() {
    const { x, label, set, index } = state;
    const isEmpty = x.every((value) => value === 0);
    net.forward(x);
    paint();
    if (!isEmpty) PadLayers.show();
    cells.forEach(showCell);
    const reading = isEmpty ? "" : report.letters[net.reading];
    const share = isEmpty ? "The pad is empty." : Draw.percent(net.ŷ[net.reading]);
    const origin = set === null ? "" : `Letter ${index + 1} of ${report.sets[set].name}. `;
    const verdict = label === null ? "" :
      `It is ${report.letters[label]}: ${label === net.reading ? "read right" : "misread"}.`;
    $("letter").textContent = reading;
    $("share").textContent = share;
    $("origin").textContent = origin + verdict;
    $("layers").hidden = isEmpty;
    $("undo").disabled = history.length === 0;
    say(`${reading} ${share}`);
  }

  /** For those who listen, once nothing has changed for a while. */
  function say(text) {
    clearTimeout(timer);
    timer = setTimeout(() => { $("said").textContent = text; }, 500);
  }

  // MARK: Letters of the sets

  /** The next letter of a set that is misread, or null. */
  function* nextMisread(set, start) {
    const own = report.network();
    for (let i = 0; i < set.count; i++) {
      const n = (start + i) % set.count;
      own.forward(set.letter(n));
      if (own.reading !== set.labels[n]) return n;
      yield;
    }
    return null;
  }

  async function putMisread(set, start) {
    const before = state;
    const n = await Work.run(nextMisread(report.sets[set], start), () => state === before);
    if (n === null) $("origin").textContent = "No letter of this set is misread.";
    else if (n !== undefined) put(set, n);
  }

  function start(given) {
    [report, image, net] = [given, given.image, given.network()];
    style = Ink.style(report.sets[0], image);
    state = drawing([]);
    PadLayers.start(report, net);
    makeCells();
    $("set").append(...report.sets.map(({ name, count }, i) =>
      Draw.element("option", { value: i }, `${name}: ${count}`)));
    // Who comes back finds an empty pad, and no number of a letter beside it.
    $("number").value = "";
    const pad = $("drawing");
    listenToPointer(pad);
    listenToKeys(pad);
    pad.repaint = paint;
    pad.classList.add("picture");
    const set = () => Number($("set").value);
    const index = () => Number($("number").value) - 1;
    const any = () => Math.floor(Math.random() * report.sets[set()].count);
    $("set").addEventListener("change", () => put(set(), 0));
    $("number").addEventListener("change", () => put(set(), index()));
    for (const [id, action] of Object.entries({
      previous: () => put(set(), index() - 1),
      next: () => put(set(), index() + 1),
      random: () => put(set(), any()),
      misread: () => putMisread(set(), any()),
      undo,
      clear: () => change(drawing([])),
      eraser: () => { $("eraser").ariaPressed = String(!erases()); },
    })) $(id).addEventListener("click", action);
    document.addEventListener("letter", ({ detail }) => {
      put(detail.set, detail.index);
      goThere();
    });
    show();
  }

  /** Who goes on by Tab goes on from here. */
  function goThere() {
    const heading = $("heading");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    document.getElementById("pad").scrollIntoView();
  }

  Parts.set("pad", start);
}
