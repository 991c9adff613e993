"use strict";

/** The values of the list for one letter, and of what each is made: the twin's own operations. */
const Registers = (() => {
  const vector = (values) => ({ values, columns: values.length });
  const matrix = (values, rows) => ({ values, columns: values.length / rows, rows });

  const largest = (numbers) => numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  const length = (numbers) => Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0));

  /** The gradient of parameters: g (1, input). */
  function outer(g, input) {
    const one = [1, ...input];
    const values = Array.from(g, (gradient) => one.map((value) => gradient * value));
    return matrix(Float64Array.from(values.flat()), g.length);
  }

  /** A network with the same numbers, and memory of its own. */
  function copy(net) {
    const made = new Network({ ...net, alpha: net.alpha.slice(), beta: net.beta.slice() });
    made.forward(net.x);
    return made;
  }

  /** α or β after a step. */
  function stepped({ net, label, rate }, name, rows) {
    const next = copy(net);
    next.backward(label);
    next.step(rate);
    return matrix(next[name], rows);
  }

  /** What the twin calls its vectors. */
  const VECTORS =
    { x: "x", a: "a", z: "z", b: "b", ŷ: "ŷ", g_ŷ: "gŶ", g_b: "gB", g_z: "gZ", g_a: "gA" };
  const OTHERS = {
    y: ({ net, label }) => vector(net.ŷ.map((_, k) => Number(k === label))),
    α: ({ net }) => matrix(net.alpha, net.hidden),
    β: ({ net }) => matrix(net.beta, net.classes),
    J: ({ net, label }) => vector([net.loss(label)]),
    g_J: () => vector([1]),
    g_β: ({ net }) => outer(net.gB, net.z),
    g_α: ({ net }) => outer(net.gA, net.x),
    g_x: ({ net }) => vector(net.gradientOfInput()),
    "α′": (values) => stepped(values, "alpha", values.net.hidden),
    "β′": (values) => stepped(values, "beta", values.net.classes),
  };

  /** The registers after a forward and a backward pass, each made when it is asked for. */
  class Values {
    constructor(net, label, rate) {
      Object.assign(this, { net, label, rate, made: {} });
    }

    get(name) {
      return this.made[name] ??= OTHERS[name]?.(this) ?? vector(this.net[VECTORS[name]]);
    }

    /** What element `at` is called: `a[3]`, `α[3][17]`, `J`. */
    nameOf(name, at) {
      const { rows, columns } = this.get(name);
      if (rows) return `${name}[${Math.floor(at / columns)}][${at % columns}]`;
      return name.endsWith("J") ? name : `${name}[${at}]`;
    }

    /** The number of that name. */
    number(name) {
      if (name === "γ") return this.rate;
      if (name === "S") return this.S;
      if (name === "max b") return this.net.b.reduce((most, b) => (b > most ? b : most), -Infinity);
      if (name.startsWith("exp")) return exp(this.number(name.slice(4, -9)) - this.number("max b"));
      const [register, i = 0, j = 0] = name.split(/[[\]]+/);
      const { values, rows, columns } = this.get(register);
      return values[rows ? i * columns + Number(j) : i];
    }

    /** A formula with numbers in place of names. */
    filled(formula) {
      return formula.replace(/max b|γ|S|g_J|(g_)?[xyzabŷαβ](\[\d+\])+/g, (name) => {
        const number = this.number(name);
        return number < 0 ? `(${number})` : number;
      });
    }

    /**
     * Of what element `at` is made: a formula, and the same with numbers. S stands in it for a
     * `sum`, of which the `rows` are the terms.
     */
    explain(name, at) {
      const { columns } = this.get(name);
      const made = EXPLAIN[name]?.(this.net, Math.floor(at / columns), at % columns, this.label);
      if (!made) return {};
      const rows = (made.terms ?? []).map((factors) => {
        const names = factors.join(" · ");
        const value = factors.reduce((product, factor) => product * this.number(factor), 1);
        return { names, numbers: this.filled(names), value };
      });
      this.S = made.isInEight ? addInEight(rows) : addInOrder(rows);
      return { ...made, rows, S: this.S, numbers: this.filled(made.formula) };
    }
  }

  const addInOrder = (rows) => rows.reduce((sum, row) => (row.sum = sum + row.value), 0);

  /** The twin's `sum`: eight sums of every eighth term, listed one after the other. */
  function addInEight(rows) {
    const s = [0, 0, 0, 0, 0, 0, 0, 0];
    rows.forEach((row, i) => {
      row.part = i % 8;
      row.sum = s[row.part] += row.value;
    });
    rows.sort((one, other) => one.part - other.part);
    return s[0] + s[4] + (s[1] + s[5]) + (s[2] + s[6] + (s[3] + s[7]));
  }

  const each = (vector, term) => Array.from(vector, (_, i) => term(i));
  const exponentials = (net) => each(net.b, (k) => [`exp(b[${k}] − max b)`]);

  /** By register, given the network, row and column, or 0 and the index. Terms list their factors. */
  const EXPLAIN = {
    a: (net, _, j) => ({
      formula: "S", sum: `α[${j}][0] + Σᵢ x[i] α[${j}][i+1], where x[i] is not 0`,
      terms: [[`α[${j}][0]`], ...net.ink.map((i) => [`x[${i}]`, `α[${j}][${i + 1}]`])],
    }),
    z: (net, _, j) => ({ formula: `1 / (1 + exp(−a[${j}]))` }),
    b(net, _, k) {
      const bias = `β[${k}][0]`;
      const sum = `Σⱼ z[j] β[${k}][j+1]`;
      const terms = each(net.z, (j) => [`z[${j}]`, `β[${k}][${j + 1}]`]);
      return net.isQuick ? { formula: `${bias} + S`, sum, terms, isInEight: true }
        : { formula: "S", sum: `${bias} + ${sum}`, terms: [[bias], ...terms] };
    },
    ŷ: (net, _, k) => ({
      formula: `exp(b[${k}] − max b) / S`, sum: "Σᵢ exp(b[i] − max b)", isInEight: true,
      terms: exponentials(net),
    }),
    J: (net, _, __, y) => (net.isQuick ? {
      formula: `log(S) − (b[${y}] − max b)`, sum: "Σₖ exp(b[k] − max b)", terms: exponentials(net),
    } : { formula: `−log(ŷ[${y}])` }),
    g_ŷ: (net, _, k) => ({ formula: `−y[${k}] / ŷ[${k}] · g_J` }),
    g_b: (net, _, k) => (net.isQuick ? { formula: `ŷ[${k}] − y[${k}]` } : {
      formula: `ŷ[${k}] · (g_ŷ[${k}] − S)`, sum: "Σᵢ g_ŷ[i] ŷ[i]", isInEight: true,
      terms: each(net.ŷ, (i) => [`g_ŷ[${i}]`, `ŷ[${i}]`]),
    }),
    g_β: (net, k, j) => ({ formula: `g_b[${k}] · ${j ? `z[${j - 1}]` : 1}` }),
    g_z: (net, _, j) => ({
      formula: "S", sum: `Σₖ g_b[k] β[k][${j + 1}]`, isInEight: !net.isQuick,
      terms: each(net.b, (k) => [`g_b[${k}]`, `β[${k}][${j + 1}]`]),
    }),
    g_a: (net, _, j) => ({ formula: `g_z[${j}] · z[${j}] · (1 − z[${j}])` }),
    g_α: (net, j, i) => ({ formula: `g_a[${j}] · ${i ? `x[${i - 1}]` : 1}` }),
    g_x: (net, _, i) => ({
      formula: "S", sum: `Σⱼ g_a[j] α[j][${i + 1}]`, isInEight: true,
      terms: each(net.a, (j) => [`g_a[${j}]`, `α[${j}][${i + 1}]`]),
    }),
    "α′": (net, j, i) => ({
      formula: `α[${j}][${i}] + ${i ? `x[${i - 1}] · ` : ""}(−γ · g_a[${j}])`,
    }),
    "β′"(net, k, j) {
      const [g, z] = [`g_b[${k}]`, `z[${j - 1}]`];
      const step = !j ? `(−γ · ${g})` : net.isQuick ? `${g} · (−γ · ${z})` : `${z} · (−γ · ${g})`;
      return { formula: `β[${k}][${j}] + ${step}` };
    },
  };

  return { Values, copy, largest, length };
})();
