// The wiring, once everything stands.
function go(day) {
  show(day);
  tell();
}

for (const element of all("#today [data-step]")) {
  const step = Number(element.dataset.step);
  element.addEventListener("click", () => go(step ? days.shown + step : days.now));
}
one("#today input[type=date]").addEventListener("change", ({ target }) => {
  const day = dayOf(target.value);
  if (Number.isFinite(day)) go(day);
});
one("#today .export").addEventListener("click", download);
one("#today .import").addEventListener("click", () => one("#today input[type=file]").click());
one("#today input[type=file]").addEventListener("change", ({ target }) => load(target));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => (find(), tell())));
for (const kind of ["input", "change"]) form.addEventListener(kind, () => (find(), tell()));
addEventListener("hashchange", hear);
hear();
