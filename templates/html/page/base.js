// What every other piece uses: the plan's data, the words, and how elements are made.
const desk = JSON.parse(document.getElementById("desk").textContent);
const language = document.documentElement.lang;
const all = (what, within = document) => [...within.querySelectorAll(what)];
const one = (what, within = document) => within.querySelector(what);

function make(name, given = {}, ...inside) {
  const element = Object.assign(document.createElement(name), given);
  element.append(...inside);
  return element;
}

function button(text, does, given = {}) {
  const element = make("button", { type: "button", textContent: text, ...given });
  element.addEventListener("click", () => does(element));
  return element;
}

function say(key, gaps = {}) {
  return desk.words[key].replace(/\{(\w+)\}/g, (whole, gap) => (gap in gaps ? String(gaps[gap]) : whole));
}

// One place that a screen reader follows.
const status = make("p", { className: "status", role: "status" });
function announce(text) {
  status.textContent = text;
}

// Days are counted from the plan's first, in UTC, so that no clock change ever adds or drops one.
const DAY = 86400000;
const dayOf = (text) => Math.round((Date.parse(`${text}T00:00Z`) - Date.parse(`${desk.first}T00:00Z`)) / DAY);
const isoOf = (day) => new Date(Date.parse(`${desk.first}T00:00Z`) + day * DAY).toISOString().slice(0, 10);
const mondayOf = (day) => day - ((new Date(isoOf(day)).getUTCDay() + 6) % 7);
const written = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
  weekday: "short", day: "numeric", month: "long", timeZone: "UTC",
});
const dateOf = (day) => written.format(new Date(isoOf(day)));

// Posts: {task, number, day, hour, place, change}; a touch has no day.
const posts = desk.days.flatMap((rows, day) =>
  rows.map(([task, number, hour, place = -1, change]) => ({ task, number, day, hour, place, change })));
const touches = desk.touches.map(([task, after, place]) => ({ task, number: 0, after, place }));
const by = (field) => {
  const found = new Map();
  for (const post of [...posts, ...touches]) found.set(post[field], [...(found.get(post[field]) ?? []), post]);
  return found;
};
const postsOf = by("task");

const tasks = desk.tasks.map(([key, name, stage, kind, person, duty]) => ({ key, name, stage, kind, person, duty }));
const figures = all("figure.words");
const texts = figures.map((figure) => one("pre", figure));

function wordsOf({ place, change }) {
  if (place < 0) return "";
  const text = texts[place].textContent;
  if (change === undefined) return text;
  if (typeof change === "string") return change;
  const lines = text.split("\n");
  for (const [number, line] of change) lines[number] = line;
  return lines.join("\n");
}

function whoOf({ person, duty }) {
  const name = person < 0 ? say("nobody") : desk.people[person];
  return duty < 0 ? name : say("who", { name, duty: desk.duties[duty] });
}
