// Before anything is drawn, so that a dark page does not flash white.
{
  const chosen = localStorage.getItem("medlint-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
}
