/** A corrected text of the same source: what hands and registrations did to the old one is carried over to the new one. Pure. */
import {
  coverageOf, isBound, isLive, NO_FIELDS, DRAFT_FIELDS, type DraftFields, type DraftRecord, type Held, type Provenance, type Said, type SentenceRecord,
  type SourceCoverage, type Span,
} from './drafts';
import { align, likeness, matchSentences, type Alignment } from './sentence-match';
import type { Actor } from './state';
import type { Instant } from './time';

export interface Revision { readonly text: string; readonly sentences: readonly SentenceRecord[]; readonly drafts: readonly DraftRecord[] }

export interface ReimportContext {
  readonly by: Actor;
  readonly at: Instant;
  /** Of the old text. */
  readonly revision: number;
  readonly headingOf: (section: number) => string | null;
}

export interface ChangedSentence { readonly sentence: string; readonly before: string; readonly after: string; readonly registered: readonly string[] }
export interface RemovedSentence {
  readonly sentence: string;
  readonly text: string;
  /** Kept and marked, because something of it is registered. */
  readonly kept: boolean;
  readonly registered: readonly string[];
  /** Titles of drafts that a hand had worked on and that are gone with it. */
  readonly lost: readonly string[];
}
export interface ReimportReport {
  readonly unchanged: number;
  readonly changed: readonly ChangedSentence[];
  readonly added: readonly { readonly sentence: string; readonly text: string }[];
  readonly removed: readonly RemovedSentence[];
  readonly drafts: { readonly kept: number; readonly added: number; readonly removed: number };
}
export interface Reimported {
  readonly sentences: readonly SentenceRecord[];
  readonly drafts: readonly DraftRecord[];
  readonly coverage: SourceCoverage;
  readonly report: ReimportReport;
}

const wasTouched = (draft: DraftRecord): boolean =>
  draft.state.kind !== 'open' || draft.origin.kind !== 'analysed'
  || [draft.title, draft.kind, draft.stretch, ...DRAFT_FIELDS.map((name) => draft[name])].some((held) => held?.provenance.kind === 'assigned');

