"use strict";

// Starts the parts of the page that are there, once all files are read.
(async () => {
  document.documentElement.classList.add("live");
  Theme.start();
  const data = document.getElementById("data");
  const report = data && await Data.read(data.textContent);
  for (const [id, start] of Parts) {
    if (document.getElementById(id) === null) continue;
    start(report);
    // The page may draw and answer before the next part.
    await new Promise((next) => setTimeout(next));
  }
  document.documentElement.dataset.ready = "";
  performance.mark("ready");
})();
