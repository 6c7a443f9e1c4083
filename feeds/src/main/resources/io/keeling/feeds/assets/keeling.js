// Makes the desk quicker to use; everything also works without it.
"use strict";

// "/" goes to the search field, "j" and "k" from headline to headline.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    const field = document.getElementById("q");
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  } else if (event.key === "j" || event.key === "k") {
    const headlines = [...document.querySelectorAll(".headline a")];
    if (headlines.length === 0) return;
    const here = headlines.indexOf(document.activeElement);
    const step = event.key === "j" ? 1 : -1;
    const next = here < 0 ? 0 : Math.max(0, Math.min(headlines.length - 1, here + step));
    headlines[next].focus();
  }
});

// Empty fields stay out of the address.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const input of form.elements) {
      if (input.name && input.value === "") input.disabled = true;
    }
  });
}
addEventListener("pageshow", () => {
  for (const input of document.querySelectorAll("form[method=get] input:disabled")) {
    input.disabled = false;
  }
});

// A first page in order of time says when something new has come in.
const results = document.querySelector(".results[data-stream]");
if (results && results.dataset.live === "true" && "EventSource" in window) {
  const note = results.querySelector(".fresh");
  const shown = new Set();
  for (const link of results.querySelectorAll(".headline a")) {
    shown.add(link.getAttribute("href"));
  }
  const fresh = new Set();
  const source = new EventSource(results.dataset.stream);
  source.addEventListener("article", (event) => {
    const href = "/articles/" + JSON.parse(event.data).id;
    if (shown.has(href)) return;
    fresh.add(href);
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = fresh.size === 1 ? "One new article" : `${fresh.size} new articles`;
    note.replaceChildren(link, document.createTextNode(" since this page was opened."));
    note.hidden = false;
  });
  addEventListener("pagehide", () => source.close());
}

// The legend turns kinds of highlights off and on; a tag lights up its words and the other way round.
const text = document.querySelector(".text");
if (text) {
  for (const button of document.querySelectorAll(".legend button")) {
    button.disabled = false;
    button.addEventListener("click", () => {
      const off = text.classList.toggle("hide-" + button.dataset.kind);
      button.setAttribute("aria-pressed", String(!off));
    });
  }
  const entries = document.querySelectorAll(".why [data-key]");
  const words = document.querySelectorAll(".text mark[data-keys]");
  const light = (keys) => {
    for (const entry of entries) entry.classList.toggle("lit", keys.includes(entry.dataset.key));
    for (const word of words) {
      word.classList.toggle("lit", word.dataset.keys.split(" ").some((key) => keys.includes(key)));
    }
  };
  for (const entry of entries) {
    for (const on of ["mouseenter", "focusin"]) {
      entry.addEventListener(on, () => light([entry.dataset.key]));
    }
    for (const off of ["mouseleave", "focusout"]) entry.addEventListener(off, () => light([]));
  }
  for (const word of words) {
    word.addEventListener("mouseenter", () => light(word.dataset.keys.split(" ")));
    word.addEventListener("mouseleave", () => light([]));
  }
}
