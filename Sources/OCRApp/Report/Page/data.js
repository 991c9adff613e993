"use strict";

/** What the program wrote into the page: the network, the sets of letters, the run's history. */
const Data = (() => {
  /** A plain loop: with `Uint8Array.from` and a function the page would open later. */
  function bytes(base64) {
    const text = atob(base64);
    const found = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) found[i] = text.charCodeAt(i);
    return found;
  }

  /** What makes a network of its own for whoever asks: steps change the parameters. */
  function networks({ form, ...description }) {
    const [alpha, beta] = ["alpha", "beta"].map((name) =>
      new Float64Array(bytes(description[name]).buffer));
    return () => new Network({
      ...description, isQuick: form === "quick", alpha: alpha.slice(), beta: beta.slice(),
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
      const bits = new Float64Array(this.inputs);
      for (let k = 0; k < this.inputs; k++) {
        bits[k] = (this.pixels[(start + k) >> 3] >> ((start + k) & 7)) & 1;
      }
      return bits;
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
    return { ...data, network: networks(data.network), sets };
  }

  return { read };
})();
