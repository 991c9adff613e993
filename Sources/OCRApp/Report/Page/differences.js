"use strict";

/** Central differences, which know nothing of backward: J with one number a little larger, and a
    little smaller. */
const Differences = (() => {
  /** As in `checkGradients` of a list, and of a network. */
  const [EPSILON, TOLERANCE, NORM_TOLERANCE] = [1e-5, 1e-8, 5e-9];

  const { largest, length } = Registers;

  const forward = (net) => net.forward(net.x);
  const fromB = (net) => net.softmax();
  const fromZ = (net) => {
    if (net.isQuick) net.dotProductLinear();
    else net.linear();
    fromB(net);
  };
  const fromA = (net) => {
    net.a.forEach((a, j) => { net.z[j] = sigmoid(a); });
    fromZ(net);
  };
  /** What is to be computed anew where a register has changed. */
  const AFTER = { x: forward, α: forward, a: fromA, z: fromZ, β: fromZ, b: fromB };

  /** (J(w + ε) − J(w − ε)) / ((w + ε) − (w − ε)) for element `at` of a register. */
  function quotient(net, label, name, at) {
    const register = net[{ α: "alpha", β: "beta" }[name] ?? name];
    const w = register[at];
    const loss = (value) => {
      register[at] = value;
      AFTER[name](net);
      return net.loss(label);
    };
    const [high, low] = [w + EPSILON, w - EPSILON];
    const result = (loss(high) - loss(low)) / (high - low);
    register[at] = w;
    return result;
  }

  /** Errors are relative to the largest derivative, but to no less than 1 % of J, or of 1: below
      that the rounding of J shows. */
  const scaleOf = (values, name) =>
    Math.max(largest(values.get(name).values), 0.01, values.get("J").values[0] / 100);

  /** What is said of element `at` of a register: nothing, unless it is a gradient. */
  function one(values, name, at) {
    const of = name.slice(2);
    if (!name.startsWith("g_") || !AFTER[of]) return [];
    const numeric = quotient(Registers.copy(values.net), values.label, of, at);
    const difference = values.get(name).values[at] - numeric;
    return [`central difference = ${numeric}`, `backward − that = ${difference}`,
      `relative error = ${Math.abs(difference) / scaleOf(values, name)}`];
  }

  /**
   * The errors of all numbers of α and β; `show` is told how many are done. Where a pixel is 0 its
   * column of α has no part in J: both losses are the same, and the quotient is 0.
   */
  function* all(values, show) {
    const { net, label } = values;
    const probe = Registers.copy(net);
    const result = { maps: [], difference: 0, norm: 0, above: 0, count: 0 };
    for (const name of ["α", "β"]) {
      const { rows, columns, values: gradient } = values.get(`g_${name}`);
      const numeric = new Float64Array(gradient.length);
      for (let at = 0; at < numeric.length; at++) {
        const isZero = name === "α" && at % columns > 0 && net.x[at % columns - 1] === 0;
        if (!isZero) numeric[at] = quotient(probe, label, name, at);
        yield show(result.count + at);
      }
      probe.forward(net.x);
      const scale = Math.max(scaleOf(values, `g_${name}`), largest(numeric));
      const errors = gradient.map((g, at) => Math.abs(g - numeric[at]) / scale);
      result.maps.push({ name: `g_${name}`, rows, columns, errors });
      result.count += errors.length;
      result.above += errors.filter((error) => !(error <= TOLERANCE)).length;
      result.norm = Math.hypot(result.norm, length(numeric));
      result.difference = Math.hypot(result.difference, length(errors) * scale);
    }
    return result;
  }

  /** 0 for an error up to 1e-16, −1 at the tolerance, 1 above it: the colours of a picture. */
  const colorOf = (error) => (error <= TOLERANCE ? Math.min(0, -2 - Math.log10(error) / 8) : 1);

  /** What `all` found. */
  function report({ maps, difference, norm, above, count }) {
    const error = difference / norm;
    const verdict = error <= NORM_TOLERANCE ? "within the tolerance"
      : above === 0 ? "more than the tolerance, but only since ‖ĝ‖ is small beside J's rounding"
        : "more than the tolerance";
    const steps = [16, 15, 14, 13, 12, 11, 10, 9, 8, 7].map((digits) => colorOf(10 ** -digits));
    return [
      Draw.element("p", {}, `‖g − ĝ‖ / ‖ĝ‖ = ${Draw.short(error)}, where ‖ĝ‖ = ${Draw.short(norm)}: `
        + `${verdict}, ${NORM_TOLERANCE}. ${above} of ${count} numbers are farther off than `
        + `${TOLERANCE} of the largest of their matrix.`),
      Cells.figure("scale", steps, { rows: 1, columns: 10 }, "error 1e-16 … 1e-8, and more"),
      ...maps.map(({ name, errors, ...size }) => Cells.figure(`errors of ${name}`,
        errors.map(colorOf), size, `${name}: largest error ${Draw.short(largest(errors))}`)),
    ];
  }

  return { one, all, report };
})();
