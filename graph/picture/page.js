'use strict';
const stage = document.getElementById('stage');
const svg = stage.querySelector('svg');
const details = JSON.parse(document.getElementById('details').textContent);
const told = document.getElementById('told');
const count = document.getElementById('count');
const all = (selector) => [...svg.querySelectorAll(selector)];
const whole = {...['x', 'y', 'width', 'height'].reduce(
  (sides, side) => ({...sides, [side]: svg.viewBox.baseVal[side]}), {})};
const LEAST = 10; // pixels of a letter that can be read
const ROOM = 2; // pixels between names
let box = {...whole};

// Names keep a size that can be read; of those that would cover each other the heaviest stays.
const nodes = new Map(all('.node').map((each) => [each.dataset.id, each]));
const weight = (name) => Number(nodes.get(name.dataset.of)?.getAttribute('r') ?? 0);
function middle(group) { // of the disc that a name belongs to, in the drawing
  const at = svg.getScreenCTM().inverse().multiply(group.getScreenCTM());
  return {x: at.e, y: at.f};
}

const names = all('.name').map((group) => ({
  group,
  frame: group.getBBox(),
  moved: group.getAttribute('transform'),
  origin: middle(group),
  size: Number(group.firstElementChild.getAttribute('font-size')),
})).sort((one, other) => weight(other.group) - weight(one.group));

// Where no name may stand: title, notes, legend, and discs, unless they are much smaller than its own.
const drawing = svg.getScreenCTM().inverse();
const fixed = all('svg > text, .legend, circle.node').map((each) => {
  const {left, top, right, bottom} = each.getBoundingClientRect();
  const corners = [new DOMPoint(left, top), new DOMPoint(right, bottom)];
  const [from, to] = corners.map((corner) => corner.matrixTransform(drawing));
  return {each, rect: [from.x, from.y, to.x, to.y], r: Number(each.getAttribute('r') ?? Infinity)};
});
const overlap = (one, other) => one[0] < other[2] && other[0] < one[2]
  && one[1] < other[3] && other[1] < one[3];

function name() {
  const scale = svg.getScreenCTM().a;
  const stones = fixed.filter(({each}) => !each.classList.contains('off'));
  const taken = [];
  const isKept = ({group}) => svg.classList.contains('chosen') && group.classList.contains('kept');
  const ordered = [...names.filter(isKept), ...names.filter((each) => !isKept(each))];
  for (const {group, frame, moved, origin, size} of ordered) {
    const by = Math.max(1, LEAST / (size * scale));
    group.setAttribute('transform', `${moved} scale(${by})`);
    const gap = by > 1 ? ROOM / scale : 0;
    const left = origin.x + frame.x * by - gap;
    const top = origin.y + frame.y * by - gap;
    const rect = [left, top, left + frame.width * by + 2 * gap, top + frame.height * by + 2 * gap];
    const least = weight(group) * 0.6;
    const isCovered = by > 1 && (taken.some((other) => overlap(rect, other))
      || stones.some((other) => other.r > least && overlap(rect, other.rect)));
    group.classList.toggle('covered', isCovered);
    if (!isCovered && !group.classList.contains('off')) taken.push(rect);
  }
}

let isAsked = false;
function show() {
  svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => { isAsked = false; name(); });
}

function place(event) { // of the pointer, in the drawing
  const at = new DOMPoint(event.clientX, event.clientY);
  return at.matrixTransform(svg.getScreenCTM().inverse());
}

function zoom(by, at = {x: box.x + box.width / 2, y: box.y + box.height / 2}) {
  const width = Math.min(Math.max(box.width * by, whole.width / 200), whole.width * 4);
  const ratio = width / box.width;
  box = {x: at.x - (at.x - box.x) * ratio, y: at.y - (at.y - box.y) * ratio,
    width, height: box.height * ratio};
  show();
}

function fit(ids = null) { // everything, or these
  box = {...whole};
  const frames = ids === null ? [] : all('.node').filter((each) => ids.has(each.dataset.id));
  if (frames.length) {
    svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
    const back = svg.getScreenCTM().inverse();
    const corners = frames.map((each) => each.getBoundingClientRect()).flatMap((r) => [
      new DOMPoint(r.left, r.top).matrixTransform(back),
      new DOMPoint(r.right, r.bottom).matrixTransform(back)]);
    const [xs, ys] = ['x', 'y'].map((axis) => corners.map((corner) => corner[axis]));
    const [left, top] = [Math.min(...xs) - 150, Math.min(...ys) - 100];
    box = {x: left, y: top, width: Math.max(...xs) + 150 - left, height: Math.max(...ys) + 100 - top};
  }
  show();
}

svg.addEventListener('wheel', (event) => {
  event.preventDefault();
  zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, place(event));
}, {passive: false});

