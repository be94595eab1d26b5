/** Where the figures of `/api/overview` lead. */
export const ledgerLink = (query: string): string => `/ledger?${query}`;
