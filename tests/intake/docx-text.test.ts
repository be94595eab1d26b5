import { readDocument } from '../../intake/read-document';
import { docx, level, list, numbered, paragraph, RELS, run, TYPES, type DocxParts } from '../support/docx';
import { zip } from '../support/zip';

async function read(parts: DocxParts): Promise<{ text: string; notes: string }> {
  const answer = await readDocument(docx(parts), 'speech.docx');
  if (!answer.ok) throw new Error(`${answer.code}: ${answer.message}`);
  expect(answer.format).toBe('docx');
  return { text: answer.text, notes: answer.notes.join('\n') };
}

const CHINESE = list(
  level(0, 'chineseCountingThousand', '%1、') + level(1, 'japaneseCounting', '（%2）') + level(2, 'decimal', '%3.') + level(3, 'decimalEnclosedCircle', '%4'),
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
);

describe('the text of a Word document', () => {
  it('paragraphs and headings are lines, runs of one paragraph are one line, blank runs shrink', async () => {
    const { text } = await read({
      body: paragraph('讲话', '<w:pStyle w:val="Heading1"/>') + paragraph('') + paragraph('') + `<w:p>${run('要制定')}${run('办法 &amp; 细则&#12290;')}</w:p><w:p/>`,
    });
    expect(text).toBe('讲话\n\n要制定办法 & 细则。');
  });

  it('automatic numbers come back as Word shows them', async () => {
    const { text, notes } = await read({
      numbering: CHINESE,
      body: [numbered('总体要求'), numbered('提高认识', 1), numbered('抓好落实', 1), numbered('2026年目标', 2), numbered('任务', 2), numbered('细项', 3), numbered('重点工作'), numbered('夯实底座', 1), paragraph('不编号'), numbered('重新开始', 0, 2)].join(''),
    });
    expect(text.split('\n')).toEqual(['一、总体要求', '（一）提高认识', '（二）抓好落实', '1. 2026年目标', '2.任务', '① 细项', '二、重点工作', '（一）夯实底座', '不编号', '一、重新开始']);
    expect(notes).toContain('已还原 9 处自动编号');
  });

  it('numbers past ten and numbers that a style carries come back too', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="mine"/><w:basedOn w:val="H1"/></w:style>';
    const heading = paragraph('节', '<w:pStyle w:val="Mine"/>');
    const { text } = await read({ numbering: CHINESE, styles, body: heading.repeat(21) + paragraph('无号', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>') });
    expect(text.split('\n').slice(8)).toEqual(['九、节', '十、节', '十一、节', '十二、节', '十三、节', '十四、节', '十五、节', '十六、节', '十七、节', '十八、节', '十九、节', '二十、节', '二十一、节', '无号']);
  });

  it('bullets add nothing', async () => {
    const { text } = await read({ numbering: list(level(0, 'bullet', '\uf0b7')), body: numbered('要办好') });
    expect(text).toBe('要办好');
  });

  it('each paragraph of a table cell is a line', async () => {
    const row = (...cells: string[]): string => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const { text } = await read({ body: `<w:tbl>${row('任务', '单位')}${row('建平台', '数据局')}</w:tbl>${paragraph('后文')}` });
    expect(text).toBe('任务\n单位\n建平台\n数据局\n后文');
  });

  it('footnotes and endnotes stay out of the running text and stand in the notes', async () => {
    const { text, notes } = await read({
      body: `<w:p>${run('要压减支出')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('5%。')}</w:p>`,
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p>${run('---')}</w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('以上年为基数。')}</w:p></w:footnote>`,
      endnotes: `<w:endnote w:id="3"><w:p>${run('见附件。')}</w:p></w:endnote>`,
    });
    expect(text).toBe('要压减支出5%。');
    expect(notes).toContain('脚注 1 条，未并入正文\n脚注 1：以上年为基数。');
    expect(notes).toContain('尾注 1：见附件。');
  });

  it('tracked changes: insertions stay, deletions and the old place of moved text go, and this is told', async () => {
    const { text, notes } = await read({
      body: `<w:p>${run('要在')}<w:del w:id="1" w:author="a"><w:r><w:delText>10月</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>9月</w:t></w:r></w:ins>${run('底前完成。')}<w:moveFrom w:id="3"><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>`,
    });
    expect(text).toBe('要在9月底前完成。新处');
    expect(notes).toContain('2 处插入按接受处理，2 处删除未并入正文');
  });

  it('a paragraph end or a table row that was deleted is gone, and an old numbering does not count', async () => {
    const gone = '<w:rPr><w:del w:id="9"/></w:rPr>';
    const old = '<w:pPrChange w:id="5"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    const { text } = await read({
      numbering: CHINESE,
      body: `${paragraph('前半，', gone)}${paragraph('后半。', old)}<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>${paragraph('删去的行')}</w:tc></w:tr><w:tr><w:tc>${paragraph('留下的行')}</w:tc></w:tr></w:tbl>`,
    });
    expect(text).toBe('前半，后半。\n留下的行');
  });

  it('comments, field codes, hidden text, placeholders and the table of contents are no text', async () => {
    const { text, notes } = await read({
      styles: '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>',
      comments: `<w:comment w:id="0"><w:p>${run('此处再议')}</w:p></w:comment>`,
      body: `${paragraph('一、目标\t1', '<w:pStyle w:val="11"/>')}<w:p><w:commentRangeStart w:id="0"/>${run('要办好')}<w:commentRangeEnd w:id="0"/><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('单击此处')}</w:sdtContent></w:sdt><w:sdt><w:sdtContent>${paragraph('控件里的字')}</w:sdtContent></w:sdt>`,
    });
    expect(text).toBe('要办好\n控件里的字');
    expect(notes).toMatch(/目录 1 行未并入正文[\s\S]*1 处隐藏文字[\s\S]*批注未并入正文/);
  });

  it('a text box comes once, after the paragraph that holds it', async () => {
    const box = `<w:txbxContent>${paragraph('框中第一行')}${paragraph('框中第二行')}</w:txbxContent>`;
    const { text } = await read({
      body: `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>${paragraph('下一段')}`,
    });
    expect(text).toBe('前后\n框中第一行\n框中第二行\n下一段');
  });

  it('a soft break ends a line between sentences and short lines, and not amid a sentence', async () => {
    const br = '<w:r><w:br/></w:r>';
    const { text, notes } = await read({
      body: `<w:p>${run('在全市工作会议上的')}${br}${run('讲话')}</w:p><w:p>${run('要建立健全跨部门跨层级跨区域的数据共享协调')}${br}${run('机制，按月通报。')}${br}${run('二是抓落实。')}</w:p>`,
    });
    expect(text).toBe('在全市工作会议上的\n讲话\n要建立健全跨部门跨层级跨区域的数据共享协调机制，按月通报。\n二是抓落实。');
    expect(notes).toContain('3 处段内换行');
  });

  it('a document that other software wrote with another namespace prefix reads the same', async () => {
    const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>要办好</x:t></x:r></x:p></x:body></x:document>`;
    const answer = await readDocument(zip([{ name: '[Content_Types].xml', data: TYPES }, { name: '_rels/.rels', data: RELS.replace('word/document', 'word/document2') }, { name: 'word/document2.xml', data: strict }]), 'a.docx');
    expect(answer).toMatchObject({ ok: true, text: '要办好' });
  });

  it('a text larger than one inflated piece is read without a break at the seams', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `第${index}条 要办好&lt;民生&gt;实事。`);
    const answer = await readDocument(docx({ body: lines.map((line) => paragraph(line)).join('') }), 'a.docx');
    expect(answer).toMatchObject({ ok: true, text: lines.join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>') });
  });
});
