import { readDocument } from '../../intake/read-document';
import { findSecrecyMark } from '../../intake/secrecy-mark';
import { docx, paragraph, run } from '../support/docx';

const BODY = Array.from({ length: 40 }, (_, index) => `第${index + 1}项工作要按时完成，并报送情况。`).join('\n');
const head = (line: string): string => `${line}\n在全市工作会议上的讲话\n${BODY}`;
const foot = (line: string): string => `在全市工作会议上的讲话\n${BODY}\n${line}`;
const middle = (line: string): string => `在全市工作会议上的讲话\n${BODY}\n${line}\n${BODY}`;

describe('a line that is a secrecy mark is found', () => {
  const marks = [
    '机密★10年', '秘密★1年', '绝密★启用前', '绝密★长期', '机密★', '机　密★　10　年', '秘 密 ★ 6 个 月', '机密*10年', '绝密☆30年',
    '机密', '秘密', '绝密', '机 密', '秘　密', '【机密】', '［秘密］', '（绝密）', '【内部】', '(内部)', '〔内部资料〕', '机密级', '秘密文件',
    '密级：机密', '密级: 秘密★3年', '密级和保密期限：机密★5年', '保密级别：内部',
    '内部资料 注意保存', '内部资料，注意保存', '内部文件', '内部资料', '内部刊物', '内部资料 不得外传', '内部文件·严禁复制', '仅供内部参考', '限内部使用', '内部参阅，请勿外传', '内 部 资 料',
    '000123 机密★1年 特急', '份号：000123 秘密 加急', '秘密　特急', '特急 机密', '工作秘密', '— 机密 —', '机密。',
    '【内部】关于做好督查工作的通知', '（机密）关于有关情况的报告', '关于有关情况的报告（秘密）', '督查专报（内部资料，注意保存）', '临川市数据局　　　　机密★1年',
  ];
  it.each(marks)('at the head: %s', (mark) => expect(findSecrecyMark(head(mark))).toMatchObject({ place: 'text', line: 1 }));
  it.each(marks.slice(0, 19))('at the foot: %s', (mark) => expect(findSecrecyMark(foot(mark))).toMatchObject({ line: 42 }));
  it.each(['机密★10年', '绝密★启用前', '机密', '【秘密】', '【内部】关于情况的报告', '密级：机密', '内部资料 注意保存'])('in the middle: %s', (mark) => {
    expect(findSecrecyMark(middle(mark))).toMatchObject({ line: 42 });
  });
  it('written downwards, one character a line', () => {
    expect(findSecrecyMark(head('机\n密'))?.mark).toBe('机密');
    expect(findSecrecyMark(head('绝\n密\n★\n长\n期'))).not.toBeNull();
  });
  it('hidden by invisible characters or full-width forms', () => {
    expect(findSecrecyMark(head('机\u200b密★１０年'))).not.toBeNull();
  });
  it.each(['机密.docx', '【内部】讲话稿.txt', '讲话稿（秘密）.docx', '内部资料.txt', '机密★1年 讲话.docx'])('in the name of the file: %s', (name) => {
    expect(findSecrecyMark(BODY, [], name)).toMatchObject({ place: 'name' });
  });
});

describe('the same words in a text are no marks', () => {
  const words = [
    '要严格保守国家秘密，落实保密责任。', '保守国家秘密', '要加强内部管理，完善内部控制。', '内部管理', '一、内部管理', '（三）内部审计', '内部控制', '内部监督',
    '不得泄露商业秘密和个人隐私。', '商业秘密', '保护商业秘密', '国家秘密的密级分为绝密、机密、秘密三级。', '密级分为三级（绝密、机密、秘密）', '密级：公开', '密级：无',
    '涉密文件按“机密★10年”的样式标注。', '封面应当标注“内部资料 注意保存”字样。', '机密文件管理制度', '机密文件由专人保管，秘密文件由各单位保管。', '秘密级以上文件要专柜存放。',
    '内部资料要统一编号。', '内部文件和公开文件要分开存放。', '内部网络与互联网要物理隔离。', '《机密》', '《内部资料管理办法》', '加强保密教育，做好机密工作',
    '要建立内部通报制度（内部通报每月一期）。', '核心技术秘密', '* * *', '*', '五星★★★★★', '机关内部', '秘密战线的同志们', '内部讲话要有纪律',
  ];
  it.each(words)('at the head: %s', (line) => expect(findSecrecyMark(head(line))).toBeNull());
  it.each(words)('at the foot: %s', (line) => expect(findSecrecyMark(foot(line))).toBeNull());
  it.each([...words, '内部', '内部资料', '机密文件', '（内部）'])('in the middle: %s', (line) => expect(findSecrecyMark(middle(line))).toBeNull());
  it('a list of the levels is a list', () => expect(findSecrecyMark(middle('绝密\n机密\n秘密'))).toBeNull());
  it.each(['保守国家秘密.docx', '内部管理讲话.txt', '商业秘密保护.docx'])('in the name of the file: %s', (name) => {
    expect(findSecrecyMark(BODY, [], name)).toBeNull();
  });
  it('long lines take no long time', () => {
    const start = performance.now();
    const digits = '1'.repeat(50);
    expect(findSecrecyMark(`${`${digits}x\n`.repeat(2_000)}${'（'.repeat(200_000)}\n${'秘密'.repeat(100_000)}\n${'内部注意保存'.repeat(9)}x`)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

describe('a marked document is refused and the reason names the place', () => {
  it('in a text file', async () => {
    const answer = await readDocument(Buffer.from(head('机密★10年')), 'a.txt');
    expect(answer).toMatchObject({ ok: false, code: 'secrecyMark', message: expect.stringMatching(/^第 1 行带有密级或内部标志“机密★10年”.+请只提交/) });
  });
  const watermark = '<w:p><w:r><w:pict><v:shape><v:textpath style="a" string="机密"/></v:shape></w:pict></w:r></w:p>';
  const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${paragraph('绝密★启用前')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
  const split = `<w:p>${run('秘')}${run('密')}${run('★1年')}</w:p>`;
  it.each([
    ['the header', docx({ body: paragraph(BODY), header: paragraph('内部资料 注意保存') })],
    ['the footer', docx({ body: paragraph(BODY), footer: paragraph('秘密') })],
    ['a watermark', docx({ body: paragraph(BODY), header: watermark })],
    ['a text box', docx({ body: box + paragraph(BODY) })],
    ['runs that split the mark', docx({ body: split + paragraph(BODY) })],
  ])('in %s of a Word document', async (_, bytes) => {
    expect(await readDocument(bytes, 'a.docx')).toMatchObject({ ok: false, code: 'secrecyMark' });
  });
});