/** @param fresh the analysis of the corrected text, with ids that may be taken already */
export const reimport = (old: Revision, fresh: Revision, context: ReimportContext): Reimported => {
  const before = old.sentences.filter((s) => s.removed === null).sort((a, b) => a.order - b.order);
  const matched = matchSentences(before.map((s) => s.text), fresh.sentences.map((s) => s.text));
  const pairOf = new Map<string, { readonly was: SentenceRecord; readonly is: SentenceRecord; readonly alignment: Alignment }>();
  matched.forEach((index, at) => {
    const [was, is] = [index === null ? undefined : before[index], fresh.sentences[at]];
    if (was && is) pairOf.set(was.id, { was, is, alignment: align(was.text, is.text) });
  });

  const names = namesFor(fresh, before, matched, old);
  /** Where a stretch of the old text lies in the new one; null where its sentences are gone. */
  const moved = (span: Span, sentences: readonly string[]): Span | null => {
    const pairs = sentences.map((id) => pairOf.get(id)).filter((pair) => pair !== undefined);
    const first = pairs.find(({ was }) => span.start >= was.start && span.start < was.end) ?? pairs[0];
    const last = pairs.find(({ was }) => span.end > was.start && span.end <= was.end) ?? pairs.at(-1);
    if (!first || !last) return null;
    const start = first.is.start + first.alignment.start(Math.max(0, span.start - first.was.start));
    const end = last.is.start + last.alignment.end(Math.min(last.was.text.length, span.end - last.was.start));
    return end > start ? { start, end } : null;
  };

  const freshBySentence = groupBySentence(fresh.drafts);
  const carried: DraftRecord[] = [];
  const goneDrafts = new Map<string, DraftRecord[]>();
  const used = new Set<string>();
  for (const draft of old.drafts) {
    const home = draft.sentences.map((id) => pairOf.get(id)).filter((pair) => pair !== undefined);
    if (home.length === 0) {
      if (isBound(draft)) carried.push(draft);
      else goneDrafts.set(draft.sentences[0] ?? '', [...(goneDrafts.get(draft.sentences[0] ?? '') ?? []), draft]);
      continue;
    }
    const span = moved(draft, draft.sentences) ?? { start: home[0]?.is.start ?? 0, end: home[0]?.is.end ?? 0 };
    const twin = draft.origin.kind === 'analysed' ? twinOf(draft, span, home.flatMap(({ is }) => freshBySentence.get(is.id) ?? []), used) : null;
    if (twin) used.add(twin.id);
    else if (!wasTouched(draft)) {
      goneDrafts.set(draft.sentences[0] ?? '', [...(goneDrafts.get(draft.sentences[0] ?? '') ?? []), draft]);
      continue;
    }
    const sentences = home.map(({ is }) => names.sentence(is.id));
    const section = context.headingOf(home[0]?.is.section ?? 0);
    carried.push(twin && !isBound(draft)
      ? refreshed(draft, twin, { sentences, section })
      : { ...draft, sentences, section, ...span, quote: fresh.text.slice(span.start, span.end), said: movedSaid(draft.said, (inner) => moved(inner, draft.sentences) ?? span) });
  }
  const liveBySentence = groupBySentence(carried.filter(isLive));
  const added = fresh.drafts.filter((draft) => {
    if (used.has(draft.id)) return false;
    // What a hand cut otherwise is not proposed again beside it.
    const beside = draft.sentences.flatMap((id) => liveBySentence.get(names.sentence(id)) ?? []);
    return !beside.some((one) => one.start < draft.end && one.end > draft.start && overlap(one, draft) > 0.5);
  }).map((draft) => ({ ...draft, id: names.draft(draft.id), sentences: draft.sentences.map(names.sentence) }));
  const drafts = [...carried, ...added];
  const registeredIn = (sentence: string, among: readonly DraftRecord[]): string[] =>
    among.flatMap((draft) => (draft.state.kind === 'registered' && draft.sentences.includes(sentence) ? [draft.state.commitment] : []));

  const sentences: SentenceRecord[] = fresh.sentences.map((is, at) => {
    const index = matched[at] ?? null;
    const was = index === null ? undefined : before[index];
    const own = { ...is, id: names.sentence(is.id) };
    return was ? { ...own, kind: assignedOr(was.kind, is.kind), reason: assignedOr(was.reason, is.reason) } : own;
  });
  const keptRemoved = removedOf(old, before, pairOf, sentences, carried, context);
  const report: ReimportReport = {
    unchanged: [...pairOf.values()].filter(({ was, is }) => was.text === is.text).length,
    changed: [...pairOf.values()].filter(({ was, is }) => was.text !== is.text)
      .map(({ was, is }) => ({ sentence: was.id, before: was.text, after: is.text, registered: registeredIn(was.id, old.drafts) })),
    added: fresh.sentences.filter((_, at) => (matched[at] ?? null) === null).map((s) => ({ sentence: names.sentence(s.id), text: s.text })),
    removed: before.filter((s) => !pairOf.has(s.id)).map((s) => ({
      sentence: s.id, text: s.text, kept: keptRemoved.some((one) => one.id === s.id), registered: registeredIn(s.id, old.drafts),
      lost: (goneDrafts.get(s.id) ?? []).filter((draft) => wasTouched(draft) && isLive(draft)).map((draft) => draft.title.value),
    })),
    drafts: { kept: carried.filter(isLive).length, added: added.length, removed: [...goneDrafts.values()].flat().filter(isLive).length },
  };
  const all = [...sentences, ...keptRemoved];
  return { sentences: all, drafts, coverage: coverageOf(all, drafts), report };
};

/** A matched sentence keeps its old id, so that links to it hold; new ones take ids that nothing bears. */
const namesFor = (fresh: Revision, before: readonly SentenceRecord[], matched: readonly (number | null)[], old: Revision) => {
  const taken = new Set([...old.sentences.map((s) => s.id), ...old.drafts.map((d) => d.id)]);
  const free = (id: string): string => {
    let name = id;
    for (let n = 2; taken.has(name); n += 1) name = `${id}~${n}`;
    taken.add(name);
    return name;
  };
  const sentences = new Map(fresh.sentences.map((s, at) => {
    const index = matched[at] ?? null;
    return [s.id, (index === null ? undefined : before[index]?.id) ?? free(s.id)];
  }));
  const drafts = new Map<string, string>();
  return {
    sentence: (id: string): string => sentences.get(id) ?? id,
    draft(id: string): string {
      const name = drafts.get(id) ?? free(id);
      drafts.set(id, name);
      return name;
    },
  };
};

