/** S9 (quality.md), the names of files that a browser sends: path, NUL, writing direction, devices, hidden endings. */
import fc from 'fast-check';
import { cleanFileName } from '../../api/file-names';

test.each([
  ['../../etc/passwd', 'passwd'], ['C:\\fakepath\\清单.pdf', '清单.pdf'], ['清\u0000单.pdf', '清_单.pdf'], ['发票\u202efdp.exe', '发票_fdp.exe'],
  ['发票.exe.pdf', '发票_exe.pdf'], ['a.html.txt', 'a_html.txt'], ['CON', '_CON'], ['nul.txt', '_nul.txt'], ['com1.docx', '_com1.docx'], ['console.txt', 'console.txt'],
  ['..', '未命名文件'], ['', '未命名文件'], ['   .  ', '未命名文件'], ['a<b>"c|d?.txt', 'a_b__c_d_.txt'], ['关于2026.3月情况.报告.docx', '关于2026.3月情况.报告.docx'],
  [`${'长'.repeat(300)}.docx`, `${'长'.repeat(195)}.docx`],
])('%j is kept as %j', (sent, kept) => {
  expect(cleanFileName(sent)).toBe(kept);
});

test('whatever is sent, what is kept is one harmless name', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (sent) => {
    const kept = cleanFileName(sent);
    expect(kept).toMatch(/^[^/\\\p{Cc}\p{Cf}]+$/u);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(kept).not.toMatch(/^(\.|con$|nul$)/i);
  }), { seed: 20260302, numRuns: 500 });
});
