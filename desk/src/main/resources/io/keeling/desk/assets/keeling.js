// Makes the desk quicker to use; everything also works without it.
"use strict";

const byId = (id) => document.getElementById(id);
const follow = (id) => {
  const link = byId(id);
  if (link) link.click();
  return Boolean(link);
};

// Opens the filters on wide screens, in browsers where the style sheet cannot do it.
const filters = byId("filters");
if (filters && !CSS.supports("selector(::details-content)")) {
  filters.open = matchMedia("(min-width: 56rem)").matches;
}

// Keyboard shortcuts. "j" and "k" go from headline to headline, or from article to article.
const headline = (step) => {
  const links = [...document.querySelectorAll(".headline a")];
  if (links.length === 0) return;
  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? 0 : Math.max(0, Math.min(links.length - 1, here + step));
  links[next].focus();
  links[next].closest(".item").scrollIntoView({ block: "nearest" });
};
const keys = byId("keys");
const help = () => {
  if (keys.open) keys.close();
  else keys.showModal();
};
const search = () => {
  const field = byId("q");
  field.focus();
  field.select();
};
const toggleFilters = () => {
  if (!filters) return;
  const lid = filters.querySelector("summary");
  if (lid.offsetParent === null) {
    filters.querySelector("a, input").focus();
    return;
  }
  filters.open = !filters.open;
  lid.focus();
};
const actions = {
  "?": help,
  "/": search,
  j: () => follow("next") || headline(1),
  k: () => follow("previous") || headline(-1),
  o: () => document.activeElement.matches(".headline a") && document.activeElement.click(),
  u: () => follow("up"),
  f: toggleFilters,
};
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const action = actions[event.key];
  if (!action || (keys.open && event.key !== "?")) return;
  event.preventDefault();
  action();
});
const showKeys = byId("show-keys");
showKeys.hidden = false;
showKeys.addEventListener("click", help);

