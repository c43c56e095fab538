// The page works without this script; with it, it can be filtered, and findings, places and sentences lead on.
// Text of reports only ever moves as text: nodes are shown, hidden or moved, and new ones are made with textContent.

const root = document.documentElement;
const $ = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const sheet = $("sheet");
const pane = $("pane");
const live = $("live");
const cards = all(".card");
const rows = all(".row:not(.heads)", sheet);
const heads = all(".head", sheet);

// Words marked without changing the document, by the browser's custom highlights; a browser without them marks none.
const highlights = globalThis.CSS?.highlights;
const MOST = 400; // findings and rows in which the words sought are marked

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
  const shown = [...cards, ...rows].filter((one) => !one.hidden).slice(0, MOST);
  for (const node of shown.flatMap((one) => (cards.includes(one) ? [one] : sentencesOf(one))).flatMap(textNodes)) {
    const text = node.data.toLowerCase();
    if (text.length !== node.data.length) continue; // some capitals have longer small forms
    for (const word of words) {
      for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
        ranges.push(range(node, from, node, from + word.length));
      }
    }
  }
  highlights.set("sought", new Highlight(...ranges));
}

// static: a live range would have to be kept right whenever a node moves
const range = (startContainer, startOffset, endContainer, endOffset) =>
  new StaticRange({ startContainer, startOffset, endContainer, endOffset });

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
