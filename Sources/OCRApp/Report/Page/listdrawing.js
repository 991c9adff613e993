"use strict";

/** The list as a drawing: values run down, gradients back up, dashed; each part opens its line. */
const ListDrawing = (() => {
  const { shape } = Draw;
  const [LEFT, MIDDLE, RIGHT] = [42, 160, 216];

  /** From top to bottom: values, and modules with what else they take: its name, line, gradient. */
  const ROWS = [
    "x", ["Linear", "α", "α′", "g_α"], "a", ["Sigmoid"], "z", ["Linear", "β", "β′", "g_β"], "b",
    ["Softmax"], "ŷ", ["CrossEntropy", "y", "J"], "J",
  ];

  const arrow = (kind, from, to) =>
    shape("path", { class: kind, d: `M${from}L${to}`, "marker-end": "url(#step-head)" });

  /** A row's parts, as `link` makes them. */
  function row(part, i, link) {
    const y = 18 + 46 * i;
    const down = i === 10 ? [] : [arrow("forth", [MIDDLE - 6, y + 14], [MIDDLE - 6, y + 32]),
      arrow("back", [MIDDLE + 6, y + 32], [MIDDLE + 6, y + 14])];
    if (typeof part === "string") {
      return [...down, link("value", part, MIDDLE, y, 14, i ? part : "a"),
        link("gradient", `g_${part}`, RIGHT, y, 19)];
    }
    const [module, operand, line, gradient] = part;
    const parts = [...down, link("module", module, MIDDLE, y, 58, ROWS[i + 1])];
    if (operand) {
      parts.push(link("value", operand, LEFT, y, 14, line),
        arrow("forth", [LEFT + 14, y - 6], [MIDDLE - 58, y - 6]));
    }
    if (gradient) {
      parts.push(link("gradient", gradient, LEFT, y + 34, 19),
        arrow("back", [MIDDLE - 58, y + 6], [LEFT + 14, y + 6]));
    }
    return parts;
  }

  /** The drawing; `open(name)` is called with the register whose line is to be opened. */
  function draw(open) {
    const links = [];
    const link = (kind, words, x, y, half, name = words) => {
      const made = shape("a", {
        href: "#step-lines", class: kind, "aria-label": `${kind} ${words}`,
        onclick(event) { event.preventDefault(); open(name); },
      }, shape("rect", { x: x - half, y: y - 14, width: 2 * half, height: 28 }),
      shape("text", { x, y: y + 5 }, words));
      links.push([name, made]);
      return made;
    };
    const head = shape("marker", {
      id: "step-head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7,
      orient: "auto",
    }, shape("path", { d: "M0 0L8 4L0 8Z" }));
    const svg = shape("svg", { viewBox: "14 0 226 496", role: "group", "aria-label": "The list" },
      head, ...ROWS.flatMap((part, i) => row(part, i, link)));
    /** Marks what belongs to the lines that are open. */
    svg.mark = (names) =>
      links.forEach(([name, made]) => made.classList.toggle("open", names.includes(name)));
    return svg;
  }

  return { draw };
})();
