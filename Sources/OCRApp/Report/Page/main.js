"use strict";

// Starts the parts of the page that are there, once all files are read.
{
  document.documentElement.classList.add("live");
  const data = document.getElementById("data");
  const report = data && Data.read(data.textContent);
  Theme.start();
  for (const [id, start] of Parts) {
    if (document.getElementById(id) !== null) start(report);
  }
}