const groupBySentence = (drafts: readonly DraftRecord[]): Map<string, DraftRecord[]> => {
  const groups = new Map<string, DraftRecord[]>();
  for (const draft of drafts) for (const id of draft.sentences) groups.set(id, [...(groups.get(id) ?? []), draft]);
  return groups;
};

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / Math.max(1, Math.min(a.end - a.start, b.end - b.start));

/** The new draft that an old one has become: the same words, or else the one that lies where it lay. */
const twinOf = (draft: DraftRecord, span: Span, candidates: readonly DraftRecord[], used: ReadonlySet<string>): DraftRecord | null => {
  const free = candidates.filter((one) => !used.has(one.id));
  const same = free.filter((one) => one.quote === draft.quote);
  const near = (same.length > 0 ? same : free.filter((one) => overlap(one, span) > 0.5))
    .map((one) => ({ one, weight: overlap(one, span) + likeness(one.quote, draft.quote) })).sort((a, b) => b.weight - a.weight);
  return near[0]?.one ?? null;
};

const assignedOr = <H extends Held<unknown> | null>(old: H, fresh: H): H => (old?.provenance.kind === 'assigned' ? old : fresh);

/** What a person decided stays; what the text says or a rule concluded is read anew. */
const refreshed = (old: DraftRecord, fresh: DraftRecord, place: Pick<DraftRecord, 'sentences' | 'section'>): DraftRecord => {
  const fields = Object.fromEntries(DRAFT_FIELDS.map((name) => [name, assignedOr<Held<unknown> | null>(old[name], fresh[name])])) as unknown as DraftFields;
  // These go by the kind.
  const byKind = old.kind.provenance.kind === 'assigned' ? { rhythm: old.rhythm, template: old.template } : {};
  const byPack = { byClass: (old.pack?.provenance.kind === 'assigned' ? old : fresh).byClass };
  const decided = old.reviewDate?.provenance.kind === 'assigned' ? { due: null } : old.due?.provenance.kind === 'assigned' ? { reviewDate: null } : {};
  return {
    ...fresh, ...NO_FIELDS, ...fields, ...byKind, ...byPack, ...decided, ...place, id: old.id, state: old.state, origin: old.origin,
    title: assignedOr(old.title, fresh.title), kind: assignedOr(old.kind, fresh.kind), stretch: assignedOr(old.stretch, fresh.stretch),
  };
};

const movedSaid = (said: Said, place: (inner: Span) => Span): Said => {
  const shift = <T>(held: Held<T>): Held<T> => {
    const { provenance } = held;
    const next: Provenance = provenance.kind === 'explicit' ? { kind: 'explicit', ...place(provenance) } : provenance;
    return { ...held, provenance: next };
  };
  return {
    due: said.due && shift(said.due), cadence: said.cadence && shift(said.cadence), lead: said.lead && shift(said.lead),
    support: said.support.map(shift), measures: said.measures.map(shift), masked: said.masked.map(place),
  };
};

/** Sentences without a counterpart of which something is registered; they stand after the one they followed. */
const removedOf = (
  old: Revision, before: readonly SentenceRecord[], pairOf: ReadonlyMap<string, unknown>, now: readonly SentenceRecord[],
  carried: readonly DraftRecord[], { by, at, revision }: ReimportContext,
): SentenceRecord[] => {
  const needed = new Set(carried.filter(isBound).flatMap((draft) => draft.sentences));
  const orders = new Map(now.map((s) => [s.id, s.order]));
  let last = -1;
  const fresh = before.flatMap((s): SentenceRecord[] => {
    if (pairOf.has(s.id)) {
      last = orders.get(s.id) ?? last;
      return [];
    }
    return needed.has(s.id) ? [{ ...s, order: last + 0.5, removed: { by, at, revision } }] : [];
  });
  return [...old.sentences.filter((s) => s.removed !== null && needed.has(s.id)), ...fresh];
};
