/** What `/api/overview` tells. */
import type { Colour } from '../../words';

/** A figure, with the query of the ledger that lists exactly its items. */
export interface Told { readonly count: number; readonly query: string }
export interface Rate { readonly percent: number | null; readonly numerator: Told; readonly denominator: Told; readonly words: string }
export interface Row { readonly id: string | null; readonly name: string; readonly lights: Readonly<Record<Colour, Told>>; readonly done: Told; readonly total: Told }
export interface Overview {
  readonly asOf: string;
  readonly total: Told; readonly done: Told; readonly open: Told; readonly dropped: Told; readonly overdue: Told;
  readonly lights: Readonly<Record<Colour, Told>>;
  readonly completion: Rate; readonly onTime: Rate;
  readonly bySource: readonly Row[];
  readonly bySection: readonly { readonly source: string; readonly name: string; readonly sections: readonly Row[] }[];
  readonly byUnit: readonly Row[];
  readonly trend: readonly { readonly at: string; readonly lights: Readonly<Partial<Record<Colour, number>>> }[];
  readonly ages: readonly (Told & { readonly name: string })[];
  readonly oldest: readonly { readonly id: string; readonly title: string; readonly lead: string; readonly due: string; readonly days: number; readonly statusName: string }[];
  readonly needYou: {
    readonly total: number;
    readonly items: readonly {
      readonly id: string; readonly number: string | null; readonly title: string; readonly due: string; readonly distance: string;
      readonly lead: { readonly name: string }; readonly light: { readonly colour: Colour }; readonly attention: { readonly decision: string; readonly why: string; readonly waiting: number };
    }[];
  };
}
export const ledgerLink = (query: string): string => `/ledger?${query}`;
