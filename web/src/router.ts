/** Every page loads when it is opened. `meta.nav` says under which entry of the masthead it belongs. */
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { credentials, get } from './api/http';
import { closeLive } from './api/live';
import { askSession, can, forgetSession } from './api/session';
import type { Answer } from './api/types';
import { firstPage } from './shell/entries';

declare module 'vue-router' {
  interface RouteMeta {
    readonly title: string;
    readonly nav?: string;
    /** Shown without a log-in, without the masthead's links. */
    readonly open?: boolean;
  }
}

/** Nothing came in yet: who sets the office up begins with that; who may import and finds it set up, with a speech. */
const firstStep = async (): Promise<string> => {
  if (!can('organisation.edit') && !can('account.edit') && !can('source.import')) return firstPage();
  const { steps } = await get<Answer<'/api/start'>>('/api/start').catch(() => ({ steps: [] }));
  const open = steps.filter(({ done }) => !done).map(({ step }) => step);
  if (!open.includes('speech')) return firstPage();
  return can('source.import') && open.every((step) => step === 'speech') ? '/import' : '/start';
};

const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/home/LostPage.vue'), meta: { title: '首页' }, beforeEnter: firstStep },
  { path: '/start', component: () => import('./pages/home/StartPage.vue'), meta: { title: '开始' } },
  { path: '/login', component: () => import('./pages/login/LoginPage.vue'), meta: { title: '登录', open: true } },
  { path: '/import', component: () => import('./pages/drafts/ImportPage.vue'), meta: { title: '收录来文', nav: 'drafts' } },
  { path: '/drafts', component: () => import('./pages/drafts/DraftsPage.vue'), meta: { title: '拟办', nav: 'drafts' } },
  { path: '/drafts/:id', component: () => import('./pages/drafts/DeskPage.vue'), meta: { title: '拟办', nav: 'drafts' } },
  { path: '/register', component: () => import('./pages/drafts/RegisterPage.vue'), meta: { title: '立项', nav: 'ledger' } },
  { path: '/overview', component: () => import('./pages/overview/OverviewPage.vue'), meta: { title: '总览', nav: 'overview' } },
  { path: '/speeches', component: () => import('./pages/speech/SpeechListPage.vue'), meta: { title: '讲话', nav: 'speech' } },
  { path: '/speeches/:id', component: () => import('./pages/speech/SpeechPage.vue'), meta: { title: '讲话', nav: 'speech' } },
  { path: '/ledger', component: () => import('./pages/ledger/LedgerPage.vue'), meta: { title: '台账', nav: 'ledger' } },
  { path: '/commitments/:id', component: () => import('./pages/commitment/CommitmentPage.vue'), meta: { title: '事项', nav: 'ledger' } },
  { path: '/notices', component: () => import('./pages/notices/NoticesPage.vue'), meta: { title: '通知', nav: 'notices' } },
  { path: '/slips', component: () => import('./pages/notices/SlipsPage.vue'), meta: { title: '督办文书', nav: 'notices' } },
  { path: '/rules', component: () => import('./pages/rules/RulesPage.vue'), meta: { title: '规则', nav: 'rules' } },
  { path: '/organisation', component: () => import('./pages/organisation/OrganisationPage.vue'), meta: { title: '机构', nav: 'organisation' } },
  { path: '/accounts', component: () => import('./pages/accounts/AccountsPage.vue'), meta: { title: '用户', nav: 'accounts' } },
  { path: '/calendar', component: () => import('./pages/calendar/CalendarPage.vue'), meta: { title: '日历', nav: 'calendar' } },
  { path: '/audit', component: () => import('./pages/audit/AuditPage.vue'), meta: { title: '审计', nav: 'audit' } },
  { path: '/own', component: () => import('./pages/own/OwnPage.vue'), meta: { title: '本人' } },
  { path: '/:rest(.*)*', component: () => import('./pages/home/LostPage.vue'), meta: { title: '没有这一页' } },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => {
    if (saved) return saved;
    if (to.hash !== '') return { el: to.hash, top: 64 };
    return to.path === from.path ? false : { top: 0 };
  },
});

router.beforeEach(async (to) => {
  if (to.meta.open === true) return true;
  try {
    if (await askSession()) return true;
  } catch {
    // Out of reach: the page says so itself, and reads again when the system is back.
    return true;
  }
  return { path: '/login', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
});
router.afterEach((to) => { document.title = `${to.meta.title} · 言行`; });

/** Chunks of an older build are gone after an update: the page is loaded whole. */
router.onError((error: unknown, to) => {
  if (error instanceof Error && /dynamically imported module|Importing a module script failed/.test(error.message) && navigator.onLine) location.assign(to.fullPath);
});

credentials.onSignedOut = () => {
  const { fullPath, meta } = router.currentRoute.value;
  if (meta.open === true) return;
  forgetSession();
  closeLive();
  void router.replace({ path: '/login', query: { next: fullPath } });
};
