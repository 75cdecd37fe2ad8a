"use strict";
// Narrows down and orders what the page shows already; without it everything is there, in the file's order.
(() => {
  document.documentElement.classList.add("scripted");
  const letters = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  for (const form of document.querySelectorAll(".controls")) {
    const list = document.getElementById(form.dataset.for);
    const items = [...list.children].filter((each) => each.matches("[data-item]"));
    const words = new Map();
    const told = form.querySelector("output");
    const find = form.querySelector("[data-text]");
    const keys = [...form.querySelectorAll("[data-key]")];
    const order = form.querySelector("[data-order]");
    const text = (item) => words.get(item) ?? words.set(item, letters(item.textContent)).get(item);
    const fits = (item) =>
      keys.every((key) => !key.value || (item.dataset[key.dataset.key] ?? "").split("|").includes(key.value)) &&
      letters(find.value).split(/\s+/).every((word) => text(item).includes(word));
    const show = () => {
      let shown = 0;
      for (const item of items) { item.hidden = !fits(item); shown += !item.hidden; }
      told.textContent = `${shown} of ${items.length} ${told.dataset.unit}`;
    };
    const arrange = () => {
      const [by, way] = (order.value || ":up").split(":");
      const value = (item) => item.dataset[by] ?? "";
      const number = (item) => Number.parseFloat(value(item));
      const sorted = by ? [...items].sort((a, b) => {
        const difference = Number.isNaN(number(a) - number(b)) ? value(a).localeCompare(value(b)) : number(a) - number(b);
        return way === "down" ? -difference : difference;
      }) : items;
      list.append(...sorted);
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", show);
    order?.addEventListener("change", arrange);
    const all = form.querySelector("[data-open]");
    all.addEventListener("click", () => {
      const open = all.textContent === "Open all";
      for (const each of list.querySelectorAll("details")) each.open = open;
      all.textContent = open ? "Close all" : "Open all";
    });
    show();
  }
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const body = table.tBodies[0];
    for (const [column, title] of [...table.tHead.rows[0].cells].entries()) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...title.childNodes);
      title.append(button);
      button.addEventListener("click", () => {
        const down = title.getAttribute("aria-sort") === "ascending";
        for (const other of title.parentNode.cells) other.removeAttribute("aria-sort");
        title.setAttribute("aria-sort", down ? "descending" : "ascending");
        const cell = (row) => row.cells[column].textContent.trim();
        const number = (row) => Number.parseFloat(cell(row).replaceAll(",", ""));
        body.append(...[...body.rows].sort((a, b) => {
          const difference = Number.isNaN(number(a) - number(b)) ? cell(a).localeCompare(cell(b)) : number(a) - number(b);
          return down ? -difference : difference;
        }));
      });
    }
  }
})();
