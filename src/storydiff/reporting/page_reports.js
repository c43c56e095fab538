// The reports: sentences and their partners, aligned or as written.

// --- sentences and their partners
const homes = new Map(); // sentence → its cell, also while it stands in a column
const cells = new Map(); // cell → its sentences
for (const cell of all(".cell", sheet)) {
  const inside = [...cell.children];
  cells.set(cell, inside);
  for (const sentence of inside) homes.set(sentence, cell);
}
const cellsOf = (row) => [...row.children].filter((child) => cells.has(child));
const columnOf = (sentence) => Number(homes.get(sentence).getAttribute("aria-colindex")) - 2; // from 0
const sentencesOf = (row) => cellsOf(row).flatMap((cell) => cells.get(cell));
let links = null; // sentence → sentences that tell the same

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
  const linked = new Set(links.get(sentence));
  // of a row mate, what is linked; all of it, where the row came about through other reports
  const mates = cellsOf(home.parentElement)
    .filter((cell) => cell !== home)
    .map((cell) => cells.get(cell))
    .flatMap((inside) => (inside.some((one) => linked.has(one)) ? inside.filter((one) => linked.has(one)) : inside));
  return [...new Set([...mates, ...linked])];
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
  const head = heads[columnOf(sentence)];
  return `${head.querySelector(".sigil").textContent} ${head.querySelector(".name").textContent}`;
};

function visible(sentence) {
  if (homes.get(sentence).parentElement.hidden) return false;
  const box = sentence.getBoundingClientRect();
  const port = pane.getBoundingClientRect();
  const top = Math.max(port.top, $("tools").getBoundingClientRect().bottom, 0);
  const level = box.bottom > top && box.top < Math.min(port.bottom, innerHeight);
  return level && box.right > port.left && box.left < Math.min(port.right, innerWidth);
}

// Partners outside the window are quoted at its foot, or at its head where the sentence itself is at the foot:
// scrolling would move what the reader points at.
function peek() {
  const away = mates.filter((mate) => !visible(mate));
  $("peek").classList.toggle("high", lit.getBoundingClientRect().bottom > innerHeight / 2);
  $("peek").hidden = !away.length || !$("dock").hidden;
  const label = document.createElement("small");
  label.textContent = "Also told, out of view";
  $("peek").replaceChildren(
    label,
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

// --- as written: the same sentences moved into a column a report
const TABLE = ["role", "aria-label", "aria-colcount", "aria-rowcount"].map((name) => [name, sheet.getAttribute(name)]);
let written = false;
const inReport = (a, b) => a.id.slice(1) - b.id.slice(1);

function arrange(asWritten) {
  if (asWritten === written) return;
  unlight();
  written = asWritten;
  $("as-written").setAttribute("aria-pressed", String(asWritten));
  $("as-aligned").setAttribute("aria-pressed", String(!asWritten));
  sheet.classList.toggle("written", asWritten);
  for (const [name, value] of TABLE) {
    if (asWritten) sheet.removeAttribute(name);
    else sheet.setAttribute(name, value);
  }
  if (!asWritten) {
    for (const [cell, inside] of cells) {
      cell.replaceChildren(...inside.flatMap((one, index) => (index ? [" ", one] : [one])));
    }
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
  const last = []; // paragraph of each column
  for (const sentence of [...homes.keys()].sort(inReport)) {
    const number = columnOf(sentence);
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
