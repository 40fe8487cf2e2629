// Today: by the viewer's clock in the plan's time zone, or the day that the address names.
const days = { now: dayOf(now()), shown: 0 };

function now() {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" };
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: desk.zone }).format(new Date());
  } catch {
    return new Intl.DateTimeFormat("en-CA", parts).format(new Date());
  }
}

function situation(day) {
  const last = desk.days.length - 1;
  if (day < 0) return say("before", { count: -day, day: dateOf(0) });
  if (day > last) return say("after", { day: dateOf(last) });
  return desk.days[day].length ? "" : say("free");
}

const aboutOf = (task) =>
  [desk.kinds[task.kind][1], desk.stages[task.stage][1], whoOf(task), task.effort].filter(Boolean).join(say("dot"));

// As the command tells it: where it goes, what must be there when done, what to fill in before sending.
function factsOf({ whither, output }, text) {
  const blanks = blanksOf(text);
  return [whither, output && say("output", { output }), blanks && say("blanks", { blanks })].filter(Boolean);
}

// The task of a post, done by whoever has its minutes that day: the stand-in while somebody is away.
function taskOf(post) {
  const there = (desk.spent[post.day ?? days.shown] ?? []).find(([, task]) => task === post.task);
  return there ? { ...tasks[post.task], person: there[0] } : tasks[post.task];
}

// Whether a post is what was asked for: the filters and every word of the search.
function fits(post) {
  const task = taskOf(post);
  if (!wanted(task)) return false;
  const text = wordsOf(post);
  const words = folded([task.name, aboutOf(task), ...factsOf(task, text), text].join(" "));
  return termsOf(asked()).every((term) => words.includes(term));
}

// One digit behind the point; a quarter is rounded as the command rounds it.
function inHours(minutes) {
  const hours = minutes / 60;
  return say("in_hours", { count: hours % 1 === 0.25 ? Math.floor(hours) + 0.2 : Number(hours.toFixed(1)) });
}

// How many things, and whose hours they take; the newcomers' steps of the day count.
function workOf(day, mine, clock) {
  const among = new Set([...mine, ...clock].map(({ task }) => task));
  const minutes = new Map();
  for (const [person, task, spent] of desk.spent[day] ?? []) {
    if (among.has(task)) minutes.set(person, (minutes.get(person) ?? 0) + spent);
  }
  const people = [...minutes].map(([person, spent]) =>
    say("hours", { name: desk.people[person], hours: inHours(spent) }));
  const count = say(mine.length === 1 ? "count_one" : "count", { count: mine.length });
  return count + (people.length ? say("work", { people: listed(people) }) : "");
}

function entry(post) {
  const task = taskOf(post);
  const text = wordsOf(post);
  const row = make("li", { className: desk.stages[task.stage][0] });
  const when = post.after ?? (post.hour || say("any_time"));
  const name = post.after ? task.name : `${post.hour} ${task.name}`.trim();
  const head = make("p", { className: "what" }, make("b", { textContent: task.name }),
    make("span", { textContent: aboutOf(task) }));
  const facts = factsOf(task, text).map((textContent) => make("p", { className: "what" }, make("span", { textContent })));
  const body = make("div", {}, head, ...facts);
  if (traced.tasks[post.task]) head.append(asker(traced.tasks[post.task], name, () => body));
  if (text) {
    const shown = make("pre", { textContent: text });
    head.append(copier(() => text, name, () => shown));
    const first = text.trim().split("\n")[0];
    body.append(make("details", {}, make("summary", { textContent: first }), shown));
  }
  row.append(box([idOf(post)], name, row), make("time", { textContent: when }), body);
  return row;
}

function show(day) {
  days.shown = day;
  forget();
  const section = one("#today");
  const mine = posts.filter((post) => post.day === day && fits(post)).sort((one, other) => !one.hour - !other.hour);
  const clock = touches.filter(fits);
  one(".date", section).textContent = dateOf(day);
  one(".said", section).textContent = situation(day) || (mine.length ? workOf(day, mine, clock) : say("free_for"));
  one(".posts", section).replaceChildren(...mine.map(entry));
  one(".touches", section).hidden = !clock.length || day < 0 || day >= desk.days.length;
  one(".touches ol", section).replaceChildren(...clock.map(entry));
  one("input[type=date]", section).value = isoOf(day);
  one("[data-step='0']", section).disabled = day === days.now;
  one("h2", section).textContent = say(day === days.now ? "today" : "that_day");
  refresh();
}

// Boxes of a day that is no longer shown.
function forget() {
  const section = one("#today");
  for (let place = boxes.length - 1; place >= 0; place -= 1) {
    if (section.contains(boxes[place].row)) boxes.splice(place, 1);
  }
}
