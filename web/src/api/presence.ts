/** Whether somebody sits at the page. What it asks by itself while nobody does must not keep the log-in alive. */
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** A click's own requests come well within it. */
const PRESENT_MS = 15_000;

let last = Date.now();
for (const input of INPUTS) window.addEventListener(input, () => { last = Date.now(); }, { capture: true, passive: true });

export const isUnattended = (): boolean => Date.now() - last > PRESENT_MS;
/** Told with a read that nobody asked for; the server then leaves the time of the last use as it was. */
export const UNATTENDED = 'X-Yanxing-Unattended';
