"use strict";

/** Below the pad: the layers of the net, the difference of two logits, and ∂J/∂x. */
const PadLayers = (() => {
  const $ = (id) => document.getElementById(`pad-${id}`);
  const { element, fixed, short, largest } = Draw;

  /**
   * So many units are bars, in so many levels, each as wide as that with what is free beside it; more
   * are a picture. So many terms are listed.
   */
  const [BARS, LEVELS, BAR, TERMS] = [50, 24, 5, 60];

  let [net, names, image, pictures, label] = [];
  let [pixel, gradient] = [0, []];

  /** Cells of a number, with all its digits under the pointer, and of its bar from `zero` %. */
  function cells(number, scale, zero = 50) {
    const bar = element("span", { class: number < 0 ? "low" : "high" });
    const length = (100 - zero) * Math.abs(number) / (scale || 1);
    bar.style.width = `${length}%`;
    bar.style.marginLeft = `${number < 0 ? zero - length : zero}%`;
    return [element("td", { title: number }, fixed(number)),
      element("td", { class: "pad-bar" }, bar)];
  }

  const row = (name, ...cells) =>
    element("tr", {}, element("th", { scope: "row" }, name), ...cells);

  /** Shows the number of a picture that lies under the pointer. */
  function listen(picture, size, show) {
    picture.addEventListener("pointermove", (event) => {
      const [row, column] = Draw.pixelAt(picture, event, size);
      show(row * size.columns + column);
    });
  }

  /** a is a row and z bars; of many units each is a picture. */
  function makeUnits() {
    const isMany = net.hidden > BARS;
    const columns = isMany ? Math.ceil(Math.sqrt(2 * net.hidden)) : net.hidden;
    const shape = { rows: Math.ceil(net.hidden / columns), columns };
    pictures = {
      a: Draw.picture(net.a, shape, { name: "a, unit by unit", diverging: true }),
      z: Draw.picture(net.z, isMany ? shape : { rows: LEVELS, columns: BAR * columns },
        { name: "z, unit by unit" }),
      x: Draw.picture(net.x, image, { name: "∂J/∂x, pixel by pixel", diverging: true }),
    };
    pictures.z.classList.add("bars");
    [pictures.a, pictures.z].forEach((picture, i) => {
      picture.classList.toggle("many", isMany);
      $("units").children[2 * i].after(picture);
      listen(picture, shape, (j) => {
        $("unit").value = String(j);
        showUnit();
      });
    });
    $("unit").max = String(net.hidden - 1);
    $("unit").addEventListener("input", showUnit);
    $("gradient").append(pictures.x);
    listen(pictures.x, image, showPixel);
  }

  function showUnit() {
    const j = $("unit").value;
    $("numbers").textContent = `a[${j}] = ${fixed(net.a[j])}, z[${j}] = ${fixed(net.z[j])}`;
    $("unit").setAttribute("aria-valuetext", $("numbers").textContent);
  }

  function showUnits() {
    const { a, z, hidden } = net;
    const [scale, width] = [largest(a), BAR * hidden];
    const bars = Float64Array.from({ length: hidden > BARS ? 0 : LEVELS * width }, (_, i) =>
      Number(i % BAR > 0
        && LEVELS * z[Math.floor(i % width / BAR)] > LEVELS - 0.5 - Math.floor(i / width)));
    Draw.repaint(pictures.a, a, { scale, diverging: true });
    Draw.repaint(pictures.z, hidden > BARS ? z : bars);
    $("scale").textContent = `a: orange above 0, blue below, to ±${short(scale)}. z: from 0 to 1.`;
  }

  function showOutput() {
    const { b, ŷ } = net;
    $("output").replaceChildren(...names.map((name, k) =>
      row(name, ...cells(b[k], largest(b)), ...cells(ŷ[k], 1, 0))));
    $("output").children[net.reading].className = "chosen";
  }

  /** The letter of a select, or else another one. */
  const chosen = (select, other) => (select.value === "" ? other() : Number(select.value));

  /** b[k] − b[l] is the sum of every unit's z[j] (β[k][j+1] − β[l][j+1]), and of the biases. */
  function showDifference() {
    const { beta, b, z, ŷ, hidden, reading: k } = net;
    if ($("other").value === String(k)) $("other").value = "";
    for (const option of $("other").options) option.disabled = option.value === String(k);
    const l = chosen($("other"), () => [...ŷ.keys()].filter((i) => i !== k)
      .reduce((best, i) => (ŷ[i] > ŷ[best] ? i : best)));
    const terms = Array.from({ length: hidden + 1 }, (_, j) => ({
      name: j === 0 ? "biases" : `unit ${j - 1}`,
      value: (beta[k * (hidden + 1) + j] - beta[l * (hidden + 1) + j]) * (j === 0 ? 1 : z[j - 1]),
    })).sort((s, t) => Math.abs(t.value) - Math.abs(s.value));
    const sum = (list) => list.reduce((total, { value }) => total + value, 0);
    const rest = terms.splice(TERMS);
    if (rest.length > 0) terms.push({ name: `${rest.length} others`, value: sum(rest) });
    const scale = largest(terms.map(({ value }) => value));
    $("terms").replaceChildren(
      ...terms.map(({ name, value }) => row(name, ...cells(value, scale))));
    $("difference").textContent = `b of ${names[k]} − b of ${names[l]}, unit by unit: z[j] times ` +
      `the difference of its weights. Orange speaks for ${names[k]}, blue for ${names[l]}.`;
    $("sum").title = sum(terms);
    $("sum").textContent = `Sum: ${fixed(sum(terms))} = ${fixed(b[k])} − ` +
      (b[l] < 0 ? `(${fixed(b[l])})` : fixed(b[l]));
  }

  function showGradient() {
    label = chosen($("label"), () => net.reading);
    net.backward(label);
    gradient = net.gradientOfInput();
    const scale = largest(gradient);
    Draw.repaint(pictures.x, gradient, { scale, diverging: true });
    $("most").textContent = `Colours go to ±${short(scale)}.`;
    showPixel(pixel);
  }

  /** What a pixel is called, and its number. */
  const describe = (i) => `row ${Math.floor(i / image.columns) + 1}, ` +
    `column ${i % image.columns + 1}: x = ${short(net.x[i])}`;

  /** The numbers of pixel `i`, under the pointer or the focus. */
  function showPixel(i) {
    pixel = i;
    // Nothing is read from an empty pad.
    if (gradient.length === 0) return;
    $("pixel").textContent =
      `J = ${short(net.loss(label))}; ${describe(i)}, ∂J/∂x = ${short(gradient[i])}`;
  }

  function start(report, network) {
    [net, names, image] = [network, report.letters, report.image];
    makeUnits();
    for (const [select, first, show] of [
      [$("other"), "the next likely", showDifference], [$("label"), "the reading", showGradient],
    ]) {
      select.append(...[first, ...names].map((name, i) =>
        element("option", { value: i === 0 ? "" : i - 1 }, name)));
      select.addEventListener("change", show);
    }
    $("why").hidden = names.length < 2;
  }

  /** Shows what the net's last forward pass computed. */
  function show() {
    showUnits();
    showGradient();
    showUnit();
    showOutput();
    if (names.length > 1) showDifference();
  }

  return { start, show, showPixel, describe };
})();
