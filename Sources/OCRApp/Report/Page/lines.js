"use strict";

/** Algorithms 3 and 4 and the step, a line each, which opens to its equation and numbers. */
const Lines = (() => {
  const { element } = Draw;
  const code = (text) => element("p", {}, element("code", {}, text));
  /** The most terms of a sum that are listed. */
  const LIMIT = 300;

  /** Procedures: a heading, lines, and an end. */
  const PROCEDURES = [
    [
      "procedure NNForward(Training example (x, y), Parameters α, β)",
      "a = LinearForward(x, α)",
      "z = SigmoidForward(a)",
      "b = LinearForward(z, β)",
      "ŷ = SoftmaxForward(b)",
      "J = CrossEntropyForward(y, ŷ)",
      "return intermediate quantities o = object(x, a, z, b, ŷ, J)",
    ],
    [
      "procedure NNBackward(Training example (x, y), Parameters α, β, Intermediates o)",
      "g_J = 1",
      "g_ŷ = CrossEntropyBackward(y, ŷ, J, g_J)",
      "g_b = SoftmaxBackward(b, ŷ, g_ŷ)",
      "g_β, g_z = LinearBackward(z, β, b, g_b)",
      "g_a = SigmoidBackward(a, z, g_z)",
      "g_α, g_x = LinearBackward(x, α, a, g_a)",
      "return parameter gradients g_α, g_β",
    ],
    ["a step of SGD", "α′ = α − γ g_α", "β′ = β − γ g_β", "return α′, β′"],
  ];

  /** What the quick form does otherwise. */
  const QUICK = {
    b: "DotProductLinear adds in eight sums, each eighth product in one.",
    J: "−log ŷ[y] from b, so that no small ŷ is lost.",
    g_ŷ: "The program leaves this out: the gradient goes from J to b at once.",
    g_b: "ŷ − y is the same as ŷ ⊙ (g_ŷ − g_ŷ·ŷ) here.",
  };

  /** The names of registers in a part of a line. */
  const names = (text) => text.match(/(?<![A-Za-z])(g_)?[xyzabJŷαβ]′?(?![A-Za-z])/g) ?? [];

  const lines = [];
  let values, image, onToggle;

  /** Puts the lines in a box; `toggled` is told the registers of the lines that are open. */
  function start(box, shape, toggled) {
    [image, onToggle] = [shape, toggled];
    for (const [heading, ...rest] of PROCEDURES) {
      const end = rest.pop();
      box.append(code(heading), ...rest.flatMap(line), code(end));
    }
  }

  function line(text) {
    const id = `step-line-${lines.length}`;
    const panel = element("div", { id, class: "step-panel", hidden: true });
    const about = element("span", { class: "muted" });
    const button = element("button", {
      type: "button", class: "step-line", "aria-expanded": "false", "aria-controls": id,
      onclick: () => toggle(made),
    }, element("code", {}, text), about);
    const [outputs, operands] = text.split(" = ").map(names);
    const made = { outputs, registers: [...operands, ...outputs], panel, about, button };
    lines.push(made);
    return [button, panel];
  }

  function toggle(line) {
    line.panel.hidden = !line.panel.hidden;
    line.button.setAttribute("aria-expanded", !line.panel.hidden);
    fill(line);
    onToggle(lines.filter(({ panel }) => !panel.hidden).flatMap(({ outputs }) => outputs));
  }

  /** Opens the line that gives a register. */
  function open(name) {
    const line = lines.find(({ outputs }) => outputs.includes(name));
    if (line.panel.hidden) toggle(line);
    line.button.focus();
  }

  /** Shows other numbers, an open line after the other. */
  function show(shown) {
    values = shown;
    for (const { outputs, about } of lines) {
      about.textContent = outputs.map((name) => Cells.about(values.all[name])).join(", ");
    }
    Work.run((function* () {
      for (const line of lines) yield fill(line);
    })(), () => values === shown);
  }

  /** A panel has its elements only while it is open. */
  function fill({ panel, outputs, registers }) {
    panel.replaceChildren();
    if (panel.hidden) return;
    const headline = element("p", { "aria-live": "polite" }, "Choose a number to see its parts.");
    const details = element("div");
    const views = registers.map((name) =>
      Cells.view(values, name, image, (at) => choose(name, at)));
    const choose = (name, at) => {
      panel.chosen = [name, at];
      views.forEach((view, i) => view.mark(registers[i] === name ? at : undefined));
      headline.textContent = `${values.nameOf(name, at)} = ${values.all[name].values[at]}`;
      details.replaceChildren(...explanation(name, at));
    };
    const quick = values.net.isQuick && QUICK[outputs[0]];
    panel.append(...outputs.map((name) => code(values.equation(name))),
      quick ? element("p", {}, `Quick form: ${quick}`) : "", ...views, headline, details);
    if (panel.chosen) choose(...panel.chosen);
  }

  /** Of what a number is made, and the central difference of a gradient. */
  function explanation(name, at) {
    const { formula, numbers, rows, inEight, S } = values.explain(name, at);
    const isSum = formula === "S";
    const itself = isSum ? values.nameOf(name, at) : "S";
    const parts = formula && !isSum ? [code(`= ${formula}`), code(`= ${numbers}`)] : [];
    const terms = rows.slice(0, LIMIT).map(({ names, numbers, value, part, sum }) =>
      [names, numbers, value, inEight ? `s${"₀₁₂₃₄₅₆₇"[part]} = ${sum}` : sum]);
    const all = inEight ? `${itself} = s₀ + s₄ + (s₁ + s₅) + (s₂ + s₆ + (s₃ + s₇))` : itself;
    if (rows.length > 0) {
      parts.push(Cells.table("Terms of the sum", ["numbers", "value", "sum so far"],
        [...terms, [all, "", "", S]]));
    }
    if (rows.length > LIMIT) parts.push(code(`${rows.length - LIMIT} terms are left out here`));
    return [...parts, ...Differences.one(values, name, at).map(code)];
  }

  return { start, open, show };
})();
