// One language at a time, by the address: #ar, #en, or the name of anything below it. Without this
// script both languages stand one after the other.
const parts = [...document.querySelectorAll("main")];
function show() {
  const wanted = location.hash.slice(1, 3);
  const language = parts.some((part) => part.lang === wanted) ? wanted : "en";
  for (const part of parts) part.hidden = part.lang !== language;
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const link of document.querySelectorAll("[data-language]"))
    link.toggleAttribute("aria-current", link.dataset.language === language);
  const target = location.hash.length > 3 && document.getElementById(location.hash.slice(1));
  if (target) target.scrollIntoView();
}
addEventListener("hashchange", show);
show();
