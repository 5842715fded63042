/** Ticks in outlines, kept in this browser only. */

import { pageKey, read, write } from "./storage.js";

const KEY = "pedcommons.done";
const done = new Set(read(KEY, []));
const outlines = [...document.querySelectorAll("[data-progress]")];
const mark = document.querySelector("[data-mark-done]");

function set(key, isDone) {
  if (isDone) done.add(key);
  else done.delete(key);
  write(KEY, [...done]);
  refresh();
}

function refresh() {
  for (const outline of outlines) {
    const items = [...outline.querySelectorAll("[data-item]")];
    let count = 0;
    for (const item of items) {
      const isDone = done.has(pageKey(item.dataset.item));
      item.querySelector(".tick").setAttribute("aria-pressed", isDone);
      count += isDone;
    }
    outline.querySelector("[data-progress-done]").textContent = count;
    outline.querySelector("[data-progress-total]").textContent = items.length;
    const meter = outline.querySelector("[data-progress-meter]");
    meter.max = items.length || 1;
    meter.value = count;
    outline.querySelector("[data-progress-reset]").hidden = count === 0;
  }
  if (mark) {
    const isDone = done.has(pageKey(mark.dataset.item));
    mark.querySelector("button").setAttribute("aria-pressed", isDone);
    mark.querySelector("[data-when-open]").hidden = isDone;
    mark.querySelector("[data-when-done]").hidden = !isDone;
  }
}

for (const outline of outlines) {
  const tick = outline.querySelector("[data-tick]").content.firstElementChild;
  const items = [...outline.querySelectorAll("[data-item]")];
  for (const item of items) {
    const button = tick.cloneNode(true);
    const title = item.querySelector(".item-link").textContent.trim();
    button.setAttribute("aria-label", `${button.getAttribute("aria-label")} ${title}`);
    button.addEventListener("click", () => set(pageKey(item.dataset.item), button.getAttribute("aria-pressed") !== "true"));
    item.append(button);
  }
  outline.querySelector("[data-progress-reset]").addEventListener("click", () => {
    for (const item of items) done.delete(pageKey(item.dataset.item));
    write(KEY, [...done]);
    refresh();
    outline.querySelector("summary")?.focus();
  });
  outline.querySelector("[data-progress-bar]").hidden = items.length === 0;
}

if (mark) {
  mark.hidden = false;
  mark.querySelector("button").addEventListener("click", () => {
    const key = pageKey(mark.dataset.item);
    set(key, !done.has(key));
  });
}

refresh();
