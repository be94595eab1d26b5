/** Keys of a page: J K Enter X N / Esc, never while somebody types. */
import { onBeforeUnmount, onMounted } from 'vue';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !/^(checkbox|radio|range)$/.test(target.getAttribute('type') ?? '');

/** `Escape` also reaches the page from a field; all other keys stay with the field. A handler that returns false leaves the key to the browser. */
export const useKeys = (keys: Readonly<Record<string, (event: KeyboardEvent) => unknown>>): void => {
  const take = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target) && event.key !== 'Escape') return;
    const handler = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!handler) return;
    // Enter on a link or button is its own.
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button, [role="button"]')) return;
    if (handler(event) !== false) event.preventDefault();
  };
  onMounted(() => document.addEventListener('keydown', take));
  onBeforeUnmount(() => document.removeEventListener('keydown', take));
};
