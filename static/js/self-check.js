/**
 * Self-check questions: choose, say how sure you are, then read why.
 *
 * Without this module every option is a <details> with its explanation. Nothing is sent or kept.
 */

const OPTION = ".option";

function enhance(question, number) {
  const form = question.querySelector("template").content.cloneNode(true);
  const options = [...question.querySelectorAll(OPTION)];
  const isRight = (option) => option.classList.contains("is-right");
  const several = options.filter(isRight).length > 1;
  const stem = question.querySelector(".question-stem");
  stem.id = `question-${number}`;

  const list = question.querySelector(".options");
  const group = document.createElement("div");
  group.setAttribute("role", several ? "group" : "radiogroup");
  group.setAttribute("aria-labelledby", stem.id);
  list.before(group);
  group.append(list);

  for (const option of options) {
    const details = option.querySelector("details");
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = several ? "checkbox" : "radio";
    input.name = `question-${number}`;
    label.append(input, ...details.querySelector("summary").childNodes);
    const explanation = details.querySelector(".explanation");
    explanation.hidden = true;
    details.replaceWith(label, explanation);
  }

  for (const input of form.querySelectorAll(".confidence input")) input.name = `confidence-${number}`;
  const check = form.querySelector("[data-check]");
  const again = form.querySelector("[data-again]");
  const output = form.querySelector("output");
  const words = Object.fromEntries(
    [...form.querySelectorAll("[data-say]")].map((entry) => [entry.dataset.say, entry.textContent]),
  );
  const say = (text, kind = "") => {
    output.textContent = text;
    output.className = `verdict ${kind}`;
  };
  if (several) say(words.several);
  question.append(form);

  const inputs = () => [...question.querySelectorAll("input")];
  const chosen = () => options.filter((option) => option.querySelector("input").checked);

  function showAnswers(shown) {
    question.classList.toggle("is-checked", shown);
    check.hidden = shown;
    again.hidden = !shown;
    for (const option of options) {
      option.querySelector(".explanation").hidden = !shown;
      option.classList.toggle("is-shown", shown);
      option.classList.toggle("is-chosen", shown && option.querySelector("input").checked);
    }
    for (const input of inputs()) input.disabled = shown;
  }

  check.addEventListener("click", () => {
    const confidence = Number(question.querySelector(".confidence input:checked")?.value);
    if (!chosen().length || !confidence) {
      say(words.choose);
      return;
    }
    const right = options.every((option) => isRight(option) === option.querySelector("input").checked);
    showAnswers(true);
    if (right) say(confidence === 1 ? words["right-unsure"] : words.right, "is-right");
    else say(confidence === 3 ? words["wrong-sure"] : words.wrong, "is-wrong");
    again.focus();
  });

  again.addEventListener("click", () => {
    showAnswers(false);
    for (const input of inputs()) input.checked = false;
    say(several ? words.several : "");
    options[0].querySelector("input").focus();
  });
}

// A teacher's sheet keeps the plain list, so that it prints with its answers.
document.querySelectorAll("body:not(.teacher-view) [data-self-check]").forEach(enhance);
