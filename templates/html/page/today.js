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

function entry(post) {
  const task = tasks[post.task];
  const text = wordsOf(post);
  const row = make("li", { className: desk.stages[task.stage][0] });
  const when = post.after ?? (post.hour || say("any_hour"));
  const name = post.after ? task.name : `${post.hour} ${task.name}`.trim();
  const head = make("p", { className: "what" }, make("b", { textContent: task.name }),
    make("span", { textContent: `${desk.kinds[task.kind][1]} · ${desk.stages[task.stage][1]} · ${whoOf(task)}` }));
  const body = make("div", {}, head);
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
  const mine = posts.filter((post) => post.day === day && wanted(tasks[post.task]));
  const clock = touches.filter((post) => wanted(tasks[post.task]));
  one(".date", section).textContent = dateOf(day);
  one(".said", section).textContent = situation(day) || (mine.length ? "" : say("free_for"));
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
