"use strict";

/** Whether the network is right as often as it is sure: a diagram, its numbers, and one for all. */
const Reliability = (() => {
  const { element, shape, percent } = Draw;

  /** The readings by their probability, 0…0.1, 0.1…0.2, …: how many, how sure, how often right. */
  function binsOf(readings) {
    const bins = Array.from({ length: 10 }, (_, k) =>
      ({ name: `${10 * k}…${10 * (k + 1)}`, count: 0, sure: 0, right: 0 }));
    for (const { sureness, isRight } of readings) {
      const bin = bins[Math.min(9, Math.floor(10 * sureness))];
      bin.count += 1;
      bin.sure += sureness;
      if (isRight) bin.right += 1;
    }
    return bins.map(({ name, count, sure, right }) =>
      ({ name, count, sure: sure / count, right: right / count }));
  }

  function show(readings) {
    const bins = binsOf(readings);
    const full = bins.filter(({ count }) => count > 0);
    const error = full.reduce((sum, { count, sure, right }) =>
      sum + count * Math.abs(sure - right), 0) / readings.length;
    const part = (id) => document.getElementById(id);
    part("calibration-error").textContent = `Expected calibration error: ${percent(error)}. It is `
      + "how far the share that is right is from the mean probability in a letter’s bin, in the "
      + "mean of all letters.";
    part("reliability-diagram").append(diagram(bins, full));
    part("reliability-table").append(table(full));
  }

  function table(bins) {
    const row = (name, ...texts) => element("tr", {}, element("th", { scope: "row" }, name),
      ...texts.map((text) => element("td", {}, text)));
    const head = ["bin, %", "letters", "mean", "right"];
    return element("table", {},
      element("caption", {}, "Mean probability, share right"),
      element("thead", {}, element("tr", {},
        ...head.map((text) => element("th", { scope: "col" }, text)))),
      element("tbody", {}, ...bins.map(({ name, count, sure, right }) =>
        row(name, String(count), percent(sure), percent(right)))));
  }

  // MARK: The diagram

  const x = (sure) => 62 + 300 * sure;
  const y = (right) => 346 - 300 * right;
  const words = (x, y, text, anchor = "middle") =>
    shape("text", { x, y, "text-anchor": anchor }, text);
  const line = (style, d) => shape("path", { class: style, d, fill: "none" });

  function diagram(bins, full) {
    const most = Math.max(...full.map(({ count }) => count));
    const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
    return shape("svg", {
      class: "reliability", viewBox: "0 0 384 386", role: "img",
      "aria-label": "Reliability diagram; its numbers are in the table below",
    },
    ...ticks.map((t) => line("grid", `M${x(0)} ${y(t)}H${x(1)}M${x(t)} ${y(0)}V${y(1)}`)),
    line("promise", `M${x(0)} ${y(0)}L${x(1)} ${y(1)}`),
    ...full.map((bin) => disc(bin, most)),
    ...ticks.flatMap((t) => [
      words(x(0) - 6, y(t) + 4, percent(t, 0), "end"), words(x(t), 363, percent(t, 0))]),
    words(x(0.5), 382, "mean probability of the reading"),
    shape("g", { transform: "translate(14 196) rotate(-90)" }, words(0, 0, "share right")),
    ...bins.map(({ count }, k) => words(x(k / 10 + 0.05), 32, String(count))),
    words(x(0.5), 13, "letters in each bin"));
  }

  function disc({ name, count, sure, right }, most) {
    return shape("circle", {
      class: "bin", cx: x(sure), cy: y(right), r: 3 + 9 * Math.sqrt(count / most),
    }, shape("title", {},
      `${name} %: ${count} letters, right ${percent(right)}`));
  }

  return { show };
})();
