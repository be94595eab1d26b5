import { analyse, type AnalyseOptions } from '../speech';
import { recordsOf, type RecordContext, type Records } from '../speech/records';

export interface Work {
  readonly text: string;
  readonly options: AnalyseOptions;
  readonly context: RecordContext;
}

export const readRecords = ({ text, options, context }: Work): Records => recordsOf(analyse(text, options), context);
