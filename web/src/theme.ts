/** Dark or light, ordinary or large text: kept in this browser. */
import { ref } from 'vue';

const root = document.documentElement;
const keep = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still shows what was chosen, until it is closed.
  }
};

export const dark = ref(root.dataset['theme'] === 'dark');
export const large = ref(root.dataset['size'] === 'large');

export const setDark = (on: boolean): void => {
  dark.value = on;
  root.dataset['theme'] = on ? 'dark' : 'light';
  root.classList.toggle('dark', on);
  keep('yanxing.theme', on ? 'dark' : 'light');
};
export const setLarge = (on: boolean): void => {
  large.value = on;
  if (on) root.dataset['size'] = 'large';
  else delete root.dataset['size'];
  keep('yanxing.size', on ? 'large' : null);
};
