// What makes the pages kinder where scripts run; without them everything works too.
(() => {
  // A form is sent once: its button says so and waits. (It is stopped only after the browser has read its value.)
  const rest = form => {
    delete form.dataset.sent;
    form.querySelectorAll('.is-busy').forEach(button => {
      button.classList.remove('is-busy');
      button.removeAttribute('aria-disabled');
    });
  };
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    const button = event.submitter ?? form.querySelector('[type=submit]');
    if (button) {
      button.classList.add('is-busy');
      button.setAttribute('aria-disabled', 'true');
    }
  });
  // Back from the next page, or a download: the form may be sent again.
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(rest));

  // Paper is white.
  const root = document.documentElement;
  let before = null;
  addEventListener('beforeprint', () => { before = root.dataset.bsTheme; root.dataset.bsTheme = 'light'; });
  addEventListener('afterprint', () => { root.dataset.bsTheme = before; });
})();
