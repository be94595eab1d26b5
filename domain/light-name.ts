/** The word beside a light's shape. */
import type { CivilDate } from './time';
import { DROPPED_STATES, LIGHT_NAMES, type CommitmentStatus, type LightClass, type LightColour } from './vocabulary';

/** What a light stands on, at whatever instant. */
export interface Lit { readonly colour: LightColour; readonly status: CommitmentStatus; readonly due: CivilDate }

/** Red with its date passed; what something else made red (a missed period, a missed limit) is not overdue. */
export const isOverdue = ({ colour, due }: Pick<Lit, 'colour' | 'due'>, day: CivilDate): boolean => colour === 'red' && due < day;

/** As lists and counts tell it apart: 终止 and 不再推进 are no 办结. */
export const lightClass = ({ colour, status }: Pick<Lit, 'colour' | 'status'>): LightClass => (colour === 'closed' && DROPPED_STATES.includes(status) ? 'dropped' : colour);

/** 逾期 by its date, else 红灯; what ended without being done says how it ended. */
export const lightName = (lit: Lit, day: CivilDate): string => {
  if (lit.colour === 'red') return isOverdue(lit, day) ? LIGHT_NAMES.red : '红灯';
  if (lit.colour === 'closed' && lit.status === 'TERMINATED') return '终止';
  if (lit.colour === 'closed' && lit.status === 'NOT_PURSUED') return '不再推进';
  return LIGHT_NAMES[lit.colour];
};
