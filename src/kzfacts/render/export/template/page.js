
"use strict";
(() => {
  const one = (id) => document.getElementById(id);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const listed = (text) => (text ? text.split(" ") : []);
  const [search, partner, topic, card] = ["search", "partner", "topic", "card"].map(one);
  let year = "";
  const longest = 40;

  const notes = all(".note").map((node) => ({ node, text: fold(node.querySelector(".body").textContent), facts: listed(node.dataset.facts) }));
  const noteOf = (mark) => one(mark.getAttribute("href").slice(1));
  // a fact is found by its own words and by what its footnotes cite, not by the facts beside it
  const own = (node) => {
    const sources = all(".ref", node).flatMap((mark) => all(".source", noteOf(mark) ?? mark));
    return [...all(":scope > :not(.others)", node), ...sources].map((part) => part.textContent).join(" ");
  };
  const facts = all(".fact").map((node) => ({
    node,
    id: node.id.slice("fact-".length),
    text: fold(own(node)),
    partners: listed(node.dataset.partners),
    topics: listed(node.dataset.topics),
    from: Number(node.dataset.from),
    to: Number(node.dataset.to),
  }));

  const within = (fact, when) => fact.from && fact.from <= Number(when) && Number(when) <= fact.to;
  const matches = (fact, words) =>
    (!partner.value || fact.partners.includes(partner.value)) &&
    (!topic.value || fact.topics.includes(topic.value)) &&
    words.every((word) => fact.text.includes(word));

  const draw = (found) => {
    const buttons = all("#years button");
    const counts = buttons.map((button) => found.filter((fact) => within(fact, button.value)).length);
    buttons.forEach((button, place) => {
      button.firstElementChild.textContent = counts[place] || "";
      button.querySelector("svg").setAttribute("height", Math.ceil((longest * counts[place]) / Math.max(1, ...counts)));
      button.setAttribute("aria-pressed", String(button.value === year));
    });
  };
  const count = () => {
    const some = document.body.dataset.view === "timeline" ? facts.filter((fact) => fact.from) : facts;
    const shown = some.filter((fact) => !fact.node.hidden).length;
    one("none").hidden = shown > 0;
    one("count").textContent = one("count").dataset.template.replace("{shown}", shown).replace("{all}", some.length);
  };

  const apply = () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const free = !partner.value && !topic.value && !year;
    const shown = new Set();
    const found = facts.filter((fact) => matches(fact, words));
    for (const fact of found) if (!year || within(fact, year)) shown.add(fact.id);
    for (const fact of facts) fact.node.hidden = !shown.has(fact.id);
    for (const part of all(".part")) part.hidden = !part.querySelector(".fact:not([hidden])");
    for (const event of all(".event")) event.hidden = !shown.has(event.dataset.fact);
    for (const group of all("#timeline > ol > li")) group.hidden = !group.querySelector(".event:not([hidden])");
    for (const note of notes) {
      note.node.hidden = !note.facts.some((id) => shown.has(id)) && !(free && words.every((word) => note.text.includes(word)));
    }
    draw(found);
    count();
    hide();
  };

  const reset = () => {
    search.value = partner.value = topic.value = year = "";
    apply();
  };

  // the panes: one at a time, named by the address, so that the browser's way back works
  const go = () => {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    const pane = target?.closest(".pane");
    if (pane && target !== pane && target.closest("[hidden]")) reset();
    document.body.dataset.view = pane?.id ?? "facts";
    for (const way of all("nav a")) {
      if (way.hash === `#${document.body.dataset.view}`) way.setAttribute("aria-current", "page");
      else way.removeAttribute("aria-current");
    }
    count();
    hide();
    document.documentElement.style.scrollPaddingTop = `${one("filters").offsetHeight + 8}px`;
    if (pane) (target === pane ? document.querySelector("nav") : target).scrollIntoView();
  };

  // the card: a footnote beside its mark, for as long as the pointer or the focus is on either
  let waiting = 0;
  let described = null;
  const hide = () => {
    clearTimeout(waiting);
    card.hidden = true;
    described?.removeAttribute("aria-describedby");
    described = null;
  };
  const hideSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(hide, 250);
  };
  const show = (mark) => {
    const note = noteOf(mark);
    if (!note) return;
    hide();
    card.style.removeProperty("--h");
    card.lastElementChild.replaceChildren(note.querySelector(".body").cloneNode(true));
    card.hidden = false;
    const box = mark.getBoundingClientRect();
    const [over, under] = [box.top - one("filters").offsetHeight - 12, innerHeight - box.bottom - 12];
    const below = under >= card.offsetHeight || under >= over;
    card.style.setProperty("--h", `${below ? under : over}px`);
    card.style.setProperty("--x", `${Math.max(8, Math.min(box.left + scrollX, document.documentElement.clientWidth - card.offsetWidth - 8))}px`);
    card.style.setProperty("--y", `${scrollY + (below ? box.bottom + 6 : box.top - card.offsetHeight - 6)}px`);
    mark.setAttribute("aria-describedby", "card");
    described = mark;
  };
  for (const mark of all(".ref")) {
    // a touch hovers and focuses as well, before its click: shown then, the card would catch the click
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(mark));
    mark.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hideSoon());
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && show(mark));
    mark.addEventListener("blur", hideSoon);
    mark.addEventListener("click", (event) => {
      // a finger cannot hover: its touch shows the note and stays on the fact
      if (matchMedia("(hover: none)").matches) {
        event.preventDefault();
        show(mark);
      }
    });
  }
  card.addEventListener("mouseenter", () => clearTimeout(waiting));
  card.addEventListener("mouseleave", hideSoon);
  card.addEventListener("focusin", () => clearTimeout(waiting));
  card.addEventListener("focusout", hideSoon);
  card.firstElementChild.addEventListener("click", hide);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("click", (event) => {
    if (!card.contains(event.target) && !event.target.closest(".ref")) hide();
  });

  search.addEventListener("input", apply);
  partner.addEventListener("change", apply);
  topic.addEventListener("change", apply);
  one("reset").addEventListener("click", reset);
  one("years").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    year = year === button.value ? "" : button.value;
    apply();
  });
  one("facts").addEventListener("click", (event) => {
    const button = event.target.closest("button[data-filter]");
    if (!button) return;
    one(button.dataset.filter).value = button.value;
    apply();
    button.closest(".fact").scrollIntoView({ block: "center" });
  });
  addEventListener("hashchange", go);
  for (const id of ["filters", "years", "count"]) one(id).hidden = false;
  one("years").scrollLeft = one("years").scrollWidth;
  apply();
  go();
})();
