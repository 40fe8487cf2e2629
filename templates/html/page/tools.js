// What only a script can use comes out of its template; the rest of the page was there already.
one("main").prepend(one("#tools").content.cloneNode(true));
document.body.append(status);
