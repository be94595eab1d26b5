import { retryDelay, RETRY_DELAYS_MS } from '../../activities/mail/deps';
import { isAddrSpec, mailAddress, oneLine } from '../../activities/mail/address';
import { organisationSchema } from '../../domain/organisation';
import { office } from './support';

test.each([
  'wang@units.example', 'a.b+c@x-y.example.cn', "o'hara_1@units.example", 'x@xn--fiqs8s.example', 'A@B.CO', `${'a'.repeat(64)}@units.example`,
])('%s is one address', (address) => expect(isAddrSpec(address)).toBe(true));

test.each([
  '', 'wang', '@units.example', 'wang@', 'wang@units', 'wang@@units.example', 'a@b@units.example', 'wang@units.example.', 'wang@.example', 'wang@-x.example',
  'b@x.example\r\nBcc: evil@x.example', 'b@x.example\n', '\tb@x.example', 'b@x.example ', ' b@x.example', 'b@x.example\0',
  'b@x.example,evil@x.example', 'b@x.example;evil@x.example', 'b@x.example evil@x.example', '<b@x.example>', 'B <b@x.example>', 'b@x.example>', 'group:b@x.example;',
  '"b c"@x.example', '"b@x.example"@y.example', 'b(comment)@x.example', 'b@x.example(comment)', 'b\\@x.example', 'b@[127.0.0.1]', 'b@127.0.0.1', 'b@x.1',
  '.b@x.example', 'b.@x.example', 'b..c@x.example', '王@x.example', 'b@例.example', 'b@x.exa mple', 'ｂ@x.example', 'b@x。example', 'b@x_y.example',
  `${'a'.repeat(65)}@units.example`, `b@${'x.'.repeat(130)}example`,
])('%j is not one address', (address) => expect(isAddrSpec(address)).toBe(false));

test('a display name cannot carry a header or turn the writing direction', () => {
  expect(mailAddress('王\r\nBcc: evil@x.example\u202e', 'wang@units.example')).toEqual({ name: '王 Bcc: evil@x.example', address: 'wang@units.example' });
  expect(oneLine('a\r\n\tb\0c\u2028d')).toBe('a b c d');
  expect(() => mailAddress('王', 'wang@units.example, evil@x.example')).toThrow(RangeError);
});

test('an organisation is read with all its faults at once', () => {
  expect(organisationSchema.safeParse(office).success).toBe(true);
  const parsed = organisationSchema.safeParse({
    ...office,
    people: [...office.people, { id: 'wang', name: '重\n名', mail: 'a@x.example,b@x.example' }, { id: 'none', name: '无邮箱', mail: '' }],
    holdings: [...office.holdings, { post: 'handler@none', person: 'nobody', from: '2026-02-02', to: '2026-02-01' }],
  });
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['people.7.name', 'people.7.mail', 'people.7.id', 'holdings.7.post', 'holdings.7.person', 'holdings.7.to']);
});

test('R6: a server that is dead for six hours costs at most 18 attempts a mail, the first ones within a minute', () => {
  const attempts = [0];
  for (let attempt = 1; (attempts.at(-1) ?? 0) < 6 * 3_600_000; attempt += 1) attempts.push((attempts.at(-1) ?? 0) + retryDelay(RETRY_DELAYS_MS, attempt));
  expect(attempts.length).toBeLessThanOrEqual(18);
  expect(attempts.filter((at) => at <= 60_000).length).toBeGreaterThanOrEqual(4);
});
