"use strict";

// Starts the parts of the page that are there, once all files are read.
(async () => {
  document.documentElement.classList.add("live");
  Theme.start();
  const report = await Data.read(document.getElementById("data").textContent);
  for (const [id, start] of Parts) {
    if (document.getElementById(id) !== null) start(report);
  }
  document.documentElement.dataset.ready = "";
  performance.mark("ready");
})();
