// Ticks: what is done, kept by this browser under the plan's name and opening day.
const KEPT = `groupplan ticks ${desk.plan} ${desk.opens}`;
const MOST = 1048576;
const done = new Set(kept());
const boxes = [];

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(found) ? found.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify([...done].sort()));
  } catch {
    announce(say("not_kept"));
  }
}

const idOf = ({ task, number }) => `${tasks[task].key}/${number}`;

// "12" is a task with all its days, "12/3" one of them, "12/3-9" several.
function postsAt(mark) {
  const [task, numbers] = mark.split("/");
  const [first, last = first] = (numbers ?? "").split("-");
  const found = postsOf.get(Number(task)) ?? [];
  return numbers ? found.filter(({ number }) => number >= first && number <= last) : found;
}

function box(ids, name, row) {
  const element = make("input", { type: "checkbox", className: "tick", ariaLabel: say("done_of", { name }) });
  element.addEventListener("change", () => {
    for (const id of ids) element.checked ? done.add(id) : done.delete(id);
    keep();
    refresh();
  });
  boxes.push({ element, ids, row });
  return element;
}

function refresh() {
  for (const { element, ids, row } of boxes) {
    const count = ids.reduce((sum, id) => sum + done.has(id), 0);
    element.checked = count === ids.length;
    element.indeterminate = count > 0 && count < ids.length;
    row.classList.toggle("done", element.checked);
  }
  const count = posts.filter((post) => done.has(idOf(post))).length;
  one("#today .progress").textContent = say("progress", { count, of: posts.length });
}

function exported() {
  return JSON.stringify({ groupplan: 1, plan: desk.plan, opens: desk.opens, done: [...done].sort() }, null, 1);
}

function download() {
  const address = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
  const name = `${desk.plan.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "-").slice(0, 60)}.ticks.json`;
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// A sentence for what came of it; ticks of both sides are kept.
function taken(text) {
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    return say("import_not");
  }
  const sound = given?.groupplan === 1 && typeof given.plan === "string" && Array.isArray(given.done);
  if (!sound || given.done.some((id) => typeof id !== "string" || id.length > 300)) return say("import_not");
  if (given.plan !== desk.plan) return say("import_other", { plan: given.plan.slice(0, 80), here: desk.plan });
  const known = new Set(boxes.flatMap(({ ids }) => ids));
  const mine = given.done.filter((id) => known.has(id));
  mine.forEach((id) => done.add(id));
  keep();
  refresh();
  return say("import_done", { count: mine.length, left: given.done.length - mine.length });
}

async function load(input) {
  const [file] = input.files;
  if (!file) return;
  announce(file.size > MOST ? say("import_not") : taken(await file.text()));
  input.value = "";
}

for (const row of all("tr[data-t]")) {
  const ids = postsAt(row.dataset.t).map(idOf);
  const name = tasks[parseInt(row.dataset.t, 10)].name;
  const when = row.dataset.t.includes("/") ? ` ${row.cells[0].firstChild.textContent}` : "";
  const cell = [...row.cells].find(({ textContent }) => textContent.startsWith(name)) ?? row.cells[0];
  if (ids.length) cell.prepend(box(ids, name + when, row));
}
for (const list of all("ul.ticks")) {
  [...list.children].forEach((row, number) => {
    const name = row.textContent.replace("☐", "").trim();
    one("span", row).replaceWith(box([`:${list.dataset.list}/${number}`], name, row));
  });
}
addEventListener("storage", ({ key }) => {
  if (key !== KEPT) return;
  done.clear();
  kept().forEach((id) => done.add(id));
  refresh();
});
