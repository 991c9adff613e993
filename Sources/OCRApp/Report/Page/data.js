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

  /** Bytes that the program compressed, if it could. */
  async function unpacked({ gzip, plain }) {
    if (gzip === undefined) return bytes(plain);
    const stream = new Blob([bytes(gzip)]).stream();
    const whole = new Response(stream.pipeThrough(new DecompressionStream("gzip")));
    return new Uint8Array(await whole.arrayBuffer());
  }

  /** Labelled letters: the first `count` of the `total` that the program had. */
  class LetterSet {
    /** `bytes` begin with the set's labels, then its pixels. */
    constructor({ name, count, total, areBits }, inputs, bytes) {
      Object.assign(this, { name, count, total, areBits, inputs });
      this.size = 2 * count + (areBits ? Math.ceil(count * inputs / 8) : 8 * count * inputs);
      this.labels = new Uint16Array(bytes.slice(0, 2 * count).buffer);
      const pixels = bytes.slice(2 * count, this.size);
      this.pixels = areBits ? pixels : new Float64Array(pixels.buffer);
    }

    /** The pixels of letter `i`. */
    letter(i) {
      const start = i * this.inputs;
      if (!this.areBits) return this.pixels.slice(start, start + this.inputs);
      return Float64Array.from({ length: this.inputs }, (_, k) =>
        (this.pixels[(start + k) >> 3] >> ((start + k) & 7)) & 1);
    }
  }

  /** All of it. `network()` makes a new network with the trained parameters. */
  async function read(text) {
    const data = JSON.parse(text);
    let rest = await unpacked(data.packed);
    const sets = data.sets.map((description) => {
      const set = new LetterSet(description, data.network.inputs, rest);
      rest = rest.subarray(set.size);
      return set;
    });
    return { ...data, network: () => network(data.network), sets };
  }

  return { read };
})();
