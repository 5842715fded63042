/**
 * Suggestions below a search box while somebody types (WAI-ARIA combobox with a list).
 * Without this the box is a plain form.
 */

const PAUSE = 180; // milliseconds without a key before the site is asked

for (const form of document.querySelectorAll("form[data-suggest]")) combobox(form);

function combobox(form) {
  const input = form.querySelector('input[name="q"]');
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  list.hidden = true;
  form.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }

  let chosen = -1;
  let timer = 0;
  let asked = 0;

  const options = () => [...list.children];

  function show(suggestions) {
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...suggestions.map((suggestion, place) => option(suggestion, place)));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  function option(suggestion, place) {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.textContent = suggestion.text;
    item.append(text);
    if (suggestion.spoken) {
      text.lang = suggestion.language;
      item.append(mark("language-mark", suggestion.spoken, suggestion.language));
    }
    if (suggestion.url) item.append(mark("hint", form.dataset.opens));
    // Before the box loses the focus.
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(suggestion));
    item.take = () => take(suggestion);
    return item;
  }

  function mark(name, text, language = "") {
    const element = document.createElement("span");
    element.className = name;
    element.textContent = text;
    if (language) element.lang = language;
    return element;
  }

  function take(suggestion) {
    if (suggestion.url) {
      location.assign(suggestion.url);
    } else {
      input.value = suggestion.text;
      show([]);
      form.requestSubmit();
    }
  }

  function choose(place) {
    const all = options();
    chosen = (place + all.length) % all.length;
    all.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
    input.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    const text = input.value.trim();
    const turn = ++asked;
    if (!text) return show([]);
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`);
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      // A slow answer to what was typed before says nothing now.
      if (turn === asked && document.activeElement === input) show(suggestions);
    } catch {
      show([]);
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    // While an input method composes Chinese, the letters are not what is meant.
    if (!event.isComposing) timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show([]);
    } else if (list.hidden) {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        ask();
      }
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      options()[chosen].take();
    }
  });
  input.addEventListener("blur", () => show([]));
}
