"use strict";

/** Hidden units: a card each, first those without which most letters more are misread. */
{
  const { element, fixed, largest } = Draw;
  /** So many cards are shown, and then so many more on request. */
  const PORTION = 24;
  /** What comes first in an order is largest. */
  const ORDERS = {
    more: ({ more }) => more,
    j: ({ j }) => -j,
    bias: ({ bias }) => Math.abs(bias),
    norm: ({ norm }) => norm,
  };
  const part = (id) => document.getElementById(`units-${id}`);
  const signed = (number) => (number > 0 ? "+" : "")
    + (Math.abs(number) < 1000 ? fixed(number, 3) : Draw.short(number));

  let report, set, net, units, scales;

  // MARK: What is known of a unit

  function unit(_, j) {
    const { inputs, hidden, classes, alpha, beta } = net;
    const row = j * (inputs + 1);
    const [bias, weights] = [alpha[row], alpha.subarray(row + 1, row + 1 + inputs)];
    const outgoing = Array.from({ length: classes }, (_, k) => beta[k * (hidden + 1) + j + 1]);
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    return { j, bias, weights, outgoing, norm, more: 0, card: element("li", { tabindex: -1 }) };
  }

  /**
   * How many letters more are misread without each unit. b without it is b − β[k][j+1] z[j]: not
   * to the last bit the sum without that term, but only a letter with nearly a tie could be read
   * otherwise, which an order can bear.
   */
  function* count({ read, z }) {
    for (let n = 0; n < set.count; n++) {
      net.z.set(z.subarray(n * net.hidden, (n + 1) * net.hidden));
      net.linear();
      for (const unit of units) {
        let [best, most] = [0, -Infinity];
        for (let k = 0; k < net.classes; k++) {
          const without = net.b[k] - unit.outgoing[k] * net.z[unit.j];
          if (without > most) [best, most] = [k, without];
        }
        unit.more += (best !== set.labels[n]) - (read[n] !== set.labels[n]);
      }
      yield;
    }
  }

  // MARK: A card

  /** The weights as a picture, and the line that says the one under the pointer or the keys. */
  function picture({ j, weights }) {
    const { rows, columns } = report.image;
    const [pixel, said] = [element("span", { hidden: true }), element("output")];
    let [row, column] = [0, 0];
    const show = (r, c) => {
      if (r < 0 || r >= rows || c < 0 || c >= columns) return;
      [row, column] = [r, c];
      const weight = signed(weights[row * columns + column]);
      said.textContent = `Row ${row + 1}, column ${column + 1}: ${weight}`;
      pixel.style.gridArea = `${row + 1} / ${column + 1}`;
      pixel.hidden = false;
    };
    const point = (event) => show(...Draw.pixelAt(box, event, report.image));
    const leave = () => {
      pixel.hidden = true;
      said.textContent = "";
    };
    const look = { name: `Row ${j} of α`, scale: scales[0], diverging: true };
    const box = element("div", {
      class: "units-weights", tabindex: 0, role: "application",
      "aria-label": `Weights of unit ${j}: arrow keys move over the pixels`,
      onpointermove: point, onpointerdown: point, onpointerleave: leave,
      onfocus: () => show(row, column), onblur: leave,
    }, Draw.picture(weights, report.image, look), pixel);
    Draw.onKeys(box, ([down, right]) => show(row + down, column + right));
    Object.assign(box.style, {
      grid: `repeat(${rows}, 1fr) / repeat(${columns}, 1fr)`,
      width: `clamp(1rem, ${11 * columns / rows}rem, 7rem)`,
      height: `clamp(1rem, ${7 * rows / columns}rem, 11rem)`,
    });
    return [box, said];
  }

  /** β[k][j+1] of a letter: to the right of the middle above 0, to the left below. */
  function bar(weight, k) {
    const name = report.letters[k];
    const bar = element("span", { class: weight < 0 && "low" });
    const share = 50 * Math.abs(weight) / (scales[1] || 1);
    bar.style.width = `${share}%`;
    bar.style.marginLeft = `${weight < 0 ? 50 - share : 50}%`;
    return element("li", {}, element("b", { title: name }, name),
      element("span", { class: "units-track" }, bar),
      element("span", { class: "number" }, signed(weight)));
  }

  /** A letter that goes on the pad. */
  const letter = (index) => element("button", {
    type: "button",
    onclick: () => document.dispatchEvent(new CustomEvent("letter", { detail: { set: 0, index } })),
  }, Draw.picture(set.letter(index), report.image, { name: `Letter ${index + 1}:` }),
  element("b", {}, report.letters[set.labels[index]]));

  /** The places of the highest values, the highest first, and on ties the first. */
  function highest(values, count) {
    const best = [];
    values.forEach((value, n) => {
      if (best.length === count && !(value > values[best.at(-1)])) return;
      const place = best.findIndex((other) => value > values[other]);
      best.splice(place < 0 ? best.length : place, 0, n);
      best.length = Math.min(best.length, count);
    });
    return best;
  }

  /** Fills a unit's card; `z` is its output for each letter. */
  function fill(unit, z) {
    const row = (...children) => element("div", { class: "units-row" }, ...children);
    const points = 100 * unit.more / set.count;
    const best = highest(z, 5);
    const bars = { class: "units-bars", "aria-label": "Weights to the letters" };
    const [weights, said] = picture(unit);
    unit.card.append(
      row(element("h3", {}, `Unit ${unit.j}`), element("p", {}, "without it ",
        element("b", {}, `${points > 0 ? "+" : ""}${fixed(points, 1)} points`))),
      row(weights, element("ul", bars, ...unit.outgoing.map(bar))),
      element("p", {}, `bias ${signed(unit.bias)}, norm ${fixed(unit.norm, 3)}`), said,
      element("p", {}, `Excited most, up to z = ${fixed(z[best[0]], 3)}`),
      row(...best.map(letter)));
  }

  // MARK: The section

  /** The ends of the colours and of the bars. */
  function showScales() {
    const [[low, high], ends] = scales.map((end) => [-end, end].map(signed));
    const steps = Array.from({ length: 41 }, (_, i) => scales[0] * (i - 20) / 20);
    const look = { name: "blue, paper, orange", scale: scales[0], diverging: true };
    part("scale").append(`All pictures: inhibits ${low}`,
      Draw.picture(steps, { rows: 1, columns: 41 }, look),
      `${high} excites. All bars: ${ends.join(" to ")}.`);
  }

  /** The cards in the chosen order: so many. */
  function show(count) {
    const size = ORDERS[part("order").value];
    const sorted = units.toSorted((a, b) => size(b) - size(a)).slice(0, count);
    // Cards that stay where they are need no other layout.
    const { children } = part("list");
    const first = sorted.findIndex(({ card }, i) => card !== children[i]);
    if (first >= 0) {
      while (children.length > first) part("list").lastChild.remove();
      part("list").append(...sorted.slice(first).map(({ card }) => card));
    }
    part("count").textContent = `${sorted.length} of ${units.length} units`;
    const left = Math.min(PORTION, units.length - sorted.length);
    part("more").textContent = `Show ${left} more`;
    part("more").hidden = left === 0;
  }

  function* fillCards(cards, z) {
    for (const card of cards) {
      const unit = units.find((unit) => unit.card === card);
      const own = (_, n) => z[n * net.hidden + unit.j];
      if (card.firstChild !== null) continue;
      fill(unit, Float64Array.from(set.labels, own));
      yield Work.DRAW;
    }
  }

  async function measure() {
    const readings = await Readings.of(report);
    await Work.run(count(readings));
    const wrong = readings.read.filter((letter, n) => letter !== set.labels[n]).length;
    part("error").textContent =
      `; all together misread ${wrong} of ${set.count} letters of ${set.name}`;
    show(part("list").children.length);
    const fillNear = (entries) => Work.run(fillCards(
      entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target), readings.z));
    const observer = new IntersectionObserver(fillNear, { rootMargin: "100%" });
    for (const { card } of units) observer.observe(card);
    addEventListener("beforeprint", () => [...fillCards(part("list").children, readings.z)]);
  }

  function start(given) {
    [report, set, net] = [given, given.sets[0], given.network()];
    units = Array.from({ length: net.hidden }, unit);
    scales = ["weights", "outgoing"].map((name) => largest(units.map((unit) => largest(unit[name]))));
    const cards = part("list").children;
    part("list").style.setProperty("--classes", net.classes);
    part("order").onchange = () => show(cards.length);
    part("more").onclick = () => {
      const count = cards.length;
      show(count + PORTION);
      cards[count].focus();
    };
    showScales();
    show(PORTION);
    Work.whenIdle(measure);
  }

  Parts.set("units", start);
}
