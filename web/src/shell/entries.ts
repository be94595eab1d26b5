/** Where one can go: the masthead shows what the person may open, and `/` leads to where the person's work is. */
import { can } from '../api/session';

export interface Entry { readonly nav: string; readonly to: string; readonly name: string; readonly may: string; /** Set a little apart: begins the group of what is looked up rather than read daily. */ readonly apart?: true }

const ENTRIES: readonly Entry[] = [
  { nav: 'overview', to: '/overview', name: '总览', may: 'overview.read' },
  { nav: 'speech', to: '/speeches', name: '讲话', may: 'source.read' },
  { nav: 'drafts', to: '/drafts', name: '拟办', may: 'source.correct' },
  { nav: 'ledger', to: '/ledger', name: '台账', may: 'commitment.read' },
  { nav: 'notices', to: '/notices', name: '通知', may: 'notice.read', apart: true },
  { nav: 'rules', to: '/rules', name: '规则', may: 'rules.read' },
  { nav: 'organisation', to: '/organisation', name: '机构', may: 'organisation.edit' },
  { nav: 'accounts', to: '/accounts', name: '用户', may: 'account.read' },
  { nav: 'calendar', to: '/calendar', name: '日历', may: 'calendar.read' },
  { nav: 'audit', to: '/audit', name: '审计', may: 'audit.read' },
];

export const openEntries = (): Entry[] => ENTRIES.filter(({ may }) => can(may));
/** Where the work is, of whoever may open it: the whole as figures, a unit's own matters, what administrators look after. */
const HOMES: readonly string[] = ['overview', 'ledger', 'audit', 'accounts'];
/** Who may open nothing still has an own page. */
export const firstPage = (): string => {
  const open = openEntries();
  return (HOMES.map((home) => open.find(({ nav }) => nav === home)).find((entry) => entry !== undefined) ?? open[0])?.to ?? '/own';
};
