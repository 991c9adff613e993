"use strict";

/** Light or dark: the reader's setting, and a switch. Nothing is stored. */
const Theme = (() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const print = matchMedia("print");

  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

  function start() {
    const button = document.getElementById("theme");
    const show = () => {
      button.setAttribute("aria-pressed", String(isDark()));
      Draw.repaintAll();
    };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      show();
    });
    system.addEventListener("change", show);
    print.addEventListener("change", Draw.repaintAll);
    button.hidden = false;
    show();
  }

  return { start };
})();
