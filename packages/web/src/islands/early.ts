/**
 * Comes before every other script of a page: on a slow network a button may be pressed before the script that signs
 * is there. The form then waits for it, instead of going to a server that keeps nothing of what was typed. Where none
 * comes in this time, it is sent after all, and the answer says what is missing.
 */
const PATIENCE = 15_000;

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["act"] === undefined) return;
    if (form.dataset["taken"] !== undefined || event.submitter?.dataset["noSign"] !== undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset["pressed"] !== undefined) return;
    form.dataset["pressed"] = "";
    const by = event.submitter;
    const end = (press: () => void): void => {
      watch.disconnect();
      clearTimeout(late);
      delete form.dataset["pressed"];
      press();
    };
    // What takes the form writes `data-taken` first and listens in the same turn; this is told after it.
    const watch = new MutationObserver(() => form.dataset["taken"] !== undefined && end(() => form.requestSubmit(by)));
    watch.observe(form, { attributeFilter: ["data-taken"] });
    const late = setTimeout(() => end(() => form.submit()), PATIENCE);
  },
  true,
);

export {};
