"use strict";

/** One step of learning: a letter, its gradients, and what a step against them does. */
{
  const { length } = Registers;
  /** Bytes of networks to undo to, and the fewest networks that are kept. */
  const [MEMORY, FEWEST] = [64e6, 20];
  const part = (id) => document.getElementById(`step-${id}`);
  const say = (text) => { part("status").textContent = text; };

  // A network's parameters never change here: a step makes another network.
  let report, net, before, letter, rate, values;
  const past = [];

  // MARK: The letter

  const chosen = () =>
    ({ set: report.sets[part("set").value], number: Number(part("number").value) });

  /** Letters of a set, in file order; the first comes after the last. */
  function* inOrder(set, first, count) {
    for (let i = first; i < first + count; i++) {
      yield { x: set.letter(i % set.count), label: set.labels[i % set.count] };
    }
  }

  function choose(number) {
    const { set } = chosen();
    const there = Math.round(Math.min(set.count, Math.max(1, number)));
    Object.assign(part("number"), { value: there, max: set.count });
    const [taken] = inOrder(set, there - 1, 1);
    take({ ...taken, name: `letter ${there} of ${set.name}` });
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
    part("x").replaceChildren(Draw.picture(letter.x, report.image, { name: letter.name }));
    values = new Registers.Values(net, letter.label, rate);
    Lines.show(values);
    part("differences").replaceChildren();
    part("result").replaceChildren();
    part("undo").disabled = past.length === 0;
    const shown = values;
    Work.pause().then(() => {
      if (before && values === shown) showChange(before, net, report.sets[0]);
    });
  }

  /** What the last change did to J, α and β and, once that is known, to the first set. */
  function showChange(was, is, set) {
    was.forward(letter.x);
    const change = (key) => is[key].map((value, i) => value - was[key][i]);
    const both = (name, of) => [name, of(was), of(is), of(is) - of(was)];
    const size = (name, key) => [name, length(was[key]), length(is[key]), length(change(key))];
    const rows = [
      both("J of this letter", (n) => n.loss(letter.label)),
      both(`ŷ of ${report.letters[letter.label]}`, (n) => n.ŷ[letter.label]),
      size("‖α‖, ‖Δα‖", "alpha"), size("‖β‖, ‖Δβ‖", "beta"),
    ];
    const [shown, pictures] = [Changes.table(rows), Draw.element("div")];
    part("result").append(shown, pictures);
    Work.run((function* () {
      yield* Changes.show(pictures, "α", was.alpha, is.alpha, is.hidden);
      yield* Changes.show(pictures, "β", was.beta, is.beta, is.classes);
    })(), () => pictures.isConnected);
    compare([was, is], set, () => shown.isConnected).then((isThere) => {
      if (!isThere) return;
      rows.push(both(`mean J of ${set.name}`, (n) => n.measured.loss),
        both(`error rate of ${set.name}, %`, (n) => 100 * n.measured.error));
      shown.replaceWith(Changes.table(rows));
    });
  }

  /** Measures networks that are not measured yet; whether that is still wanted at the end. */
  async function compare(networks, set, isWanted) {
    await new Promise(requestAnimationFrame);
    for (const n of networks) n.measured ??= await Work.run(measure(n, set), isWanted);
    return isWanted();
  }

  /** The mean J and the error rate over a set; NaN is no reading. */
  function* measure(network, set) {
    const probe = Registers.copy(network);
    let [loss, wrong] = [0, 0];
    for (const { x, label } of inOrder(set, 0, set.count)) {
      probe.forward(x);
      loss += probe.loss(label);
      wrong += probe.reading !== label;
      yield;
    }
    return { loss: loss / set.count, error: Number.isNaN(loss) ? NaN : wrong / set.count };
  }

  /** The number of the first misread letter behind one, and after the last comes the first. */
  function* nextMisread(network, set, number) {
    let place = number;
    for (const { x, label } of inOrder(set, number, set.count)) {
      place = place % set.count + 1;
      network.forward(x);
      if (network.reading !== label) return place;
      yield;
    }
    return null;
  }

  // MARK: Steps

  /** Whether γ is a number that a step can be taken with; if not, the γ before stays. */
  function readRate() {
    const isRight = part("rate").validity.valid;
    if (isRight) rate = part("rate").valueAsNumber;
    say(isRight ? "" : `γ must be a number from 0 on; the lines show γ = ${rate}.`);
    return isRight;
  }

  /** What is said where numbers have become too large to go on with. */
  const warning = () => ([net.alpha, net.beta, net.b, [net.loss(letter.label)]]
    .every((numbers) => numbers.every((w) => Math.abs(w) < 1e150)) ? "" :
    " Some numbers are too large to learn from: undo the step, and take a smaller γ.");

  /** Runs long work with a bar and a button that stops it, while no other work can begin. */
  async function run(count, work) {
    const [progress, stop] = part("work").children;
    const opener = document.activeElement;
    const controls = document.querySelectorAll("#step fieldset");
    const wait = (isBusy) => {
      part("work").hidden = !isBusy || count < 100;
      for (const set of controls) set.disabled = isBusy;
    };
    let goesOn = true;
    stop.onclick = () => { goesOn = false; };
    Object.assign(progress, { max: count, value: 0 });
    wait(true);
    stop.focus();
    const result = await Work.run(work((done) => { progress.value = done; }), () => goesOn);
    // Who has gone on to something else meanwhile stays there.
    const isHere = [stop, opener, document.body].includes(document.activeElement);
    wait(false);
    if (isHere) opener.focus({ preventScroll: true });
    return result;
  }

  /** Steps with letters, one after the other, up to a gradient that is not finite. */
  function* steps(network, letters, rate, took) {
    for (const { x, label } of letters) {
      network.forward(x);
      network.backward(label);
      if (!network.gradientsAreFinite) return " The next gradient is not finite: is γ too large?";
      network.step(rate);
      yield took();
    }
    return "";
  }

  /** Learns from letters, in one change; the number of steps taken. */
  async function learn(letters, count, words) {
    if (!readRate()) return 0;
    const next = Registers.copy(net);
    let taken = 0;
    const end = await run(count, (show) => steps(next, letters, rate, () => show(++taken)));
    if (taken > 0) replace(next);
    say(`${taken} of ${count} steps taken with ${words}, γ = ${rate}.${end ?? ""}${warning()}`);
    return taken;
  }

  function replace(next) {
    past.push(net);
    if (past.length > Math.max(FEWEST, MEMORY / 8 / (net.alpha.length + net.beta.length))) {
      past.shift();
    }
    [before, net] = [net, next];
    show();
  }

  /** By button. */
  const ACTIONS = {
    one: () => learn([letter], 1, letter.name),
    ten: () => learn(new Array(10).fill(letter), 10, letter.name),
    async next() {
      const { set, number } = chosen();
      const words = `the ten letters after ${number} of ${set.name}`;
      if (await learn(inOrder(set, number, 10), 10, words)) choose((number + 9) % set.count + 1);
    },
    epoch() {
      const set = report.sets.at(-1);
      learn(inOrder(set, 0, set.count), set.count, `letters 1 to ${set.count} of ${set.name}`);
    },
    undo() {
      [before, net] = [undefined, past.pop()];
      show();
      say(`Undone; ${past.length} more can be undone.`);
      if (past.length === 0) part("one").focus();
    },
    trained() {
      replace(report.network());
      say("α and β are those of the trained network.");
    },
    zero() {
      replace(new Network({ ...net, alpha: net.alpha.map(() => 0), beta: net.beta.map(() => 0) }));
      say("α and β are 0.");
    },
    async misread() {
      const { set, number } = chosen();
      const place = await run(set.count, () => nextMisread(Registers.copy(net), set, number));
      if (place) choose(place);
      if (place === null) say(`No letter of ${set.name} is misread.`);
    },
    async check() {
      const count = net.alpha.length + net.beta.length;
      const found = await run(count, (done) => Differences.all(values, done));
      if (found) part("differences").replaceChildren(...Differences.report(found));
    },
  };

  // MARK: The beginning

  function start(given) {
    report = given;
    net = report.network();
    const options = (id, names) => part(id).append(...names.map((name, value) =>
      Draw.element("option", { value }, name)));
    options("set", report.sets.map(({ name }) => name));
    options("label", report.letters);
    part("set").value = report.sets.length - 1;
    part("rate").value = rate = report.rate ?? 0.01;
    const drawing = ListDrawing.draw(Lines.open);
    part("drawing").append(drawing);
    Lines.start(part("lines"), report.image, drawing.mark);
    part("set").onchange = part("number").onchange = () => {
      before = undefined;
      choose(chosen().number);
    };
    part("label").onchange = () => take({ ...letter, label: Number(part("label").value) });
    part("rate").onchange = () => { if (readRate()) show(); };
    for (const name of Object.keys(ACTIONS)) part(name).onclick = ACTIONS[name];
    choose(1);
  }

  /** What is on the pad can be taken; without a label it is what the network reads. */
  document.addEventListener("pad", ({ detail: { x, label } }) => {
    part("pad").disabled = false;
    part("pad").onclick = () => {
      net.forward(x);
      take({ x, label: label ?? net.reading, name: "the letter on the pad" });
    };
  });

  Parts.set("step", start);
}
