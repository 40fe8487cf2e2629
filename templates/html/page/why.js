// "Why is this here?": the row of the trace, beside the thing itself.
const heads = all(".t-trace-tasks th").map((head) => head.textContent);
const traced = { tasks: all(".t-trace-tasks tbody tr"), scripts: all(".t-trace-scripts tbody tr") };

function told(row) {
  const list = make("dl", { className: "told" });
  [...row.cells].slice(1).forEach((cell, number) => {
    const value = make("dd");
    value.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    list.append(make("div", {}, make("dt", { textContent: heads[number + 1] }), value));
  });
  return list;
}

function asker(row, name, where) {
  return button(say("why"), (element) => {
    const open = element.ariaExpanded !== "true";
    element.ariaExpanded = String(open);
    if (open) where().append(told(row));
    else one(":scope > .told", where()).remove();
  }, { className: "why", ariaExpanded: "false", ariaLabel: say("why_of", { name }) });
}

for (const row of all("table[class*='t-tasks-'] tr[data-t]")) {
  const task = parseInt(row.dataset.t, 10);
  const cell = row.cells[row.cells.length - 1];
  if (traced.tasks[task]) cell.append(" ", asker(traced.tasks[task], tasks[task].name, () => cell));
}
figures.forEach((figure, place) => {
  const row = traced.scripts[desk.scripts[place]];
  if (row) one("figcaption", figure).append(asker(row, row.cells[0].textContent, () => figure));
});
