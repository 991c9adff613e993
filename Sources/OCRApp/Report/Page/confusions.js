"use strict";

// Confusions: the letters behind each number of the table, the surest mistakes and the least sure
// rights. The table itself is written by the program: ConfusionsSection.swift.
{
  const { element } = Draw;
  const part = (id) => document.getElementById(id);

  function start(report) {
    const [set] = report.sets;
    let known = null;
    const readings = () => known ??= Readings.of(report).then((found) =>
      Array.from({ length: set.count }, (_, n) => new Reading(report, found, n)));
    makeButtons(report, readings);
    if (set.count < set.total) {
      part("confusions-part").textContent = `The table counts all ${set.total}; the page carries `
        + `the first ${set.count} of them, and everything below is about these.`;
    }
    // Nobody sees the lists at once, so the page opens first.
    Work.whenIdle(async () => showLists(report, await readings()));
  }

  function showLists(report, all) {
    // Equals stay in order.
    const wrong = all.filter(({ isRight }) => !isRight).sort((a, b) => b.sureness - a.sureness);
    const right = all.filter(({ isRight }) => isRight).sort((a, b) => a.sureness - b.sureness);
    part("surest-mistakes").append(list(report, wrong, 12));
    part("least-sure-rights").append(list(report, right, 12));
    Reliability.show(all);
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

    /** The two likeliest classes, the lower first on ties. */
    get best() {
      const p = this.probabilities;
      return [...p.keys()].sort((a, b) => p[b] - p[a]).slice(0, 2);
    }
  }

  // MARK: The table

  /** Each number of the table that is not zero becomes a button, which opens its letters. */
  function makeButtons(report, readings) {
    const table = document.querySelector("table.confusions");
    const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll(".count")]);
    const open = opener(report, readings);
    rows.forEach((cells, truth) => cells.forEach((cell, read) => {
      const count = Number(cell.textContent);
      if (!(count > 0)) return; // a zero is a dot
      const { examples } = table.dataset;
      const name = `${report.letters[truth]} read as ${report.letters[read]}: ${count} `
        + (count === 1 ? examples.slice(0, -1) : examples);
      const button = element("button", {
        type: "button", "aria-label": name,
        "aria-expanded": "false", "aria-controls": "cell-letters",
      }, cell.textContent);
      button.addEventListener("click", () => open({ button, name, count, truth, read }));
      Draw.onKeys(button, (way) => move(way, rows, truth, read));
      cell.replaceChildren(button);
    }));
  }

  /** An arrow key goes to the next button of the row or column. */
  function move([down, right], rows, row, column) {
    let cell;
    do {
      [row, column] = [row + down, column + right];
      cell = rows[row]?.[column];
    } while (cell && !cell.firstElementChild);
    cell?.firstElementChild.focus();
  }

  /** What shows the letters of a cell below the table, those of largest loss first. */
  function opener(report, readings) {
    const [heading, place] = [part("cell-name"), part("cell-letters")];
    let opened = null;
    return async ({ button, name, count, truth, read }) => {
      opened?.setAttribute("aria-expanded", "false");
      opened = opened === button ? null : button;
      heading.replaceChildren();
      place.replaceChildren();
      if (opened === null) return;
      button.setAttribute("aria-expanded", "true");
      const all = await readings();
      if (opened !== button) return; // another was pressed meanwhile
      const found = all.filter((r) => r.truth === truth && r.read === read)
        .sort((a, b) => b.loss - a.loss);
      heading.append(element("h3", {}, name));
      if (found.length < count) {
        heading.append(element("p", {}, `The page carries ${found.length} of them.`));
      }
      place.append(list(report, found, 24));
    };
  }

  // MARK: Letters

  /** The first `portion` of these letters, and more on request. */
  function list(report, readings, portion) {
    if (readings.length === 0) return element("p", { class: "muted" }, "There are none.");
    const items = element("ul", { class: "letters" });
    const more = element("button", { type: "button" });
    const add = () => {
      const start = items.childElementCount;
      items.append(...readings.slice(start, start + portion).map((r) => item(report, r)));
      const rest = readings.length - items.childElementCount;
      more.hidden = rest === 0;
      more.textContent = `Show ${Math.min(rest, portion)} more of ${rest}`;
      return items.children[start];
    };
    more.addEventListener("click", () => add().firstElementChild.focus());
    add();
    return element("div", {}, items, more);
  }

  /** A letter: its picture, its two likeliest readings, its loss. Pressed, it goes to the pad. */
  function item(report, { number, truth, best, probabilities, loss }) {
    const { letters, image, sets: [set] } = report;
    const button = element("button", { type: "button", title: "Put it on the pad" },
      Draw.picture(set.letter(number), image, { name: "Letter" }),
      element("span", { class: "whole" }, ` no. ${number + 1} is ${letters[truth]} `),
      ...best.flatMap((k, place) => [letters[k], ` ${share(probabilities[k])} `].map((text) =>
        element(place === 0 ? "b" : "span", {}, text))),
      element("span", { class: "whole muted" }, `J = ${Draw.fixed(loss, 3)}`));
    button.addEventListener("click", () => {
      document.dispatchEvent(new CustomEvent("letter", { detail: { set: 0, index: number } }));
    });
    return element("li", {}, button);
  }

  /** A probability in percent; what is not quite nothing or all does not look like it. */
  function share(probability) {
    if (probability < 1 && probability >= 0.9995) return "> 99.9\u00a0%";
    if (probability > 0 && probability < 0.0005) return "< 0.1\u00a0%";
    return Draw.percent(probability);
  }

  Parts.set("confusions", start);
}
