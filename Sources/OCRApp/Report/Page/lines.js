"use strict";

/** Algorithms 3 and 4 and the step, a line each, which opens to its equation and numbers. */
const Lines = (() => {
  const { element } = Draw;
  const code = (text) => element("p", {}, element("code", {}, text));
  /** The most terms of a sum that are listed. */
  const LIMIT = 300;

  /** Procedures, and their lines with the equation and what the quick form does otherwise. */
  const LIST = [
    ["NNForward(Training example (x, y), Parameters α, β)"],
    ["a = LinearForward(x, α)", "a = α (1, x): the 1 is for the biases in column 0"],
    ["z = SigmoidForward(a)", "z = 1 / (1 + exp(−a))"],
    ["b = LinearForward(z, β)", "b = β (1, z)",
      "DotProductLinear adds the products up in eight sums, each eighth product in one."],
    ["ŷ = SoftmaxForward(b)", "ŷ[k] = exp(b[k] − max b) / Σᵢ exp(b[i] − max b)"],
    ["J = CrossEntropyForward(y, ŷ)", "J = −Σₖ y[k] log ŷ[k]",
      "J is computed from b, so that no small ŷ is lost."],
    ["NNBackward(Training example (x, y), Parameters α, β, Intermediates o)"],
    ["g_J = 1", "∂J/∂J = 1"],
    ["g_ŷ = CrossEntropyBackward(y, ŷ, J, g_J)", "∂J/∂ŷ[k] = −y[k] / ŷ[k] · g_J",
      "The program leaves this out: the gradient goes from J to b at once."],
    ["g_b = SoftmaxBackward(b, ŷ, g_ŷ)", "∂J/∂b = ŷ ⊙ (g_ŷ − g_ŷ·ŷ), here the same as ŷ − y",
      "It is computed as ŷ − y."],
    ["g_β, g_z = LinearBackward(z, β, b, g_b)",
      "∂J/∂β = g_b (1, z)ᵀ,  ∂J/∂z = βᵀ g_b without column 0"],
    ["g_a = SigmoidBackward(a, z, g_z)", "∂J/∂a = g_z ⊙ z ⊙ (1 − z)"],
    ["g_α, g_x = LinearBackward(x, α, a, g_a)",
      "∂J/∂α = g_a (1, x)ᵀ,  ∂J/∂x = αᵀ g_a without column 0: no step needs it"],
    ["SGD: a step against both gradients"],
    ["α′ = α − γ g_α", "α′ is α after the step"],
    ["β′ = β − γ g_β", "β′ is β after the step: g_α was taken before"],
  ];

  /** The names of registers in a part of a line. */
  const names = (text) => text.match(/(?<![A-Za-z])(g_)?[xyzabJŷαβ]′?(?![A-Za-z])/g) ?? [];

  const lines = [];
  let [values, image, onToggle] = [];

  /** Puts the lines in a box. `toggled` is told the registers of the lines that are open. */
  function start(box, shape, toggled) {
    [image, onToggle] = [shape, toggled];
    for (const [text, ...rest] of LIST) {
      box.append(...rest.length ? line(text, ...rest) : [element("p", {}, text)]);
    }
  }

  function line(text, equation, quick) {
    const id = `step-line-${lines.length}`;
    const panel = element("div", { id, class: "step-panel", hidden: true });
    const about = element("span", { class: "muted" });
    const button = element("button", {
      type: "button", class: "step-line", "aria-expanded": "false", "aria-controls": id,
      onclick: () => toggle(made),
    }, element("code", {}, text), about);
    const [outputs, operands] = text.split(" = ").map(names);
    const made = { equation, quick, outputs, registers: [...operands, ...outputs], panel, about, button };
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

  /** Shows other numbers. */
  function show(shown) {
    values = shown;
    for (const line of lines) {
      line.about.textContent = line.outputs.map((name) => Cells.about(values.get(name))).join(", ");
      fill(line);
    }
  }

  /** A panel has its elements only while it is open. */
  function fill({ panel, equation, quick, registers, ...line }) {
    panel.replaceChildren();
    if (panel.hidden) return;
    const headline = element("p", { "aria-live": "polite" }, "Choose a number: of what is it made?");
    const details = element("div");
    const views = registers.map((name) => Cells.view(values, name, image, (at) => choose(name, at)));
    const choose = (name, at) => {
      panel.chosen = [name, at];
      views.forEach((view, i) => view.mark(registers[i] === name ? at : undefined));
      headline.textContent = `${values.nameOf(name, at)} = ${values.get(name).values[at]}`;
      details.replaceChildren(...explanation(name, at));
    };
    panel.append(code(equation),
      values.net.isQuick && quick ? element("p", { class: "muted" }, `Quick form: ${quick}`) : "",
      ...views, headline, details);
    if (panel.chosen) choose(...panel.chosen);
  }

  /** Of what a number is made, and the central difference of a gradient. */
  function explanation(name, at) {
    const { formula, numbers, sum, rows, isInEight, S } = values.explain(name, at);
    const itself = values.nameOf(name, at);
    const parts = formula ? [code(`${itself} = ${formula}`)] : [];
    if (sum) parts.push(code(`S = ${sum}`), table(rows, isInEight, S));
    if (rows?.length > LIMIT) parts.push(code(`${rows.length - LIMIT} terms are left out here`));
    if (formula) parts.push(code(`${itself} = ${numbers} = ${values.get(name).values[at]}`));
    parts.push(...Differences.one(values, name, at).map(code));
    return parts;
  }

  /** The terms of a sum, in the order in which they are added. */
  function table(rows, isInEight, S) {
    const terms = rows.slice(0, LIMIT).map(({ names, numbers, value, part, sum }) =>
      [names, numbers, value, isInEight ? `s${"₀₁₂₃₄₅₆₇"[part]} = ${sum}` : sum]);
    const all = isInEight ? "S = s₀ + s₄ + (s₁ + s₅) + (s₂ + s₆ + (s₃ + s₇))" : "S";
    return Cells.table("Terms of the sum", ["term", "numbers", "value", "sum so far"],
      [...terms, [all, "", "", S]]);
  }

  return { start, open, show };
})();
