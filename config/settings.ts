/** The environment, parsed once; all faults are told at once. Nothing else reads `process.env`. */
import { z } from 'zod';
import { whereSound } from '../domain/schema-faults';
import { faultsOf } from './faults';
import { keysForm, parseKeys } from './keys';

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().trim().min(1);

const keys = (use: Parameters<typeof keysForm>[0]) => z.string().transform((given, context) => {
  const parsed = parseKeys(given);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: keysForm(use) });
  return z.NEVER;
});

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
const isLoopback = (host: string): boolean => LOOPBACK.has(host);
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

const settingsSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  /** Empty: an own MongoDB is brought up. */
  MONGODB_URI: text.optional(),
  /** Empty: an own Temporal server is brought up. */
  TEMPORAL_ADDRESS: text.optional(),
  TEMPORAL_NAMESPACE: text.default('default'),
  /** Empty: mails go to a folder as .eml files. */
  SMTP_URL: z.string().regex(/^smtps?:\/\/\S+$/, '应为 smtp://主机:端口 或 smtps://用户:口令@主机:端口').optional(),
  YANXING_MAIL_FROM: z.string().regex(/^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/, '应为邮箱地址').default('duchashi@yanxing.invalid'),
  YANXING_MAIL_FROM_NAME: text.default('督查室'),
  /** Mails a second of this process's mail worker; divide the server's limit among the workers. */
  YANXING_MAIL_RATE: z.coerce.number().int().min(1).max(10_000).default(50),
  /** How often a mail is sent again whose body was taken and whose answer was lost; 0: at most once. */
  YANXING_MAIL_LOST_ANSWERS: z.coerce.number().int().min(0).max(5).default(1),
  YANXING_MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(5),
  /** Address that the API listens on; any but this machine's own needs YANXING_PUBLIC_URL, under which alone it answers. */
  YANXING_HOST: text.default('127.0.0.1'),
  /** A log-in ends after so long without a request, and after so many hours in any case. */
  YANXING_SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
  YANXING_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  /** What a password must be: OWASP ASVS, or what 等保 assessors ask for. */
  YANXING_PASSWORD_PROFILE: z.enum(['asvs', 'dengbao']).default('asvs'),
  YANXING_PORT: port.default(8787),
  /** Reverse proxies in front of the api, whose X-Forwarded-For is believed: without it all people share the proxy's address, and its lockout. */
  YANXING_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** The address under which mails' links reach this office, e.g. https://ducha.example.gov.cn; default: the api's own. */
  YANXING_PUBLIC_URL: z.url({ protocol: /^https?$/, error: '应为 https://主机名，不带路径' }).refine((url) => new URL(url).pathname === '/' && new URL(url).search === '', { message: '应为 https://主机名，不带路径' })
    .transform((url) => new URL(url).origin).optional(),
  /** Keys of the links in mails; without it one is made and kept in the data folder. */
  YANXING_LINK_KEYS: keys('签名').optional(),
  /** Keys under which Temporal keeps what it is given; without it, in plain (docs/decisions/0008). */
  YANXING_PAYLOAD_KEYS: keys('加密').optional(),
  /** A ClamAV daemon that every evidence file is shown first: `host:port`, or the path of its socket. Empty: none is scanned. */
  YANXING_CLAMD: z.string().transform((given, context): ScannerAddress => {
    const [, host, port] = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):(\d{1,5})$/.exec(given) ?? [];
    if (host !== undefined) return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
    if (given.startsWith('/')) return { path: given };
    context.addIssue({ code: 'custom', message: '应为 主机:端口 或套接字文件的绝对路径' });
    return z.NEVER;
  }).optional(),
  /** Of one caller; 0: no limit. */
  YANXING_READS_A_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(1_200),
  YANXING_WRITES_A_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(300),
  /** Days that the access audit is kept: at least half a year (网络安全法, 21). */
  YANXING_AUDIT_DAYS: z.coerce.number().int().min(180, '不少于180').max(3_650).default(180),
  /** 统一身份认证 (OpenID Connect); all three, or none. */
  YANXING_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  YANXING_OIDC_CLIENT_ID: text.optional(),
  YANXING_OIDC_CLIENT_SECRET: text.optional(),
  YANXING_OIDC_SCOPE: text.optional(),
  /** The claim that is the account's name here. */
  YANXING_OIDC_ACCOUNT_CLAIM: text.default('preferred_username'),
  YANXING_OIDC_GROUPS_CLAIM: text.default('groups'),
  /** `group=role,group=role`: what a group of the provider may do here. */
  YANXING_OIDC_ROLES: z.string().default('').transform((given, context) => {
    const pairs = given.split(',').map((one) => one.trim()).filter((one) => one !== '').map((one) => one.split('=').map((part) => part.trim()));
    const whole = pairs.filter((pair): pair is [string, string] => pair.length === 2 && pair.every((part) => part !== ''));
    if (whole.length !== pairs.length) context.addIssue({ code: 'custom', message: '应为 组=角色，多个以逗号分隔，如 ducha=registrar,shenhe=reviewer' });
    return whole;
  }),
  /** So long what the groups brought holds; then the provider is asked again. */
  YANXING_OIDC_RENEW_MINUTES: z.coerce.number().int().min(1).max(720).default(15),
  /** Where the provider gives no refresh token, a log-in by it ends after so long. */
  YANXING_OIDC_UNRENEWED_MINUTES: z.coerce.number().int().min(1).max(1_440).default(60),
  /** Origins beside the issuer's that its endpoints may lie on, by comma. */
  YANXING_OIDC_ORIGINS: z.string().default('').transform((given, context) => {
    const list = given.split(',').map((one) => one.trim()).filter((one) => one !== '');
    if (!list.every((one) => URL.canParse(one) && new URL(one).origin === one)) context.addIssue({ code: 'custom', message: '应为 https://主机名，多个以逗号分隔' });
    return list;
  }),
  YANXING_DATA: text.default('var'),
  /** Milliseconds added to the clock outside workflows, for trying things out; refused in production. */
  YANXING_CLOCK_OFFSET_MS: z.coerce.number().int().default(0),
  /** Overrides the packs' spreading of wakes; 0 in life tests. */
  YANXING_WAKE_SPREAD_MINUTES: z.coerce.number().int().min(0).max(120).optional(),
  YANXING_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
}).superRefine((s, context) => {
  if (!isLoopback(s.YANXING_HOST) && s.YANXING_PUBLIC_URL?.startsWith('https:') !== true) {
    context.addIssue({ code: 'custom', path: ['YANXING_PUBLIC_URL'], message: '对外提供服务时须写明访问所用的 https 地址' });
  }
}, whereSound('YANXING_HOST', 'YANXING_PUBLIC_URL')).superRefine((s, context) => {
  const oidc = [s.YANXING_OIDC_ISSUER, s.YANXING_OIDC_CLIENT_ID, s.YANXING_OIDC_CLIENT_SECRET].filter((one) => one !== undefined);
  if (oidc.length !== 0 && oidc.length !== 3) context.addIssue({ code: 'custom', path: ['YANXING_OIDC_ISSUER'], message: 'YANXING_OIDC_ISSUER、YANXING_OIDC_CLIENT_ID、YANXING_OIDC_CLIENT_SECRET 须一并填写' });
  if (s.YANXING_OIDC_ISSUER?.startsWith('http:') === true && (s.NODE_ENV === 'production' || !isLoopback(new URL(s.YANXING_OIDC_ISSUER).hostname))) {
    context.addIssue({ code: 'custom', path: ['YANXING_OIDC_ISSUER'], message: '应为 https 地址' });
  }
}, whereSound('NODE_ENV', 'YANXING_OIDC_ISSUER', 'YANXING_OIDC_CLIENT_ID', 'YANXING_OIDC_CLIENT_SECRET')).superRefine((s, context) => {
  if (s.NODE_ENV === 'production' && s.YANXING_CLOCK_OFFSET_MS !== 0) {
    context.addIssue({ code: 'custom', path: ['YANXING_CLOCK_OFFSET_MS'], message: '生产环境不得设置' });
  }
}, whereSound('NODE_ENV', 'YANXING_CLOCK_OFFSET_MS'));
export type Settings = z.infer<typeof settingsSchema>;

/** Whether the session's cookie is for TLS only: always in production; without a public address in plain-http development it cannot be. */
export const hasSecureCookies = (s: Settings): boolean =>
  s.NODE_ENV === 'production' || s.YANXING_PUBLIC_URL?.startsWith('https:') === true;

/** @throws Error listing every fault: variable, what is wrong or allowed */
export const parseSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  // An empty variable is as good as none: container files often set them so.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw new Error(`环境变量有误：\n${faultsOf('env', parsed.error).join('\n')}`);
  return parsed.data;
};
