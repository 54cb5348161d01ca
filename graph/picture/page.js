'use strict';
const svg = document.querySelector('#stage svg');
const details = JSON.parse(document.getElementById('details').textContent);
const told = document.getElementById('told');
const all = (selector) => [...svg.querySelectorAll(selector)];
const whole = svg.viewBox.baseVal;
let box = {x: whole.x, y: whole.y, width: whole.width, height: whole.height};

function show() {
  svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
}

function place(event) { // of the pointer, in the drawing
  const at = new DOMPoint(event.clientX, event.clientY);
  return at.matrixTransform(svg.getScreenCTM().inverse());
}

svg.addEventListener('wheel', (event) => {
  event.preventDefault();
  const by = event.deltaY > 0 ? 1.2 : 1 / 1.2;
  const at = place(event);
  box = {x: at.x - (at.x - box.x) * by, y: at.y - (at.y - box.y) * by,
    width: box.width * by, height: box.height * by};
  show();
}, {passive: false});

let grip = null;
let moved = false;
svg.addEventListener('pointerdown', (event) => { grip = place(event); moved = false; });
window.addEventListener('pointerup', () => { grip = null; });
svg.addEventListener('pointermove', (event) => {
  if (!grip) return;
  const at = place(event);
  if (Math.abs(at.x - grip.x) + Math.abs(at.y - grip.y) > 2) moved = true;
  box.x += grip.x - at.x;
  box.y += grip.y - at.y;
  show();
});

function keep(ids) { // these nodes, their names, and the lines between any of them and the first
  all('.kept').forEach((each) => each.classList.remove('kept'));
  svg.classList.toggle('chosen', ids !== null);
  if (ids === null) return;
  all('.node, .name').forEach((each) => {
    if (ids.has(each.dataset.id ?? each.dataset.of)) each.classList.add('kept');
  });
}

function explain(id) {
  told.replaceChildren(...(details[id] ?? [id]).flatMap(lines));
  told.hidden = false;
}

function lines(text) {
  const line = document.createElement('p');
  line.dir = 'auto';
  line.textContent = text;
  return [line];
}

svg.addEventListener('click', (event) => {
  if (moved) return;
  const hit = event.target.closest('.node, .edge');
  if (!hit) { keep(null); told.hidden = true; return; }
  const id = hit.dataset.id;
  const edges = hit.classList.contains('edge') ? [hit]
    : all('.edge').filter((each) => each.dataset.from === id || each.dataset.to === id);
  const ids = new Set(hit.classList.contains('edge') ? [] : [id]);
  edges.forEach((each) => ids.add(each.dataset.from).add(each.dataset.to));
  keep(ids);
  edges.forEach((each) => each.classList.add('kept'));
  explain(id);
});

document.getElementById('find').addEventListener('input', (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  if (!wanted) { keep(null); return; }
  const found = Object.keys(details).filter(
    (id) => details[id].join('\n').toLowerCase().includes(wanted));
  keep(new Set(found));
});
