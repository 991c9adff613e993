"use strict";

/** What the network makes of the first set's letters, computed once for every part that asks. */
const Readings = (() => {
  const known = new WeakMap();

  /**
   * A promise of, letter after letter: `read`, the likeliest class; `probabilities`, the K numbers
   * of ŷ; `loss`, J; and `z`, the D numbers of the hidden layer.
   */
  function of(report) {
    if (!known.has(report)) known.set(report, Work.run(compute(report)));
    return known.get(report);
  }

  function* compute({ network, sets: [set] }) {
    const net = network();
    const numbers = (width) => new Float64Array(set.count * width);
    const [probabilities, loss, z] = [net.classes, 1, net.hidden].map(numbers);
    const read = new Uint16Array(set.count);
    for (let n = 0; n < set.count; n++) {
      probabilities.set(net.forward(set.letter(n)), n * net.classes);
      z.set(net.z, n * net.hidden);
      loss[n] = net.loss(set.labels[n]);
      read[n] = net.reading;
      yield;
    }
    return { read, probabilities, loss, z };
  }

  return { of };
})();
