"use strict";

/** What a step did to α or β: pictures of before, after and the difference, to be compared. */
const Changes = (() => {
  const { element, short, largest } = Draw;

  /**
   * Pictures of a matrix of `rows`. What is chosen in one of them is marked in all, and its numbers
   * are said.
   */
  function* show(box, name, before, after, rows) {
    const size = { rows, columns: before.length / rows };
    const change = after.map((value, at) => value - before[at]);
    const said = element("p", { class: "number" },
      "Point at a number, or go to one with the arrow keys.");
    const read = (at) => {
      const place = `${name}[${Math.floor(at / size.columns)}][${at % size.columns}]`;
      said.textContent =
        `${place}: before ${before[at]}, after ${after[at]}, change ${short(change[at])}`;
    };
    const shown = [];
    const choose = (at) => {
      read(at);
      for (const picture of shown) picture.mark(at);
    };
    const figures = element("div", { class: "step-change" });
    box.append(figures, said);
    // Before and after have one scale.
    const scale = Math.max(largest(before), largest(after));
    for (const [words, numbers, end] of [
      [`${name} before`, before, scale], [`${name} after`, after, scale],
      [`Δ${name}`, change, largest(change)],
    ]) {
      const picture = Cells.picture({ name: words, numbers, scale: end, ...size, read, choose });
      shown.push(picture);
      figures.append(element("figure", {}, picture,
        element("figcaption", {}, `${words}, ${end ? `to ±${short(end)}` : "all 0"}`)));
      yield;
    }
  }

  /** A number with as many decimals as a change of it is seen in. */
  function precise(number, change) {
    const power = Math.log10(Math.abs(change));
    if (number === 0 || !Number.isFinite(power) || Math.abs(number) >= 1e6) return short(number);
    const text = Draw.fixed(number, Math.min(15, Math.max(4, 1 - Math.floor(power))));
    return /[1-9]/.test(text) ? text : short(number);
  }

  /** Of each quantity, as name, before, after and change. */
  const table = (rows) => Cells.table("What changed", ["before", "after", "change"],
    rows.map(([name, before, after, change]) =>
      [name, precise(before, change), precise(after, change), short(change)]));

  return { show, table };
})();
