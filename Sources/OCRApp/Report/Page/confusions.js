"use strict";

// Confusions: the letters behind each number of the table, the surest mistakes, the least sure rights, and
// whether the network is right as often as it is sure.
{
  /** How many letters are shown at a time. */
  const PORTION = 24;

  async function start(report) {
    const set = report.sets[0];
    const readings = await Readings.of(report);
    const all = Array.from({ length: set.count }, (_, n) => new Reading(report, readings, n));
    makeButtons(report, all);
    const [wrong, right] = [false, true].map((isRight) => all.filter((r) => r.isRight === isRight));
    const bySureness = (a, b) => a.sureness - b.sureness || a.number - b.number;
    show("surest-mistakes", report, wrong.sort((a, b) => -bySureness(a, b)), 12);
    show("least-sure-rights", report, right.sort(bySureness), 12);
    showReliability(all);
  }

  /** What the network makes of letter `number` of the first set. */
  class Reading {
    constructor({ sets: [set], letters }, { read, probabilities, loss }, number) {
      const K = letters.length;
      this.number = number;
      this.truth = set.labels[number];
      this.read = read[number];
      this.loss = loss[number];
      this.probabilities = probabilities.subarray(number * K, (number + 1) * K);
      this.isRight = this.read === this.truth;
      this.sureness = this.probabilities[this.read];
    }

    /** The two likeliest classes. */
    get best() {
      const order = [...this.probabilities.keys()].sort((a, b) =>
        this.probabilities[b] - this.probabilities[a] || a - b);
      return order.slice(0, 2);
    }
  }

  // MARK: Letters

  /** A number that is not zero becomes a button that opens its letters. */
  function makeButtons(report, all) {
    const { letters, sets: [set] } = report;
    const place = document.getElementById("cell-letters");
    const rows = document.querySelectorAll(".confusions tbody tr");
    let open = null;
    rows.forEach((row, truth) => [...row.querySelectorAll("td")].slice(0, -1).forEach((cell, read) => {
      const count = Number(cell.textContent);
      if (!(count > 0)) return;
      const name = `${letters[truth]} read as ${letters[read]}: ${count}`;
      const button = Draw.element("button", { type: "button", "aria-label": name, "aria-expanded": "false" },
        cell.textContent);
      button.addEventListener("click", () => {
        if (open !== null) open.setAttribute("aria-expanded", "false");
        open = open === button ? null : button;
        place.replaceChildren();
        if (open === null) return;
        button.setAttribute("aria-expanded", "true");
        const found = all.filter((r) => r.truth === truth && r.read === read);
        const missing = count - found.length;
        place.append(Draw.element("h3", {}, name), ...(missing > 0
          ? [Draw.element("p", {}, `${missing} of them are beyond the first ${set.count}, which the page has.`)]
          : []), list(report, found.sort((a, b) => b.loss - a.loss), PORTION));
      });
      cell.replaceChildren(button);
    }));
  }

  /** The first `count` of these letters, and more on request. */
  function list(report, readings, count) {
    const items = Draw.element("ul", { class: "letters" });
    const box = Draw.element("div", {}, items);
    const more = Draw.element("button", { type: "button" });
    const add = () => {
      const start = items.childElementCount;
      items.append(...readings.slice(start, start + count).map((r) => item(report, r)));
      const rest = readings.length - items.childElementCount;
      more.hidden = rest === 0;
      more.textContent = `${rest} more: show ${Math.min(rest, count)}`;
    };
    more.addEventListener("click", add);
    box.append(more);
    add();
    return box;
  }

  /** A letter: its picture, its two likeliest readings, its loss. Pressed, it goes to the pad. */
  function item(report, reading) {
    const { letters, image, sets: [set] } = report;
    const { number, truth, best } = reading;
    const line = (k) => `${letters[k]} ${Draw.percent(reading.probabilities[k])}`;
    const button = Draw.element("button", { type: "button", title: "Put it on the pad" },
      Draw.picture(set.letter(number), image, { name: `letter ${number + 1}, ${letters[truth]}` }),
      Draw.element("span", {}, `${number + 1} is ${letters[truth]}`),
      Draw.element("span", { class: "read" }, `read ${line(best[0])}`),
      Draw.element("span", {}, line(best[1])),
      Draw.element("span", { class: "muted" }, `J = ${Draw.fixed(reading.loss, 3)}`));
    button.addEventListener("click", () => {
      document.dispatchEvent(new CustomEvent("letter", { detail: { set: 0, index: number } }));
      document.getElementById("pad")?.scrollIntoView();
    });
    return Draw.element("li", {}, button);
  }

  function show(id, report, readings, count) {
    const none = Draw.element("p", { class: "muted" }, "There are none.");
    document.getElementById(id).append(readings.length > 0 ? list(report, readings, count) : none);
  }

  // MARK: Reliability

  /** The readings whose probability is in 0…0.1, 0.1…0.2, …: how many, how sure and how often right. */
  function bins(all) {
    return Array.from({ length: 10 }, (_, k) => {
      const inside = all.filter((r) => Math.min(9, Math.floor(10 * r.sureness)) === k);
      const mean = (value) => inside.reduce((sum, r) => sum + value(r), 0) / inside.length;
      return {
        range: `${k / 10}–${(k + 1) / 10}`, count: inside.length,
        sure: mean((r) => r.sureness), right: mean((r) => (r.isRight ? 1 : 0)),
      };
    }).filter(({ count }) => count > 0);
  }

  function showReliability(all) {
    const found = bins(all);
    const error = found.reduce((sum, { count, sure, right }) =>
      sum + count / all.length * Math.abs(sure - right), 0);
    document.getElementById("calibration-error").textContent =
      `In the mean the two differ by ${Draw.percent(error)} (expected calibration error).`;
    document.getElementById("reliability-diagram").append(diagram(found));
    const row = ({ range, count, sure, right }) => Draw.element("tr", {},
      Draw.element("th", { scope: "row" }, range),
      ...[String(count), Draw.percent(sure), Draw.percent(right)].map((text) => Draw.element("td", {}, text)));
    document.getElementById("reliability-table").append(Draw.element("table", {},
      Draw.element("thead", {}, Draw.element("tr", {},
        ...["probability", "letters", "mean probability", "right"].map((text) =>
          Draw.element("th", { scope: "col" }, text)))),
      Draw.element("tbody", {}, ...found.map(row))));
  }

  /** A disc a bin, its area as the number of letters; on the dashed line it is right as often as sure. */
  function diagram(found) {
    const place = (sure, right) => ({ x: 50 + 300 * sure, y: 320 - 300 * right });
    const most = Math.max(...found.map(({ count }) => count));
    const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
      text(place(share, 0).x, 338, Draw.percent(share, 0), "middle"),
      text(44, place(0, share).y + 4, Draw.percent(share, 0), "end"),
    ]);
    const discs = found.map(({ range, count, sure, right }) => {
      const { x, y } = place(sure, right);
      const r = 3 + 11 * Math.sqrt(count / most);
      return Draw.shape("circle", { class: "bin", cx: x, cy: y, r }, Draw.shape("title", {},
        `${range}: ${count} letters, sure ${Draw.percent(sure)}, right ${Draw.percent(right)}`));
    });
    const [low, high] = [place(0, 0), place(1, 1)];
    return Draw.shape("svg", { viewBox: "0 0 370 362", role: "img",
      "aria-label": "Reliability diagram: the share that is right over the mean probability, in ten bins" },
    Draw.shape("path", { class: "axis", fill: "none", d: `M50 20V320H350` }),
    Draw.shape("line", { class: "promise", x1: low.x, y1: low.y, x2: high.x, y2: high.y }),
    ...ticks, ...discs, text(200, 357, "probability of the reading", "middle"), text(8, 12, "right", "start"));
  }

  const text = (x, y, words, anchor) => Draw.shape("text", { x, y, "text-anchor": anchor }, words);

  Parts.set("confusions", start);
}
