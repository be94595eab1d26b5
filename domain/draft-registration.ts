/** A draft of a source as a registration, or what keeps it from being one; for the API and for the activity that registers. */
import { DRAFT_FIELDS, type DraftRecord, type SourceRecord } from './drafts';
import { fromTemplate, registrationSchema, type Registration } from './register';
import type { RegistrationFault } from './registration-fields';
import type { Template } from './templates';

type DraftsSource = Pick<SourceRecord, 'id' | 'title' | 'sha256'>;
const TITLE_LIMIT = 120;
const QUOTE_LIMIT = 4_000;
const NAME_LIMIT = 200;

const plainOf = (source: DraftsSource, draft: DraftRecord): unknown => {
  const plain: Record<string, unknown> = {
    title: draft.title.value.slice(0, TITLE_LIMIT),
    kind: draft.kind.value,
    stretch: draft.stretch.value,
    quote: draft.quote.slice(0, QUOTE_LIMIT),
    source: {
      id: source.id, title: source.title.slice(0, NAME_LIMIT), section: draft.section?.slice(0, NAME_LIMIT) ?? null,
      start: draft.start, end: draft.end, textSha256: source.sha256,
    },
  };
  for (const name of DRAFT_FIELDS) {
    const held = draft[name];
    if (held) plain[name] = held.value;
  }
  return plain;
};

/** Every value was held against its shape when it was filled in: what is wrong now is between them, and says so in Chinese. */
export const registrationFrom = (source: DraftsSource, draft: DraftRecord, templates: readonly Template[]): { readonly registration: Registration } | { readonly faults: readonly RegistrationFault[] } => {
  const parsed = registrationSchema.safeParse(plainOf(source, draft));
  if (!parsed.success) return { faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message: /\p{Script=Han}/u.test(message) ? message : '不符合要求' })) };
  const registration = fromTemplate(parsed.data, templates);
  return 'path' in registration ? { faults: [registration] } : { registration };
};
