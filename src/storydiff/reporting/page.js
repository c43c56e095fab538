// The page works without this script; with it, it can be filtered, and findings, places and sentences lead to each other.
// Text of reports only ever moves as text: nodes are shown, hidden or moved, and new ones are made with textContent.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.remove("no-script");
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const sheet = $("sheet");
  const pane = $("pane");
  const live = $("live");
  const cards = all(".card");
  const rows = all(".row:not(.heads)", sheet);
  const heads = all(".head", sheet);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const NOTES = 6; // findings of "only here" that are shown at first; there may be a hundred
  let allNotes = false;

  // --- filters -------------------------------------------------------------------------------------------------------
  const verdicts = new Set();
  const filter = { text: $("text"), check: $("check"), outlet: $("outlet"), agreed: $("agreed"), settled: $("settled") };
  let rowTexts = null;
  let cardTexts = null;

  function fits(card, words) {
    const { verdict, check, sigils, state } = card.dataset;
    if (state !== "new" && !filter.settled?.checked) return false;
    if (verdicts.size && !verdicts.has(verdict)) return false;
    if (filter.check?.value && filter.check.value !== check) return false;
    if (filter.outlet.value && !sigils.split(" ").includes(filter.outlet.value)) return false;
    return words.every((word) => cardTexts.get(card).includes(word));
  }

  function apply() {
    const words = filter.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length && !rowTexts) rowTexts = new Map(rows.map((row) => [row, sentencesOf(row).map((s) => s.textContent).join(" ").toLowerCase()]));
    if (words.length && !cardTexts) cardTexts = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
    const asked = words.length || verdicts.size || filter.check?.value || filter.outlet.value;
    let fitting = 0;
    let notes = 0;
    for (const card of cards) {
      const fit = fits(card, words);
      if (fit) fitting += 1;
      const folded = fit && !asked && !allNotes && card.dataset.verdict === "only-here" && ++notes > NOTES;
      card.hidden = !fit || folded;
    }
    const total = cards.filter((card) => card.dataset.state === "new").length;
    if ($("count")) $("count").textContent = asked ? `${fitting} of ${total}` : `${total || ""}`;
    if ($("no-findings")) $("no-findings").hidden = fitting > 0;
    if ($("more")) {
      $("more").hidden = notes <= NOTES;
      $("more").textContent = `Show ${notes - NOTES} more that only some reports tell`;
    }
    for (const row of rows) {
      row.hidden =
        (filter.agreed.checked && row.classList.contains("agrees")) ||
        ($("single").checked && row.classList.contains("one")) ||
        ($("dock-only").checked && picked !== null && !row.classList.contains("hit")) ||
        (filter.outlet.value !== "" && !cellsOf(row).some((cell) => cell.dataset.s === filter.outlet.value)) ||
        !words.every((word) => rowTexts.get(row).includes(word));
    }
    for (const row of all(".matrix tbody tr")) row.hidden = filter.agreed.checked && row.classList.contains("agrees");
    $("clear").hidden = !asked;
    seek(words);
    if (asked) live.textContent = `${fitting} of ${total} findings`;
  }

  function clear() {
    filter.text.value = filter.outlet.value = "";
    if (filter.check) filter.check.value = "";
    verdicts.clear();
    for (const chip of all("[data-verdict][aria-pressed]")) chip.setAttribute("aria-pressed", "false");
    apply();
  }

  // --- words marked without changing the document --------------------------------------------------------------------
  const highlights = globalThis.CSS?.highlights;

  function textNodes(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  function seek(words) {
    if (!highlights) return;
    highlights.delete("sought");
    if (!words.length) return;
    const ranges = [];
    for (const element of [...cards, ...rows].filter((one) => !one.hidden).slice(0, 400)) {
      for (const node of textNodes(element)) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) ranges.push(range(node, at, node, at + word.length));
        }
      }
    }
    highlights.set("sought", new Highlight(...ranges));
  }

  // static: a live range would have to be kept right whenever a node moves
  const range = (first, start, last, end) => new StaticRange({ startContainer: first, startOffset: start, endContainer: last, endOffset: end });

  // data-d counts code points; a document counts UTF-16 units
  function differing(sentence) {
    const nodes = textNodes(sentence);
    const units = [];
    for (const node of nodes) {
      let at = 0;
      for (const character of node.data) {
        units.push([node, at, (at += character.length)]);
      }
    }
    return sentence.dataset.d.split(" ").flatMap((pair) => {
      const [start, end] = pair.split("-").map(Number);
      const first = units[start];
      const last = units[end - 1];
      return first && last ? [range(first[0], first[1], last[0], last[2])] : [];
    });
  }

  function markDiffering(sentences) {
    highlights?.set("differing", new Highlight(...sentences.filter((s) => s.dataset.d).flatMap(differing)));
  }

  // --- sentences and their partners ----------------------------------------------------------------------------------
  const homes = new Map(); // sentence → its cell, also while it stands in a column
  const cells = new Map(); // cell → its sentences
  for (const cell of all(".cell", sheet)) {
    const inside = [...cell.children];
    cells.set(cell, inside);
    for (const sentence of inside) homes.set(sentence, cell);
  }
  const cellsOf = (row) => [...row.children].filter((child) => cells.has(child));
  const sentencesOf = (row) => cellsOf(row).flatMap((cell) => cells.get(cell));
  let links = null; // sentence → sentences of other rows

  function partners(sentence) {
    if (!links) {
      links = new Map();
      for (const pair of $("links").textContent.trim().split(" ").filter(Boolean)) {
        const [a, b] = pair.split("-").map((number) => $(`s${number}`));
        links.set(a, [...(links.get(a) ?? []), b]);
        links.set(b, [...(links.get(b) ?? []), a]);
      }
    }
    const home = homes.get(sentence);
    const mates = cellsOf(home.parentElement).filter((cell) => cell !== home).flatMap((cell) => cells.get(cell));
    return [...mates, ...(links.get(sentence) ?? [])];
  }

  let lit = null;
  let mates = [];

  function unlight() {
    lit?.classList.remove("lit");
    for (const mate of mates) mate.classList.remove("mate");
    lit = null;
    mates = [];
    $("peek").hidden = true;
    if (!$("differing").checked) markDiffering([]);
  }

  function light(sentence) {
    if (lit === sentence) return;
    unlight();
    lit = sentence;
    lit.classList.add("lit");
    mates = partners(sentence);
    for (const mate of mates) mate.classList.add("mate");
    if (!$("differing").checked) markDiffering([lit, ...mates]);
    if (written) level(sentence);
    else peek();
  }

  const nameOf = (sentence) => {
    const head = heads[cells.has(homes.get(sentence)) ? Number(homes.get(sentence).getAttribute("aria-colindex")) - 2 : 0];
    return `${head.querySelector(".sigil").textContent} ${head.querySelector(".name").textContent}`;
  };

  function visible(sentence) {
    if (homes.get(sentence).parentElement.hidden) return false;
    const box = sentence.getBoundingClientRect();
    const port = pane.getBoundingClientRect();
    const top = Math.max(port.top, $("tools").getBoundingClientRect().bottom, 0);
    return box.bottom > top && box.top < Math.min(port.bottom, innerHeight) && box.right > port.left && box.left < Math.min(port.right, innerWidth);
  }

  // Partners outside the window are quoted at its foot: scrolling would move what the reader points at.
  function peek() {
    const away = mates.filter((mate) => !visible(mate));
    $("peek").hidden = !away.length || !$("dock").hidden;
    $("peek").replaceChildren(
      ...away.slice(0, 4).map((mate) => {
        const line = document.createElement("p");
        const who = document.createElement("b");
        who.className = "sigil";
        who.textContent = homes.get(mate).dataset.s;
        line.append(who, mate.textContent);
        return line;
      }),
    );
  }

  // --- as written: the same sentences moved into a column a report ---------------------------------------------------
  let written = false;
  const inReport = (a, b) => a.id.slice(1) - b.id.slice(1);

  function arrange(asWritten) {
    if (asWritten === written) return;
    unlight();
    written = asWritten;
    $("as-written").setAttribute("aria-pressed", String(asWritten));
    $("as-aligned").setAttribute("aria-pressed", String(!asWritten));
    sheet.classList.toggle("written", asWritten);
    sheet.setAttribute("role", asWritten ? "group" : "table");
    if (!asWritten) {
      for (const [cell, inside] of cells) cell.replaceChildren(...inside.flatMap((sentence, index) => (index ? [" ", sentence] : [sentence])));
      for (const column of all(".column", sheet)) column.remove();
      return;
    }
    const columns = heads.map((head) => {
      const column = document.createElement("article");
      column.className = "column";
      column.tabIndex = 0;
      const copy = document.createElement("div");
      copy.className = "head";
      copy.append(...[...head.childNodes].map((node) => node.cloneNode(true)));
      column.append(copy);
      column.setAttribute("aria-label", head.textContent);
      return column;
    });
    const last = [];
    const inOrder = [...homes.keys()].sort(inReport);
    for (const sentence of inOrder) {
      const number = Number(homes.get(sentence).getAttribute("aria-colindex")) - 2;
      if (!last[number] || last[number].dataset.p !== sentence.dataset.p) {
        last[number] = document.createElement("p");
        last[number].dataset.p = sentence.dataset.p;
        columns[number].append(last[number]);
      }
      last[number].append(sentence, " ");
    }
    sheet.append(...columns);
  }

  function level(sentence) {
    const own = sentence.closest(".column");
    const top = sentence.getBoundingClientRect().top;
    const done = new Set([own]);
    for (const mate of mates) {
      const column = mate.closest(".column");
      if (done.has(column)) continue;
      done.add(column);
      column.scrollBy({ top: mate.getBoundingClientRect().top - top });
    }
  }

  // --- a finding and its places --------------------------------------------------------------------------------------
  let picked = null;
  let pieces = []; // of report text that it points at
  let places = []; // each a list of pieces
  let at = 0;
  let current = null;

  function pick(card, { alone, place = null }) {
    unpick();
    picked = card;
    const number = card.dataset.n;
    pieces = all(`[data-f~="${number}"]`, sheet);
    for (const one of pieces) {
      one.classList.add("pick");
      homes.get(one.closest(".s")).parentElement.classList.add("hit");
    }
    // pieces that follow each other are one place; of these, the words that differ are pointed at
    places = [];
    for (const one of pieces) {
      const last = places.at(-1);
      if (last && last.at(-1).nextSibling === one) last.push(one);
      else places.push([one]);
    }
    makeCurrent(card);
    const dock = $("dock");
    dock.className = `dock ${card.dataset.verdict}`;
    dock.hidden = false;
    $("peek").hidden = true;
    $("dock-text").textContent = card.querySelector("h3").textContent;
    $("dock-only").checked = alone;
    apply();
    go(place ? Math.max(places.findIndex((one) => one.includes(place)), 0) : 0, { scroll: !place });
  }

  function unpick() {
    for (const one of pieces) one.classList.remove("pick", "here");
    for (const row of all(".row.hit", sheet)) row.classList.remove("hit");
    const had = picked;
    picked = null;
    pieces = places = [];
    $("dock").hidden = true;
    if (had) apply();
    return had;
  }

  function go(index, { scroll = true } = {}) {
    if (!places.length) return;
    for (const piece of pieces) piece.classList.remove("here");
    at = (index + places.length) % places.length;
    const place = places[at].find((piece) => piece.matches("mark")) ?? places[at][0];
    place.classList.add("here");
    $("dock-count").textContent = `${at + 1} of ${places.length}`;
    live.textContent = `Place ${at + 1} of ${places.length}, ${nameOf(place.closest(".s"))}: ${places[at].map((piece) => piece.textContent).join("")}`;
    if (!scroll) return;
    if ($("dock-only").checked && !written && at === 0) $("reports").scrollIntoView();
    show(place);
  }

  function show(element) {
    const sentence = element.closest(".s");
    if (homes.get(sentence).parentElement.hidden) {
      $("dock-only").checked = filter.agreed.checked = $("single").checked = false;
      clear();
    }
    element.scrollIntoView({ block: visible(sentence) ? "nearest" : "center", inline: "nearest", behavior: calm.matches ? "auto" : "instant" });
    if (written) {
      lit = null;
      light(sentence);
    }
  }

  function makeCurrent(card) {
    current?.classList.remove("current");
    current = card;
    card.classList.add("current");
  }

  function step(by) {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    const from = shown.indexOf(current);
    const next = shown[from < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(from + by, 0), shown.length - 1)];
    makeCurrent(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  function toCard() {
    const card = unpick() ?? current;
    if (!card) return;
    if (card.hidden) clear();
    card.scrollIntoView({ block: "center" });
    card.focus({ preventScroll: true });
  }

  function follow() {
    const target = $(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches(".card")) {
      if (target.hidden) {
        allNotes = true;
        if (filter.settled && target.dataset.state !== "new") filter.settled.checked = true;
        clear();
      }
      makeCurrent(target);
      target.scrollIntoView({ block: "start" });
      target.focus({ preventScroll: true });
    } else if (target?.matches(".s")) {
      show(target);
      light(target);
      target.focus({ preventScroll: true });
    }
  }

  // --- what the reader does ------------------------------------------------------------------------------------------
  const selecting = () => String(getSelection()) !== "";

  document.addEventListener("click", (event) => {
    const target = event.target;
    const chip = target.closest(".chip[data-verdict]");
    if (chip) {
      const on = chip.getAttribute("aria-pressed") !== "true";
      chip.setAttribute("aria-pressed", String(on));
      verdicts[on ? "add" : "delete"](chip.dataset.verdict);
      return apply();
    }
    const link = target.closest('a[href^="#"]');
    if (link) {
      // also when the address does not change
      if (link.hash === location.hash) follow();
      return undefined;
    }
    const place = target.closest("[data-f]");
    if (place && sheet.contains(place)) {
      const number = place.dataset.f.split(" ").find((one) => !cards.find((card) => card.dataset.n === one)?.matches(".only-here")) ?? place.dataset.f.split(" ")[0];
      return pick(cards.find((card) => card.dataset.n === number), { alone: false, place });
    }
    const card = target.closest(".card");
    if (card && !target.closest("a") && !selecting()) pick(card, { alone: true });
    return undefined;
  });

  for (const [id, act] of [
    ["clear", clear],
    ["more", () => { allNotes = true; apply(); }],
    ["as-aligned", () => arrange(false)],
    ["as-written", () => arrange(true)],
    ["dock-on", () => go(at + 1)],
    ["dock-back", () => go(at - 1)],
    ["dock-card", toCard],
    ["dock-close", unpick],
    ["help", () => $("keys").showModal()],
    ["keys-close", () => $("keys").close()],
    ["theme", () => theme(true)],
  ]) $(id)?.addEventListener("click", act);
  for (const id of ["check", "outlet", "agreed", "settled", "single", "dock-only"]) $(id)?.addEventListener("change", apply);
  let typing = 0;
  filter.text.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(apply, 80);
  });
  $("differing").addEventListener("change", () => markDiffering($("differing").checked ? [...homes.keys()] : []));

  let pointing = 0;
  sheet.addEventListener("pointerover", (event) => {
    const sentence = event.target.closest(".s");
    clearTimeout(pointing);
    pointing = setTimeout(() => (sentence ? light(sentence) : unlight()), sentence ? 70 : 250);
  });
  sheet.addEventListener("pointerleave", () => {
    clearTimeout(pointing);
    pointing = setTimeout(unlight, 250);
  });
  sheet.addEventListener("focusin", (event) => {
    const sentence = event.target.closest(".s");
    if (!sentence) return;
    roving.tabIndex = -1;
    roving = sentence;
    roving.tabIndex = 0;
    light(sentence);
    live.textContent = mates.length ? `Also told by ${[...new Set(mates.map(nameOf))].slice(0, 8).join(", ")}` : "Only here";
  });

  // one sentence can be reached with Tab, the others from it with the arrows
  let roving = homes.keys().next().value ?? document.createElement("span");
  roving.tabIndex = 0;

  function stroll(sentence, key) {
    const home = homes.get(sentence);
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const line = partners(sentence);
      const column = (one) => Number(homes.get(one).getAttribute("aria-colindex"));
      const side = line.filter((one) => (key === "ArrowLeft" ? column(one) < column(sentence) : column(one) > column(sentence)));
      return side.sort((a, b) => (key === "ArrowLeft" ? column(b) - column(a) : column(a) - column(b)))[0];
    }
    const by = key === "ArrowDown" ? 1 : -1;
    const same = [...homes.keys()].filter((one) => homes.get(one).dataset.s === home.dataset.s && !homes.get(one).parentElement.hidden);
    if (written) same.sort(inReport);
    return same[same.indexOf(sentence) + by];
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => go(at + 1),
    p: () => go(at - 1),
    "/": () => filter.text.focus(),
    "?": () => $("keys").showModal(),
    h: () => filter.agreed.click(),
    t: () => theme(true),
    w: () => arrange(!written),
    Enter: () => current === document.activeElement && pick(current, { alone: true }),
    o: () => current && pick(current, { alone: true }),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
    const target = event.target;
    if (event.key === "Escape") {
      if (target === filter.text && filter.text.value) clear();
      else if (picked) toCard();
      else {
        unlight();
        target.blur();
      }
      return;
    }
    if (target.matches("input[type=search], select")) return;
    if (event.key.startsWith("Arrow") && target.matches(".s")) {
      const next = stroll(target, event.key);
      if (next) {
        next.focus({ preventScroll: true });
        next.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      event.preventDefault();
      return;
    }
    if (event.key === "Enter" && target.closest("button, a, summary, input")) return;
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // --- light and dark ------------------------------------------------------------------------------------------------
  const THEMES = ["auto", "light", "dark"];
  let chosen = "auto";
  try {
    chosen = localStorage.getItem("storydiff-theme") ?? "auto";
  } catch {
    // a page on disk may have no storage; then the choice lasts as long as the page
  }

  function theme(next) {
    if (next) chosen = THEMES[(THEMES.indexOf(chosen) + 1) % THEMES.length];
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
    else delete root.dataset.theme;
    $("theme").textContent = `Theme: ${THEMES.includes(chosen) ? chosen : "auto"}`;
    try {
      if (next) localStorage.setItem("storydiff-theme", chosen);
    } catch {
      // as above
    }
  }

  theme(false);
  new ResizeObserver(() => {
    const fixed = getComputedStyle($("tools")).position === "sticky";
    root.style.setProperty("--tools", fixed ? `${$("tools").offsetHeight}px` : "0px");
  }).observe($("tools"));
  apply();
  addEventListener("hashchange", follow);
  if (location.hash.length > 1) follow();
})();
