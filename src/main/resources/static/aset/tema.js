// Before the first paint: "otomatis" follows the browser, also when that changes its mind.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const draw = () => { document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
  draw();
  dark.addEventListener('change', draw);
})();
