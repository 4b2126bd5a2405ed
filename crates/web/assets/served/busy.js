// While a form is on its way, its button says so and cannot be pressed again; where the form has room for words, they say
// what is being done, also to those who do not see the button.
addEventListener("submit", (event) => {
  const button = event.submitter;
  const label = button?.dataset.busy && button.querySelector(".kern-label");
  if (!label) return;
  const idle = label.textContent;
  label.textContent = button.dataset.busy;
  button.disabled = true;
  const words = event.target.querySelector("[data-busy-words]");
  if (words) words.textContent = words.dataset.busyWords;
  // whoever comes back finds the page as it was left
  addEventListener("pagehide", () => {
    label.textContent = idle;
    button.disabled = false;
    if (words) words.textContent = "";
  }, { once: true });
});
