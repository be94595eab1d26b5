import { loadCalendar } from '../../config/calendars';
import { analyse, type Draft, type SpeechAnalysis } from '../../speech';

export const calendar = loadCalendar();

export const read = (text: string, date: string | null = '2026-03-02'): SpeechAnalysis => analyse(text, { date, calendar });

/** The only draft of a sentence; anything else is a fault of the test. */
export const draftIn = (text: string, date: string | null = '2026-03-02'): Draft => {
  const { drafts } = read(text, date);
  expect(drafts.map((d) => d.title)).toHaveLength(1);
  return drafts[0]!;
};

/** What must be the same whatever the widths and line ends of the text. */
export const gist = (a: SpeechAnalysis): unknown => ({
  sentences: a.sentences.map((s) => [s.id, s.kind, s.rule]),
  drafts: a.drafts.map((d) => [d.id, d.title, d.kind, d.stretch, d.due?.value ?? null, d.cadence?.value ?? null, d.lead?.value ?? null, d.support.map((u) => u.value), d.measures.map((m) => m.value)]),
});
