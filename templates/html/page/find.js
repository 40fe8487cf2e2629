// Finding: what matches stays, everything else steps aside; the address tells what was asked.
const form = one("#find");
const asked = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
const folded = (text) => text.normalize("NFKC").toLowerCase();
const termsOf = ({ q = "" }) => folded(q).split(/\s+/).filter(Boolean);
const postsWith = by("place");

// Whatever can be found: an element, the posts it is about, its words.
const things = [
  ...all("tr[data-t]").map((element) => ({
    element, kind: element.dataset.t.includes("/") ? "day" : "task", posts: postsAt(element.dataset.t),
    tasks: [parseInt(element.dataset.t, 10)], words: folded(element.textContent),
  })),
  ...figures.map((element, place) => {
    const found = postsWith.get(place) ?? [];
    const title = element.closest(".part")?.firstElementChild.textContent ?? "";
    return {
      element, kind: "text", posts: found, tasks: [...new Set(found.map(({ task }) => task))],
      words: folded(`${title} ${element.textContent}`),
    };
  }),
];

function wanted(task, { who = "", stage = "", kind = "" } = asked()) {
  const number = Number(who.slice(1));
  return (!who || (who[0] === "p" ? task.person === number : task.duty === number))
    && (!stage || task.stage === Number(stage)) && (!kind || task.kind === Number(kind));
}

function matches(thing, given, terms) {
  const { who, stage, kind, week } = given;
  if ((who || stage || kind) && !thing.tasks.some((task) => wanted(tasks[task], given))) return false;
  if (week && !thing.posts.some(({ day }) => day !== undefined && mondayOf(day) === Number(week))) return false;
  return terms.every((term) => thing.words.includes(term));
}

function find() {
  const given = asked();
  const terms = termsOf(given);
  const any = Object.keys(given).length > 0;
  const count = { task: 0, day: 0, text: 0 };
  for (const thing of things) {
    const hit = any && matches(thing, given, terms);
    thing.element.toggleAttribute("data-hit", hit);
    count[thing.kind] += hit;
  }
  document.body.classList.toggle("sift", any);
  const some = count.task + count.day + count.text;
  one("output", form).textContent = any ? say(some ? "found" : "found_none", count) : "";
  one("button", form).hidden = !any;
  show(days.shown);
}

function tell() {
  const given = asked();
  if (days.shown !== days.now) given.day = isoOf(days.shown);
  const said = new URLSearchParams(given).toString();
  try {
    history.replaceState(null, "", said ? `#${said}` : location.href.split("#")[0]);
  } catch {
    // Some viewers keep the address to themselves; the page works without.
  }
}

// The other way: from the address to the form. A plain anchor shows the plan as a whole.
function hear() {
  const said = location.hash.slice(1);
  const given = said.includes("=") ? new URLSearchParams(location.hash.slice(1)) : new URLSearchParams();
  for (const field of form.elements) if (field.name) field.value = given.get(field.name) ?? "";
  const day = dayOf(given.get("day") ?? "");
  days.shown = Number.isFinite(day) && Math.abs(day) < 40000 ? day : days.now;
  find();
  if (said && !said.includes("=")) document.getElementById(said)?.scrollIntoView();
}

const option = (value, textContent) => make("option", { value, textContent });
function fill(name, options) {
  const list = form.elements[name];
  list.append(...options);
  list.closest("label").hidden = options.length < 2;
}

const usedBy = (field) => new Set(tasks.map((task) => task[field]));
const choices = (names, field, mark = "") =>
  [...names.entries()].filter(([number]) => usedBy(field).has(number)).map(([number, name]) => option(mark + number, name));
fill("stage", choices(desk.stages.map(([, label]) => label), "stage"));
fill("kind", choices(desk.kinds.map(([, label]) => label), "kind"));
fill("week", [...new Set(posts.map(({ day }) => mondayOf(day)))].map((day) =>
  option(String(day), `${shortOf(day)} – ${shortOf(day + 6)}`)));
const group = (label, options) => Object.assign(make("optgroup", {}, ...options), { label });
fill("who", [
  group(say("people"), choices(desk.people, "person", "p")), group(say("duties"), choices(desk.duties, "duty", "d")),
]);
