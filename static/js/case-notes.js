/** The learner's own answers to a case, stage by stage. They stay in this browser and are never sent. */

import { read, write } from "./storage.js";

const page = document.querySelector("[data-case]");
const KEY = `pedcommons.case.${page.dataset.case}`;
const notes = read(KEY, {});

for (const stage of page.querySelectorAll("[data-stage]")) {
  stage.querySelectorAll("[data-prompt] textarea").forEach((field, place) => {
    const name = `${stage.dataset.stage}.${place}`;
    field.value = notes[name] ?? "";
    field.addEventListener("input", () => {
      if (field.value) notes[name] = field.value;
      else delete notes[name];
      write(KEY, notes);
    });
  });
}

// Starting again means a clean sheet.
page.querySelector("[data-restart]")?.addEventListener("click", () => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
});
