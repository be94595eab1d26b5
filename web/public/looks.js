// Before the first paint: dark or light, and the size of text, as they were left. Kept apart because the page's policy allows no inline script.
(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const theme = kept('yanxing.theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.dataset.theme = theme;
  if (theme === 'dark') root.classList.add('dark');
  if (kept('yanxing.size') === 'large') root.dataset.size = 'large';
})();
