// Filters, and what the reader does.

// --- filters
const NOTES = 6; // findings of "only here" that are shown at first; there may be a hundred
let allNotes = false;
const verdicts = new Set();
const filter = { text: $("text"), check: $("check"), outlet: $("outlet"), agreed: $("agreed"), settled: $("settled") };
let rowTexts = null;
let cardTexts = null;

function fits(card, words) {
  const { verdict, check, columns, state } = card.dataset;
  if (state !== "new" && !filter.settled?.checked) return false;
  if (verdicts.size && !verdicts.has(verdict)) return false;
  if (filter.check?.value && filter.check.value !== check) return false;
  if (filter.outlet.value && !columns.split(" ").includes(filter.outlet.value)) return false;
  return words.every((word) => cardTexts.get(card).includes(word));
}

function apply() {
  const words = filter.text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = (elements) => elements.map((element) => element.textContent).join(" ").toLowerCase();
  if (words.length) {
    rowTexts ??= new Map(rows.map((row) => [row, textOf(sentencesOf(row))]));
    cardTexts ??= new Map(cards.map((card) => [card, textOf([card])]));
  }
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
      (filter.outlet.value !== "" && !cellsOf(row).some((cell) => cell.matches(`.c${filter.outlet.value}`))) ||
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

// --- what the reader does
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
    const of = place.dataset.f.split(" ").map((number) => cards.find((card) => card.dataset.n === number));
    return pick(of.find((card) => !card.matches(".only-here")) ?? of[0], { alone: false, place });
  }
  const card = target.closest(".card");
  if (card && !target.closest("a") && !selecting()) pick(card, { alone: true });
  return undefined;
});

for (const [id, act] of [
  ["clear", clear],
  ["more", () => apply((allNotes = true))],
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
for (const id of ["check", "outlet", "agreed", "settled", "single", "dock-only"]) {
  $(id)?.addEventListener("change", apply);
}
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
  const others = [...new Set(mates.map(nameOf))].slice(0, 8);
  live.textContent = others.length ? `Also told by ${others.join(", ")}` : "Only here";
});

// one sentence can be reached with Tab, the others from it with the arrows
let roving = homes.keys().next().value ?? document.createElement("span");
roving.tabIndex = 0;

function stroll(sentence, key) {
  const home = homes.get(sentence);
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const by = key === "ArrowRight" ? 1 : -1;
    const distance = (one) => (columnOf(one) - columnOf(sentence)) * by;
    const side = partners(sentence).filter((one) => distance(one) > 0);
    return side.sort((a, b) => distance(a) - distance(b))[0];
  }
  const by = key === "ArrowDown" ? 1 : -1;
  const reachable = (one) => homes.get(one).dataset.s === home.dataset.s && !homes.get(one).parentElement.hidden;
  const same = [...homes.keys()].filter(reachable);
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
      bring([next, "nearest"]);
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

// --- light and dark
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
