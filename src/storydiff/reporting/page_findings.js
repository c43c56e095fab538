// A finding and its places in the reports.
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
  if (place) go(places.findIndex((one) => one.includes(place)), { scroll: false });
  else go(0, { first: true });
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

function go(index, { scroll = true, first = false } = {}) {
  if (!places.length) return;
  for (const piece of pieces) piece.classList.remove("here");
  at = (index + places.length) % places.length;
  const place = places[at].find((piece) => piece.matches("mark")) ?? places[at][0];
  place.classList.add("here");
  $("dock-count").textContent = `${at + 1} of ${places.length}`;
  const words = places[at].map((piece) => piece.textContent).join("");
  live.textContent = `Place ${at + 1} of ${places.length}, ${nameOf(place.closest(".s"))}: ${words}`;
  if (first && !written) bring([$("reports"), "start"], [place, "nearest"]);
  else if (scroll) show(place);
}

// What comes near is laid out only then, and moves what was scrolled to: so scroll again, until it lies still.
let bringing = 0;
function bring(...steps) {
  const turn = ++bringing;
  let left = 5;
  const scroll = () => {
    if (turn !== bringing || !left--) return;
    for (const [element, block] of steps) element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
    requestAnimationFrame(scroll);
  };
  scroll();
}

function show(element) {
  const sentence = element.closest(".s");
  if (homes.get(sentence).parentElement.hidden) {
    $("dock-only").checked = filter.agreed.checked = $("single").checked = false;
    clear();
  }
  bring([element, visible(sentence) ? "nearest" : "center"]);
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
  bring([next, "nearest"]);
}

function toCard() {
  const card = unpick() ?? current;
  if (!card) return;
  if (card.hidden) clear();
  bring([card, "center"]);
  card.focus({ preventScroll: true });
}

function follow() {
  const target = $(location.hash.slice(1));
  if (target?.matches(".card")) {
    if (target.hidden) {
      allNotes = true;
      if (filter.settled && target.dataset.state !== "new") filter.settled.checked = true;
      clear();
    }
    makeCurrent(target);
    bring([target, "start"]);
    target.focus({ preventScroll: true });
  } else if (target?.matches(".s")) {
    show(target);
    light(target);
    target.focus({ preventScroll: true });
  }
}
