"use strict";

/** One step of learning: a letter, its gradients, and what a step against them does. */
{
  const { length, largest } = Registers;
  /** Bytes of networks to undo to, and the fewest networks that are kept. */
  const [MEMORY, FEWEST] = [64e6, 20];
  const part = (id) => document.getElementById(`step-${id}`);
  const button = (value) => part("actions").querySelector(`[value=${value}]`);
  const say = (text) => { part("status").textContent = text; };

  // A network's parameters never change: a step makes another network.
  let report, net, before, letter, values;
  const past = [];

  // MARK: The letter

  const chosenSet = () => report.sets[part("set").value];
  const letterOf = (set, i) => ({ x: set.letter(i), label: set.labels?.[i] ?? 0 });

  function* inOrder(set, first, count) {
    for (let i = 0; i < count; i++) yield letterOf(set, (first + i) % set.count);
  }

  function choose() {
    const set = chosenSet();
    const number = Math.round(Math.min(set.count, Math.max(1, part("number").value)));
    Object.assign(part("number"), { value: number, max: set.count });
    take({ ...letterOf(set, number - 1), name: `letter ${number} of ${set.name}` });
  }

  function take(taken) {
    letter = taken;
    part("label").value = letter.label;
    show();
  }

  // MARK: What is seen

  /** Everything anew, for this network and this letter. */
  function show() {
    net.forward(letter.x);
    net.backward(letter.label);
    part("choices").querySelector("canvas")
      .replaceWith(Draw.picture(letter.x, report.image, { name: letter.name }));
    values = new Registers.Values(net, letter.label, Number(part("rate").value));
    Lines.show(values);
    part("differences").replaceChildren();
    button("undo").disabled = past.length === 0;
    part("result").replaceChildren();
    if (before) showChange();
  }

  /** What the last change did to J, α and β, and once that is known to the first set. */
  async function showChange() {
    const [was, is, [set]] = [before, net, report.sets];
    was.forward(letter.x);
    const both = (name, of) => [name, of(was), of(is), of(is) - of(was)];
    const change = (key) => is[key].map((value, i) => value - was[key][i]);
    const size = (name, key) => [name, length(was[key]), length(is[key]), length(change(key))];
    const rows = [
      both("J of this letter", (n) => n.loss(letter.label)),
      both(`ŷ of ${report.letters[letter.label]}`, (n) => n.ŷ[letter.label]),
      size("‖α‖ and ‖Δα‖", "alpha"), size("‖β‖ and ‖Δβ‖", "beta"),
    ];
    const picture = (name, key, rows) => {
      const [numbers, scale] = [change(key), largest(change(key))];
      return Cells.figure(name, numbers, { rows, columns: numbers.length / rows },
        `${name}, colours ±${Draw.short(scale)}`, scale);
    };
    const table = (all) => Cells.table("What changed", ["", "before", "after", "change"],
      all.map(([name, ...numbers]) => [name, ...numbers.map(Draw.short)]));
    const shown = table(rows);
    part("result").append(shown, picture("Δα", "alpha", is.hidden), picture("Δβ", "beta", is.classes));
    await new Promise(requestAnimationFrame);
    for (const n of [was, is]) n.measured ??= await Work.run(measure(n, set), () => shown.isConnected);
    if (!shown.isConnected) return;
    shown.replaceWith(table([...rows, both(`mean J of ${set.name}`, (n) => n.measured.loss),
      both(`error rate of ${set.name}`, (n) => n.measured.error)]));
  }

  /** The mean J and the error rate over a set; NaN is no reading. */
  function* measure(network, set) {
    const probe = Registers.copy(network);
    let [loss, wrong] = [0, 0];
    for (const { x, label } of inOrder(set, 0, set.count)) {
      probe.forward(x);
      const lost = probe.loss(label);
      loss += lost;
      wrong += Number.isNaN(lost) ? NaN : Number(probe.reading !== label);
      yield;
    }
    return { loss: loss / set.count, error: wrong / set.count };
  }

  // MARK: Steps

  /** Runs long work with a bar and a button that stops it, while no other work can begin. */
  async function run(count, work) {
    const [bar, [progress, stop]] = [part("work"), part("work").children];
    const [controls, opener] = [document.querySelectorAll("#step fieldset"), document.activeElement];
    let goesOn = true;
    stop.onclick = () => { goesOn = false; };
    progress.max = count;
    bar.hidden = count < 100;
    for (const set of controls) set.disabled = true;
    stop.focus();
    const result = await Work.run(work((done) => { progress.value = done; }), () => goesOn);
    bar.hidden = true;
    for (const set of controls) set.disabled = false;
    opener?.focus();
    return result;
  }

  /** Steps with letters, one after the other, up to a gradient that is not finite. */
  function* steps(network, letters, rate, took) {
    for (const { x, label } of letters) {
      network.forward(x);
      network.backward(label);
      if (!network.gradientsAreFinite) return false;
      network.step(rate);
      yield took();
    }
    return true;
  }

  /** The letters that a button learns from, their count, and words for them. */
  function lettersOf(action) {
    const [set, last, number] = [chosenSet(), report.sets.at(-1), Number(part("number").value)];
    return {
      one: () => [[letter], 1, letter.name],
      ten: () => [new Array(10).fill(letter), 10, letter.name],
      next: () => [inOrder(set, number, 10), 10, `the ten letters after ${number} of ${set.name}`],
      epoch: () => [inOrder(last, 0, last.count), last.count, `the letters of ${last.name}`],
    }[action]();
  }

  async function learn(action) {
    if (!part("rate").reportValidity()) return;
    const [next, rate] = [Registers.copy(net), Number(part("rate").value)];
    const [letters, count, words] = lettersOf(action);
    let taken = 0;
    const isFinite = await run(count, (show) => steps(next, letters, rate, () => show(++taken)));
    if (taken > 0) replace(next);
    if (action === "next") {
      part("number").value = (Number(part("number").value) + 9) % chosenSet().count + 1;
      choose();
    }
    say(`${taken} of ${count} steps taken with ${words}, γ = ${rate}.`
      + (isFinite === false ? " The gradient is not finite then: is γ too large?" : ""));
  }

  function replace(next) {
    past.push(net);
    if (past.length > Math.max(FEWEST, MEMORY / 8 / (net.alpha.length + net.beta.length))) past.shift();
    [before, net] = [net, next];
    show();
  }

  function undo() {
    [before, net] = [undefined, past.pop()];
    show();
    say(`Undone; ${past.length} more can be undone.`);
    if (past.length === 0) button("one").focus();
  }

  const zero = () => new Network({ ...net, alpha: net.alpha.map(() => 0), beta: net.beta.map(() => 0) });

  function act({ target: { value } }) {
    if (value === "undo") undo();
    else if (value === "trained" || value === "zero") {
      replace(value === "zero" ? zero() : report.network());
      say(`α and β are ${value === "zero" ? "0" : "those of the trained network"}.`);
    } else if (value) learn(value);
  }

  async function check() {
    const found = await run(net.alpha.length + net.beta.length, (done) => Differences.all(values, done));
    if (found) part("differences").replaceChildren(...Differences.report(found));
  }

  function start(given) {
    report = given;
    net = report.network();
    const options = (id, names) => part(id).append(...names.map((name, value) =>
      Draw.element("option", { value }, name)));
    options("set", report.sets.map(({ name }) => name));
    options("label", report.letters);
    part("set").value = report.sets.length - 1;
    part("rate").value = report.rate ?? 0.01;
    const drawing = ListDrawing.draw(Lines.open);
    part("drawing").append(drawing);
    Lines.start(part("lines"), report.image, drawing.mark);
    listen();
    choose();
  }

  function listen() {
    part("set").onchange = part("number").onchange = () => { before = undefined; choose(); };
    part("label").onchange = () => { take({ ...letter, label: Number(part("label").value) }); };
    part("rate").onchange = show;
    part("actions").onclick = act;
    part("check").onclick = check;
    document.addEventListener("pad", ({ detail: { x, label } }) => {
      part("pad").disabled = false;
      const onPad = Float64Array.from(x);
      part("pad").onclick = () => {
        net.forward(onPad);
        take({ x: onPad, label: label ?? net.reading, name: "the letter on the pad" });
      };
    });
  }

  Parts.set("step", start);
}
