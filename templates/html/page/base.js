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
// As the plan writes dates: "3 月 8 日 周一", "Mon 8 March".
const spoken = language === "en" ? "en-GB" : language;
const part = (given) => new Intl.DateTimeFormat(spoken, { ...given, timeZone: "UTC" });
const [weekday, monthDay] = [part({ weekday: "short" }), part({ day: "numeric", month: "long" })];
const shortOf = (day) => monthDay.format(new Date(isoOf(day))).replace(/(\d+)([月日])/g, "$1 $2 ").trim();
function dateOf(day) {
  const name = weekday.format(new Date(isoOf(day)));
  return language === "en" ? `${name} ${shortOf(day)}` : `${shortOf(day)} ${name}`;
}
const listed = (names) => new Intl.ListFormat(spoken).format(names);

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

// Name and output of a task are read off the table of its stage; one that stands in none brings them along.
const standing = new Map(all("[class*='t-tasks-'] tr[data-t] > td:first-child").map((cell) =>
  [cell.parentElement.dataset.t, [...cell.childNodes]]));
const written = (nodes) => nodes.map((node) => (node.nodeName === "BR" ? "\n" : node.textContent)).join("")
  .replaceAll("\u00a0", " ");
const tasks = desk.tasks.map(([key, stage, kind, person, duty, effort, whither, ...rest], number) => {
  const [first, , ...others] = standing.get(String(number)) ?? [];
  const [name, output] = first ? [written([first]), written(others)] : rest;
  return { key, name, stage, kind, person, duty, effort: desk.phrases[effort], whither: desk.phrases[whither], output };
});
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

// What the sender fills in first, in the signs it stands in.
function blanksOf(text) {
  const found = text.match(language === "en" ? /\[[^[\]]{1,40}\](?!\()/g : /【[^【】]{1,40}】/g) ?? [];
  return [...new Set(found)].join(language === "en" ? ", " : "、");
}

function whoOf({ person, duty }) {
  const name = person < 0 ? say("nobody") : desk.people[person];
  return duty < 0 ? name : say("who", { name, duty: desk.duties[duty] });
}
