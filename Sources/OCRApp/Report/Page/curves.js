"use strict";

// Curves: the numbers of the epoch under the pointer, or of the one that the slider is at. They are
// those of the table behind the plots.
{
  function start() {
    const section = document.getElementById("curves");
    const slider = document.getElementById("epoch");
    if (slider === null) return;
    const names = [...section.querySelectorAll("thead th")].slice(1).map((th) => th.textContent);
    const rows = [...section.querySelectorAll("tbody tr")];
    const plots = [...section.querySelectorAll(".curves > div")].map((box) => ({
      name: box.querySelector("title").textContent,
      text: box.querySelector(".at-epoch"),
      drawings: [...box.querySelectorAll("svg")].map(drawing),
    }));

    /** What the columns that begin with a quantity's name say of an epoch; its unit is in the name. */
    function words(quantity, epoch) {
      const unit = quantity.endsWith(", %") ? "\u00a0%" : "";
      const cells = rows[epoch - 1].querySelectorAll("td");
      const found = names.flatMap((name, i) => {
        const number = cells[i].textContent;
        const isOne = name.startsWith(quantity + ": ") && number !== "";
        return isOne ? [`${name.slice(quantity.length + 2)} ${number}${unit}`] : [];
      });
      return `Epoch ${epoch}: ${found.join(", ")}`;
    }

    function show(epoch) {
      slider.value = epoch;
      for (const { name, text, drawings } of plots) {
        text.textContent = words(name, epoch);
        for (const { place } of drawings) place(epoch);
      }
      slider.setAttribute("aria-valuetext", plots.map(({ name, text }) =>
        `${name}, ${text.textContent}`).join("; "));
    }

    slider.max = rows.length;
    slider.addEventListener("input", () => show(slider.valueAsNumber));
    for (const { svg, epochAt } of plots.flatMap(({ drawings }) => drawings)) {
      svg.addEventListener("pointermove", (event) => {
        show(Math.min(Math.max(Math.round(epochAt(event.clientX)), 1), rows.length));
      });
    }
    show(rows.length);
  }

  /** A drawing of a plot: its scale, and the line that shows where an epoch is. */
  function drawing(svg) {
    const data = Object.fromEntries(
      ["x0", "x1", "left", "right", "top", "bottom"].map((name) => [name, Number(svg.dataset[name])]));
    const line = Draw.shape("line", { class: "at", y1: data.top, y2: data.bottom });
    svg.append(line);
    const share = (data.x1 - data.x0) / (data.right - data.left);
    return {
      svg,
      place(epoch) {
        const x = data.left + (epoch - data.x0) / share;
        line.setAttribute("x1", x);
        line.setAttribute("x2", x);
      },
      epochAt(clientX) {
        const box = svg.getBoundingClientRect();
        const x = ((clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
        return data.x0 + (x - data.left) * share;
      },
    };
  }

  Parts.set("curves", start);
}
