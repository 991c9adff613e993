"use strict";

/** The values of the list for one letter, and of what each is made: the twin's own operations. */
const Registers = (() => {
  const vector = (values) => ({ values, columns: values.length });
  const matrix = (values, rows) => ({ values, columns: values.length / rows, rows });

  const length = (numbers) => Math.sqrt(numbers.reduce((sum, w) => sum + w * w, 0));

  /** The gradient of parameters: g (1, input). */
  function outer(g, input) {
    const values = new Float64Array(g.length * (input.length + 1));
    const one = Float64Array.of(1, ...input);
    g.forEach((gradient, k) => values.set(one.map((z) => gradient * z), k * one.length));
    return matrix(values, g.length);
  }

  /** A network with the same numbers, and memory of its own. */
  function copy(net) {
    const made = new Network({ ...net, alpha: net.alpha.slice(), beta: net.beta.slice() });
    made.forward(net.x);
    return made;
  }

  /** All registers after a forward and a backward pass; α′ and β′ are those after a step. */
  function registers(net, label, rate) {
    const next = copy(net);
    next.backward(label);
    next.step(rate);
    return {
      x: vector(net.x), a: vector(net.a), z: vector(net.z), b: vector(net.b), ŷ: vector(net.ŷ),
      y: vector(net.ŷ.map((_, k) => Number(k === label))), J: vector([net.loss(label)]),
      g_J: vector([1]), g_ŷ: vector(net.gŶ), g_b: vector(net.gB), g_z: vector(net.gZ),
      g_a: vector(net.gA), g_x: vector(net.gradientOfInput()),
      α: matrix(net.alpha, net.hidden), g_α: outer(net.gA, net.x),
      β: matrix(net.beta, net.classes), g_β: outer(net.gB, net.z),
      "α′": matrix(next.alpha, net.hidden), "β′": matrix(next.beta, net.classes),
    };
  }

  /**
   * How element j of a vector, or element k, j of a matrix, comes about, in the order of the twin's
   * operations. S is a sum: what is `first`, and `term` for each i of `over`, `inEight` sums or one
   * by one. b[y] is the label's. z[j−1] and x[j−1] are 1 for a bias, where j is 0.
   */
  const equations = ({ isQuick, ink, a, z, b }) => ({
    a: { is: "S", first: "α[j][0]", term: "x[i] · α[j][i+1]", over: ink },
    z: { is: "1 / (1 + exp(−a[j]))" },
    b: isQuick ? { is: "β[j][0] + S", term: "z[i] · β[j][i+1]", over: z.keys(), inEight: true }
      : { is: "S", first: "β[j][0]", term: "z[i] · β[j][i+1]", over: z.keys() },
    ŷ: { is: "exp(b[j] − max b) / S", term: "exp(b[i] − max b)", over: b.keys(), inEight: true },
    J: isQuick ? { is: "log(S) − (b[y] − max b)", term: "exp(b[i] − max b)", over: b.keys() }
      : { is: "−log(ŷ[y])" },
    g_J: { is: "1" },
    g_ŷ: { is: "−y[j] / ŷ[j] · g_J" },
    g_b: isQuick ? { is: "ŷ[j] − y[j]" }
      : { is: "ŷ[j] · (g_ŷ[j] − S)", term: "g_ŷ[i] · ŷ[i]", over: b.keys(), inEight: true },
    g_β: { is: "g_b[k] · z[j−1]" },
    g_z: { is: "S", term: "g_b[i] · β[i][j+1]", over: b.keys(), inEight: !isQuick },
    g_a: { is: "g_z[j] · z[j] · (1 − z[j])" },
    g_α: { is: "g_a[k] · x[j−1]" },
    g_x: { is: "S", term: "g_a[i] · α[i][j+1]", over: a.keys(), inEight: true },
    "α′": { is: "α[k][j] + x[j−1] · (−γ · g_a[k])" },
    "β′": { is: `β[k][j] + ${isQuick ? "g_b[k] · (−γ · z[j−1])" : "z[j−1] · (−γ · g_b[k])"}` },
  });

  /** An equation with numbers for its indices. */
  const indexed = (text, index) => text.replace(/[xz]\[j−1\]/, index.j === 0 ? "1" : "$&")
    .replace(/\[([ijky])([+−]1)?\]/g, (_, letter, more) =>
      `[${index[letter] + (more === "+1") - (more === "−1")}]`);

  class Values {
    constructor(net, label, rate) {
      Object.assign(this, { net, label, rate, all: registers(net, label, rate) });
    }

    /** What element `at` is called: `a[3]`, `α[3][17]`, `J`. */
    nameOf(name, at) {
      const { rows, columns } = this.all[name];
      if (rows) return `${name}[${Math.floor(at / columns)}][${at % columns}]`;
      return name.endsWith("J") ? name : `${name}[${at}]`;
    }

    /** The number of that name. */
    number(name) {
      const other = { γ: this.rate, S: this.S, "max b": Math.max(...this.net.b) };
      if (name in other) return other[name];
      // Here exp is always of a logit less the largest: exp(b[i] − max b).
      if (name.startsWith("exp")) return exp(this.number(name.slice(4, -9)) - other["max b"]);
      const [register, i = 0, j = 0] = name.split(/[[\]]+/);
      const { values, rows, columns } = this.all[register];
      return values[rows ? i * columns + Number(j) : i];
    }

    /** A formula with numbers in place of names. */
    filled(formula) {
      return formula.replace(/max b|γ|S|g_J|(g_)?[xyzabŷαβ](\[\d+\])+/g, (name) => {
        const number = this.number(name);
        return number < 0 ? `(${number})` : number;
      });
    }

    /** The equation of all elements of a register. */
    equation(name) {
      const { is, first, term } = equations(this.net)[name];
      const sum = `${first ? `${first} + ` : ""}Σᵢ ${term}`;
      const itself = this.nameOf(name, 0).replace("[0][0]", "[k][j]").replace("[0]", "[j]");
      return is === "S" ? `${itself} = ${sum}` : `${itself} = ${is}${term ? `, S = ${sum}` : ""}`;
    }

    /** The same for element `at`: with indices, with numbers, and the terms of S and their sums. */
    explain(name, at) {
      const { is, first, term, over = [], inEight } = equations(this.net)[name] ?? { is: "" };
      const { columns } = this.all[name];
      const index = { k: Math.floor(at / columns), j: at % columns, y: this.label };
      const terms = Array.from(over, (i) => indexed(term, { ...index, i }));
      if (first) terms.unshift(indexed(first, index));
      const sums = [0, 0, 0, 0, 0, 0, 0, 0];
      const rows = terms.map((names, i) => {
        const value = names.split(" · ").reduce((all, factor) => all * this.number(factor), 1);
        const part = inEight ? i % 8 : 0;
        return { names, numbers: this.filled(names), value, part, sum: (sums[part] += value) };
      });
      rows.sort((one, other) => one.part - other.part);
      const [a, b, c, d, e, f, g, h] = sums;
      this.S = a + e + (b + f) + (c + g + (d + h));
      const formula = indexed(is, index);
      return { formula, numbers: this.filled(formula), rows, inEight, S: this.S };
    }
  }

  return { Values, copy, length };
})();
