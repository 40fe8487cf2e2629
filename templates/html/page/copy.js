// Copying: the text as it stands, line breaks and all.
async function put(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return putByCommand(text);
  }
}

// Where the clipboard is closed to pages: an old way that needs a field.
function putByCommand(text) {
  const before = document.activeElement;
  const field = make("textarea", { value: text, readOnly: true, className: "away" });
  document.body.append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  field.remove();
  before?.focus?.({ preventScroll: true });
  return done;
}

function copier(text, name, shown) {
  return button(say("copy"), async (element) => {
    const done = await put(text());
    if (!done) getSelection().selectAllChildren(shown());
    element.textContent = say(done ? "copied" : "selected");
    announce(say(done ? "copied_of" : "selected_of", { name }));
    setTimeout(() => (element.textContent = say("copy")), 2500);
  }, { className: "copy", ariaLabel: say("copy_of", { name }) });
}

figures.forEach((figure, place) => {
  const part = figure.closest(".part")?.firstElementChild.textContent ?? "";
  const name = `${part} ${one("figcaption b", figure).textContent}`.trim();
  one("figcaption", figure).append(copier(() => texts[place].textContent, name, () => texts[place]));
});
