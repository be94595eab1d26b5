/** What a mail is made from, and the parts every letter has: why you get this, what to do, what happens next. */
import type { Fact } from '../../../domain/facts';
import type { NoticeDraft } from '../../../domain/notices';
import type { Commitment, Rules } from '../../../domain/state';
import type { CivilDate, Instant } from '../../../domain/time';
import type { SlipOccasion } from '../../../domain/vocabulary';

interface Common {
  /** The moment of sending: dates and distances are counted from it. */
  readonly asOf: Instant;
  /** The sender as the reader knows it, e.g. 云岭市政府督查室. */
  readonly office: string;
  readonly unitName: (unit: string) => string;
}

export interface NoticeView extends Common {
  readonly notice: Pick<NoticeDraft, 'occasion' | 'period' | 'postKind' | 'unit' | 'slip' | 'copy'> & { /** The one that it repeats. */ readonly resendOf?: string | null };
  readonly slipNumber: string | null;
  /** The commitment's own number, 督〔2026〕12号. */
  readonly number: string | null;
  readonly state: Commitment;
  readonly rules: Rules;
  /** The fact that owes the mail, where it is known: brings reasons given by people. */
  readonly fact: Fact | null;
  readonly link: string | null;
}

export interface DigestEntry {
  readonly state: Commitment;
  readonly rules: Rules;
  readonly number: string | null;
  readonly lines: readonly Pick<NoticeDraft, 'occasion' | 'period' | 'unit' | 'postKind' | 'at'>[];
  /** One a unit that is asked. */
  readonly links: readonly { readonly unit: string; readonly url: string }[];
}

export interface DigestView extends Common {
  readonly date: CivilDate;
  /** In any order, at least one. */
  readonly entries: readonly DigestEntry[];
}

export interface Rendered { readonly subject: string; readonly text: string; readonly html: string }

/** The words of one occasion; the layout does the rest. */
export interface Letter {
  /** Without the title, which follows after a colon. */
  readonly subject: string;
  readonly headline: string;
  readonly opening: string;
  /** Label and text: reasons, dates, what others wrote. */
  readonly particulars?: readonly (readonly [string, string])[];
  /** What the reader has to do with it, after 您是…. */
  readonly because: string;
  readonly asks: readonly string[];
  readonly next: readonly string[];
}
export type Words = (view: NoticeView) => Letter;
export type WordsOf<O extends SlipOccasion> = Readonly<Record<O, Words>>;
