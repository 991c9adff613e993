"use strict";

/** Long work in short pieces, so that the page answers while it goes on. */
const Work = (() => {
  /** The longest piece, in milliseconds; a frame has 16. */
  const PIECE = 8;

  /** Lets the page draw and answer, and goes on. */
  const pause = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { channel.port1.close(); resolve(); };
    channel.port2.postMessage(null);
  });

  /** What a generator yields after it has put so much on the page that it should be drawn first. */
  const DRAW = Symbol("draw");
  const drawn = () => new Promise(requestAnimationFrame);

  /**
   * Runs a generator to its end, after what goes on already: works that begin one after the other
   * make no long piece. It yields wherever it may be interrupted, at least once a millisecond;
   * `isWanted`, if given, is asked before each piece, and false ends it.
   *
   * @returns a promise of what the generator returns; undefined when it was ended.
   */
  async function run(generator, isWanted = () => true) {
    let result = {};
    for (;;) {
      await (result.value === DRAW ? drawn() : pause());
      if (!isWanted()) return undefined;
      const end = performance.now() + PIECE;
      do {
        result = generator.next();
        if (result.done) return result.value;
      } while (result.value !== DRAW && performance.now() < end);
    }
  }

  /** Begins when the page has nothing else to do. */
  const whenIdle = window.requestIdleCallback ?? setTimeout;

  return { DRAW, run, pause, whenIdle: (work) => whenIdle(work, { timeout: 1000 }) };
})();
