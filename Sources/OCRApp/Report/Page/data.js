"use strict";

/** What the program wrote into the page: the network, the sets of letters, the run's history. */
const Data = (() => {
  const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const numbers = (base64) => new Float64Array(bytes(base64).buffer);

  /** A network of its own for whoever asks: steps change the parameters. */
  function network({ inputs, hidden, classes, form, alpha, beta }) {
    return new Network({
      inputs, hidden, classes, isQuick: form === "quick",
      alpha: numbers(alpha), beta: numbers(beta),
    });
  }

  /** The pixels of all letters, one after the other: bits of zeros and ones, or numbers. */
  function pixels({ bits, float64 }, count) {
    if (float64 !== undefined) return numbers(float64);
    const packed = bytes(bits);
    const result = new Float64Array(count);
    for (let i = 0; i < count; i++) result[i] = (packed[i >> 3] >> (i & 7)) & 1;
    return result;
  }

  /** Labelled letters: the first `count` of the `total` that the program had. */
  class LetterSet {
    constructor(set, inputs) {
      Object.assign(this, { name: set.name, count: set.count, total: set.total });
      this.labels = set.labels === undefined ? null : new Uint16Array(bytes(set.labels).buffer);
      this.pixels = pixels(set.pixels, set.count * inputs);
      this.inputs = inputs;
    }

    /** The pixels of letter `i`. */
    letter(i) {
      return this.pixels.subarray(i * this.inputs, (i + 1) * this.inputs);
    }
  }

  /** All of it. `network()` makes a new network with the trained parameters. */
  function read(text) {
    const data = JSON.parse(text);
    const report = { ...data };
    if (data.network !== undefined) {
      report.network = () => network(data.network);
      report.sets = data.sets.map((set) => new LetterSet(set, data.network.inputs));
    }
    return report;
  }

  return { read };
})();
