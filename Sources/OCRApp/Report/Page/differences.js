"use strict";

/**
 * Central differences, which know nothing of backward: J with one number a little larger, and a
 * little smaller.
 */
const Differences = (() => {
  const { largest } = Draw;
  const { length } = Registers;
  /** As in `checkGradients` of a list, and of a network. */
  const [EPSILON, TOLERANCE, NORM_TOLERANCE] = [1e-5, 1e-8, 5e-9];

  /** Computes anew what follows a register that has changed. */
  function follow(net, name) {
    if ("xα".includes(name)) return void net.forward(net.x);
    if (name === "a") net.a.forEach((a, j) => { net.z[j] = sigmoid(a); });
    if (name !== "b" && net.isQuick) net.dotProductLinear();
    else if (name !== "b") net.linear();
    net.softmax();
  }

  /** (J(w + ε) − J(w − ε)) / ((w + ε) − (w − ε)) for element `at` of a register. */
  function quotient(net, label, name, at) {
    const register = net[{ α: "alpha", β: "beta" }[name] ?? name];
    const w = register[at];
    const loss = (value) => {
      register[at] = value;
      follow(net, name);
      return net.loss(label);
    };
    const [high, low] = [w + EPSILON, w - EPSILON];
    const result = (loss(high) - loss(low)) / (high - low);
    register[at] = w;
    return result;
  }

  /**
   * Errors are relative to the largest derivative, but to no less than 1 % of J, or of 1: below
   * that the rounding of J shows.
   */
  const scaleOf = ({ all }, name) =>
    Math.max(largest(all[name].values), 0.01, all.J.values[0] / 100);

  /** What is said of element `at` of a register: nothing, unless it is a gradient. */
  function one(values, name, at) {
    if (!/g_[xabzαβ]/.test(name)) return [];
    const numeric = quotient(Registers.copy(values.net), values.label, name.slice(2), at);
    const difference = values.all[name].values[at] - numeric;
    return [`central difference = ${numeric}`, `backward − that = ${difference}`,
      `relative error = ${Math.abs(difference) / scaleOf(values, name)}`];
  }

  /**
   * The errors of all numbers of α and β; `show` is told how many are done. Where a pixel is 0 its
   * column of α has no part in J: both losses are the same, and the quotient is 0.
   */
  function* all(values, show) {
    const { net: { x }, label } = values;
    const result = { maps: [], difference: 0, norm: 0, above: 0, count: 0 };
    for (const name of ["α", "β"]) {
      const probe = Registers.copy(values.net);
      const { values: gradient, ...size } = values.all[`g_${name}`];
      const numeric = new Float64Array(gradient.length);
      for (let at = 0; at < numeric.length; at++) {
        const i = at % size.columns - 1;
        if (name === "β" || x[i] !== 0) numeric[at] = quotient(probe, label, name, at);
        yield show(result.count + at);
      }
      const scale = Math.max(scaleOf(values, `g_${name}`), largest(numeric));
      const errors = gradient.map((g, at) => Math.abs(g - numeric[at]) / scale);
      result.maps.push({ name: `g_${name}`, size, errors });
      result.count += errors.length;
      result.above += errors.filter((error) => !(error <= TOLERANCE)).length;
      result.norm = Math.hypot(result.norm, length(numeric));
      result.difference = Math.hypot(result.difference, scale * length(errors));
    }
    return result;
  }

  /** 0 for an error up to 1e-16, −1 at the tolerance, 1 above it: the colours of a picture. */
  const colorOf = (error) => (error <= TOLERANCE ? Math.min(0, -2 - Math.log10(error) / 8) : 1);

  const colors = (name, errors) =>
    Draw.picture(errors.map(colorOf), { rows: 1, columns: errors.length },
      { name, scale: 1, diverging: true });

  /** What `all` found. */
  function report({ maps, difference, norm, above, count }) {
    if (!Number.isFinite(difference + norm)) {
      return [Draw.element("p", {},
        "The differences are no numbers: some numbers of the network are too large.")];
    }
    const error = difference === 0 ? 0 : difference / norm;
    const verdict = error <= NORM_TOLERANCE ? "within" : "above";
    const excuse = verdict === "above" && above === 0
      ? `, since ‖ĝ‖ = ${Draw.short(norm)} is small beside the rounding of J` : "";
    const { element, short } = Draw;
    return [
      element("p", {}, `‖g − ĝ‖ / ‖ĝ‖ = ${short(error)}, ${verdict} the tolerance `
        + `${short(NORM_TOLERANCE)}${excuse}. Of ${count} numbers ${above} are off by more than `
        + `${short(TOLERANCE)} of the largest.`),
      element("p", { class: "step-scale" }, "Errors: 10⁻¹⁶ or none ",
        colors("up to the tolerance", Array.from({ length: 9 }, (_, i) => 10 ** (i - 16))),
        ` ${short(TOLERANCE)}, the tolerance; `, colors("above it", [1]), " more"),
      ...maps.map(({ name, errors, size }) => Cells.figure(`Errors of ${name}`,
        errors.map(colorOf), size, `at most ${short(largest(errors))}`)),
    ];
  }

  return { one, all, report };
})();
