/** What the API answers, by the names that the pages use; generated from the routes' own declarations (`npm run openapi`). */
import type { components, paths } from '../../../api/client/schema';

/** The good answer of a read. */
export type Answer<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;

/** The good answer of a question that is posed by POST. */
export type Posted<P extends keyof paths> = paths[P] extends { post: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;

export type Provenance = components['schemas']['Provenance'];
export interface Held<T> { readonly value: T; readonly provenance: Provenance }
export type Draft = components['schemas']['Draft'];
export type Sentence = components['schemas']['Sentence'];
export type Source = components['schemas']['Source'];
export type SourceText = components['schemas']['SourceWithSentences'];
export type Reading = components['schemas']['SourceReading'];
export type ReadSentence = Reading['sentences'][number];
export type ReadDraft = ReadSentence['drafts'][number];
export type Coverage = Source['coverage'];
export type Section = SourceText['sections'][number];
export type MeasureSaid = Draft['said']['measures'][number]['value'];
export type Registration = components['schemas']['Registration'];
export type RegistrationForm = Answer<'/api/registration-form'>;
export type Reimported = Posted<'/api/sources/{id}/reimport'>;

export type Task = Answer<'/api/sources/{id}/lights'>['items'][number];
export type Turns = Answer<'/api/sources/{id}/turns'>;

export type Organisation = Answer<'/api/organisation'>;
export type Unit = Organisation['units'][number];
export type Post = Organisation['posts'][number];
export type CalendarYear = Answer<'/api/calendar'>['years'][number];

export type OneCommitment = Answer<'/api/commitments/{id}'>;
export type LedgerPage = Answer<'/api/commitments'>;
export type Item = LedgerPage['items'][number];
export type View = Answer<'/api/views'>['items'][number];

export type Overview = Answer<'/api/overview'>;
/** A number, with the query of the ledger that lists exactly its items. */
export type Figure = components['schemas']['Figure'];
export type FigureRow = components['schemas']['FigureRow'];

export type Session = components['schemas']['Session'];
export type Problem = components['schemas']['Problem'];
export type PolicyVersion = components['schemas']['PolicyVersion'];