// The search field completes the text before the caret: the name of a query field, or one of its values.
const FIELDS = "topic country name source language climate title author story before after is".split(" ");
const COMPLETED = FIELDS.filter((name) => !["title", "story", "is"].includes(name));
const DATES = ["before", "after"];
const SAID = { is: ["corrected", "free"] };
const complete = (field, list) => {
  let options = [];
  let chosen = -1;
  let asked = 0;
  let timer = 0;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  const begun = () => {
    const before = field.value.slice(0, field.selectionStart);
    const match = /(?:^|[\s(])-?(?:([a-z]+):)?(?:"([^"]*)|([^\s():"]*))$/.exec(before);
    if (!match) return null;
    const [, name, quoted, bare] = match;
    const length = (name ? name.length + 1 : 0) + (quoted === undefined ? bare.length : quoted.length + 1);
    return { start: before.length - length, end: before.length, name, text: quoted ?? bare };
  };
  const close = () => {
    options = [];
    chosen = -1;
    asked++;
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    if (index < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (option) => {
    const { start, end } = option.at;
    field.value = field.value.slice(0, start) + option.text + field.value.slice(end);
    const caret = start + option.text.length;
    field.setSelectionRange(caret, caret);
    close();
    field.focus();
    if (option.text.endsWith(":")) look();
  };
  const show = (found) => {
    options = found;
    chosen = -1;
    list.replaceChildren(
      ...found.map((option, i) => {
        const item = document.createElement("li");
        item.id = list.id + "-" + i;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const label = document.createElement("bdi");
        label.textContent = option.label;
        const count = document.createElement("span");
        count.className = "count";
        count.textContent = option.note;
        item.append(label, count);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(option);
        });
        return item;
      }),
    );
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    field.removeAttribute("aria-activedescendant");
  };
  const written = (value) => (/^[\p{L}\p{N}.-]+$/u.test(value) ? value : '"' + value.replaceAll('"', " ") + '"');
  const look = async () => {
    const at = begun();
    const turn = ++asked;
    if (!at || (at.name === undefined ? at.text.length < 2 : !FIELDS.includes(at.name))) {
      close();
      return;
    }
    const found = [];
    if (at.name === undefined) {
      for (const name of FIELDS.filter((name) => name.startsWith(at.text.toLowerCase()))) {
        found.push({ at, text: name + ":", label: name + ":", note: "" });
      }
    }
    for (const value of SAID[at.name] ?? []) {
      if (value.startsWith(at.text)) found.push({ at, text: at.name + ":" + value, label: value, note: "" });
    }
    if ((at.text !== "" || DATES.includes(at.name)) && (at.name === undefined || COMPLETED.includes(at.name))) {
      const query = new URLSearchParams({ begins: at.text, lang: document.documentElement.lang });
      if (at.name) query.set("field", at.name);
      try {
        const answer = await fetch(field.dataset.completions + "?" + query);
        for (const item of answer.ok ? (await answer.json()).items : []) {
          const value = item.field === "topic" || item.field === "source" ? item.value : written(item.value);
          found.push({
            at,
            text: item.field + ":" + value,
            label: item.label,
            note: item.field + ": " + item.count.toLocaleString(document.documentElement.lang),
          });
        }
      } catch {
        // Completions are optional: the search field works without them.
      }
    }
    if (turn === asked && document.activeElement === field) show(found);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || options.length === 0) return;
    if (event.key === "ArrowDown") choose((chosen + 1) % options.length);
    else if (event.key === "ArrowUp") choose((chosen <= 0 ? options.length : chosen) - 1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(options[chosen]);
    else return;
    event.preventDefault();
  });
};
if (byId("q")) complete(byId("q"), byId("q-completions"));

// Leaves empty fields out of the address, and shows that a list is loading.
const results = document.querySelector(".results");
const loading = () => document.documentElement.classList.add("loading");
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const input of form.elements) {
      if (input.name && input.value === "") input.disabled = true;
    }
    loading();
  });
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = new URL(link.href, location.href);
  const page = address.pathname === "/" || address.pathname.startsWith("/articles/");
  const here = address.pathname === location.pathname && address.search === location.search;
  if (address.origin === location.origin && page && !here) loading();
});
addEventListener("pageshow", () => {
  document.documentElement.classList.remove("loading");
  for (const input of document.querySelectorAll("form[method=get] input:disabled")) {
    input.disabled = false;
  }
});

// On the first page of a list by time, tells when new articles have arrived.
if (results && results.dataset.live === "true" && "EventSource" in window) {
  const note = results.querySelector(".fresh");
  const shown = new Set();
  for (const link of results.querySelectorAll(".headline a, .tellings a")) {
    shown.add(link.pathname);
  }
  const fresh = new Set();
  const source = new EventSource(results.dataset.stream);
  source.addEventListener("article", (event) => {
    const path = "/articles/" + JSON.parse(event.data).id;
    if (shown.has(path)) return;
    fresh.add(path);
    const { one, many, since } = note.dataset;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = fresh.size === 1 ? one : many.replace("#", fresh.size.toLocaleString());
    note.replaceChildren(link, document.createTextNode(" " + since));
    note.hidden = false;
  });
  addEventListener("pagehide", () => source.close());
}

// Reloads an error page once the desk answers again.
const waiting = document.querySelector("[data-wait]");
if (waiting) {
  byId("waiting").hidden = false;
  const look = async () => {
    try {
      if ((await fetch(waiting.dataset.wait, { cache: "no-store" })).ok) {
        location.reload();
        return;
      }
    } catch {
      // Not even the process answers: tries again.
    }
    setTimeout(look, 5000);
  };
  setTimeout(look, 5000);
}

// The legend switches kinds of highlights off and on. A tag highlights its words, and a word its tag.
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
  const light = (keysOf) => {
    for (const entry of entries) entry.classList.toggle("lit", keysOf.includes(entry.dataset.key));
    for (const word of words) {
      word.classList.toggle("lit", word.dataset.keys.split(" ").some((key) => keysOf.includes(key)));
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
