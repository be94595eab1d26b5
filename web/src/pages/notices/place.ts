/** What a reader looks at stays where it is on the screen, whatever comes or goes above it. */

/** @param body of a table whose rows carry `data-id` @returns to be called once the rows have been exchanged */
export const keepPlace = (body: HTMLElement | undefined): (() => void) => {
  // Who is at the top sees what comes in.
  if (!body || body.getBoundingClientRect().top >= 0) return () => undefined;
  const rows = [...body.querySelectorAll<HTMLElement>('tr[data-id]')].map((row) => ({ row, top: row.getBoundingClientRect().top })).filter(({ top }) => top >= 0);
  return () => {
    // The first that is still there; rows are told apart by their key.
    const kept = rows.find(({ row }) => row.isConnected);
    if (kept) scrollBy({ top: kept.row.getBoundingClientRect().top - kept.top, behavior: 'instant' });
  };
};
