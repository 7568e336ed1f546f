const DARK = 'pf-v6-theme-dark';

/** Shows the portal dark where the system prefers it, and follows when the preference changes. */
export function followSystemTheme(): void {
  const preference = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => document.documentElement.classList.toggle(DARK, preference.matches);
  preference.addEventListener('change', apply);
  apply();
}