const fingers = new Map();
let moved = 0;
svg.addEventListener('pointerdown', (event) => {
  fingers.set(event.pointerId, event);
  moved = 0;
});
for (const end of ['pointerup', 'pointercancel']) {
  window.addEventListener(end, (event) => { fingers.delete(event.pointerId); });
}
svg.addEventListener('pointermove', (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
  const [from, to] = [place(before), place(event)];
  const other = [...fingers.values()].find((each) => each.pointerId !== event.pointerId);
  fingers.set(event.pointerId, event);
  if (other) { // two fingers
    const far = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    zoom(far(before) / Math.max(far(event), 1), place(other));
    return;
  }
  box = {...box, x: box.x + from.x - to.x, y: box.y + from.y - to.y};
  show();
});

function keep(ids) { // these nodes, their names, and the lines between any of them and the first
  all('.kept').forEach((each) => each.classList.remove('kept'));
  svg.classList.toggle('chosen', ids !== null);
  if (ids !== null) {
    all('.node, .name').forEach((each) => {
      if (ids.has(each.dataset.id ?? each.dataset.of)) each.classList.add('kept');
    });
  }
  show();
}

function explain(id) {
  told.replaceChildren(...(details[id] ?? [id]).map(line));
  told.hidden = false;
}

function line(text) { // addresses become links, everything else stays text
  const paragraph = document.createElement('p');
  paragraph.dir = 'auto';
  for (const part of text.split(/(https?:\/\/[^\s<>"]*[^\s<>",.;])/)) {
    if (!/^https?:\/\//.test(part)) { paragraph.append(part); continue; }
    const link = document.createElement('a');
    Object.assign(link, {href: part, textContent: part, target: '_blank', rel: 'noopener noreferrer'});
    paragraph.append(link);
  }
  return paragraph;
}

function choose(hit) {
  const id = hit.dataset.id;
  const edges = hit.classList.contains('edge') ? [hit]
    : all('.edge').filter((each) => each.dataset.from === id || each.dataset.to === id);
  const ids = new Set(hit.classList.contains('edge') ? [] : [id]);
  edges.forEach((each) => ids.add(each.dataset.from).add(each.dataset.to));
  keep(ids);
  edges.forEach((each) => each.classList.add('kept'));
  explain(id);
}

function nothing() {
  keep(null);
  told.hidden = true;
}

svg.addEventListener('click', (event) => {
  if (moved > 4) return;
  const entry = event.target.closest('.entry');
  if (entry) { toggle(entry); return; }
  const hit = event.target.closest('.node, .edge')
    ?? nodes.get(event.target.closest('.name')?.dataset.of);
  if (hit) choose(hit); else nothing();
});

function toggle(entry) { // show or hide what an entry of the legend stands for
  const isOff = entry.classList.toggle('off');
  entry.setAttribute('aria-pressed', String(!isOff));
  all('.node, .edge').forEach((each) => {
    if (each.dataset.kind === entry.dataset.kind) each.classList.toggle('off', isOff);
  });
  const hidden = new Set(all('.node.off').map((each) => each.dataset.id));
  names.forEach(({group}) => group.classList.toggle('off', hidden.has(group.dataset.of)));
  all('.edge').forEach((each) => each.classList.toggle(
    'loose', hidden.has(each.dataset.from) || hidden.has(each.dataset.to)));
  show();
}

all('.entry').forEach((entry) => {
  entry.setAttribute('role', 'button');
  entry.setAttribute('tabindex', '0');
  entry.setAttribute('aria-pressed', 'true');
});
all('.node').forEach((each) => { each.setAttribute('tabindex', '0'); });

const find = document.getElementById('find');
const matches = () => {
  const wanted = find.value.trim().toLowerCase();
  return wanted ? new Set([...nodes.keys()].filter(
    (id) => (details[id] ?? [id]).join('\n').toLowerCase().includes(wanted))) : null;
};
find.addEventListener('input', () => {
  const found = matches();
  count.textContent = found === null ? '' : `${found.size} / ${nodes.size}`;
  keep(found);
});
find.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') fit(matches());
});

const buttons = {closer: () => zoom(1 / 1.4), farther: () => zoom(1.4), all: () => fit()};
for (const [id, act] of Object.entries(buttons)) {
  document.getElementById(id).addEventListener('click', act);
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    find.value = '';
    count.textContent = '';
    nothing();
    return;
  }
  if (event.target === find || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = {'+': buttons.closer, '=': buttons.closer, '-': buttons.farther, 0: buttons.all};
  if (keys[event.key]) { keys[event.key](); return; }
  if (event.key !== 'Enter' && event.key !== ' ') return;
  const hit = event.target.closest?.('.entry, .node');
  if (!hit) return;
  event.preventDefault();
  if (hit.classList.contains('entry')) toggle(hit); else choose(hit);
});
window.addEventListener('resize', show);
show();
