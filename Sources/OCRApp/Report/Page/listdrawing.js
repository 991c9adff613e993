"use strict";

/** The list as a drawing: values run down, gradients back up, dashed; each part opens its line. */
const ListDrawing = (() => {
  const { shape } = Draw;
  const [LEFT, MIDDLE, RIGHT] = [42, 160, 262];

  /** From top to bottom: values, and modules with what else they take: its name, line, gradient. */
  const ROWS = [
    "x", ["Linear", "α", "α′", "g_α"], "a", ["Sigmoid"], "z", ["Linear", "β", "β′", "g_β"], "b",
    ["Softmax"], "ŷ", ["CrossEntropy", "y", "J"], "J",
  ];

  /** The arrow of a value, and of its gradient the other way, where there is one. */
  function arrows([x1, y1], [x2, y2], isBoth = true) {
    const [dx, dy] = x1 === x2 ? [6, 0] : [0, 6];
    const line = (name, from, to) =>
      shape("path", { class: name, d: `M${from}L${to}`, "marker-end": "url(#step-head)" });
    const back = line("back", [x2 + dx, y2 + dy], [x1 + dx, y1 + dy]);
    return [line("forth", [x1 - dx, y1 - dy], [x2 - dx, y2 - dy]), ...isBoth ? [back] : []];
  }

  /** The drawing; `open(name)` is called with the register whose line is to be opened. */
  function draw(open) {
    const links = [];
    /** A part at a place, of half a width. */
    function link(kind, words, x, y, half, name = words) {
      const made = shape("a", {
        href: "#step-lines", class: kind, "aria-label": `${kind} ${words}`,
        onclick(event) { event.preventDefault(); open(name); },
      }, shape("rect", { x: x - half, y: y - 14, width: 2 * half, height: 28, rx: kind === "value" ? 14 : 3 }),
      shape("text", { x, y: y + 5 }, words));
      links.push([name, made]);
      return made;
    }
    /** What a module takes beside the value above it. */
    const operand = (y, name, line, gradient) => [
      ...arrows([LEFT + 14, y], [MIDDLE - 60, y], gradient),
      link("value", name, LEFT, y, 14, line),
      gradient ? link("gradient", gradient, LEFT, y + 34, 19) : "",
    ];
    const row = (part, i) => {
      const y = 18 + 46 * i;
      const down = i < 10 ? arrows([MIDDLE, y + 14], [MIDDLE, y + 32]) : [];
      if (typeof part === "string") {
        return [...down, link("value", part, MIDDLE, y, 14, i ? part : "a"),
          link("gradient", `g_${part}`, RIGHT, y, 19)];
      }
      const [module, ...other] = part;
      return [...down, ...other.length ? operand(y, ...other) : [],
        link("module", module, MIDDLE, y, 58, ROWS[i + 1])];
    };
    const head = shape("marker", {
      id: "step-head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7,
      orient: "auto",
    }, shape("path", { d: "M0 0L8 4L0 8Z", fill: "context-stroke" }));
    const svg = shape("svg", {
      viewBox: "0 0 300 496", role: "group", "aria-label": "The list as a drawing",
    }, head, ...ROWS.flatMap(row));
    /** Marks what belongs to the lines that are open. */
    svg.mark = (names) =>
      links.forEach(([name, made]) => made.classList.toggle("open", names.includes(name)));
    return svg;
  }

  return { draw };
})();
