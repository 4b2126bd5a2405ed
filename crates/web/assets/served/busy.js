// While a form is on its way, its button says so and cannot be pressed again.
addEventListener("submit", (event) => {
  const button = event.submitter;
  const label = button?.dataset.busy && button.querySelector(".kern-label");
  if (!label) return;
  const idle = label.textContent;
  label.textContent = button.dataset.busy;
  button.disabled = true;
  // whoever comes back finds the page as it was left
  addEventListener("pagehide", () => {
    label.textContent = idle;
    button.disabled = false;
  }, { once: true });
});
