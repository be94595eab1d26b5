import { zip, type ZipPart } from './zip';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPACES = `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;

export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly more?: readonly ZipPart[];
}

export function xml(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:${root} ${SPACES}>${inner}</w:${root}>`;
}

export const RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
export const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

/** The parts of a Word document around the given body. */
export function docxParts(parts: DocxParts): ZipPart[] {
  const list: ZipPart[] = [
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: RELS },
    { name: 'word/document.xml', data: xml('document', `<w:body>${parts.body}<w:sectPr/></w:body>`) },
  ];
  const optional = [
    ['numbering', 'numbering.xml', parts.numbering],
    ['styles', 'styles.xml', parts.styles],
    ['footnotes', 'footnotes.xml', parts.footnotes],
    ['endnotes', 'endnotes.xml', parts.endnotes],
    ['comments', 'comments.xml', parts.comments],
    ['hdr', 'header1.xml', parts.header],
    ['ftr', 'footer1.xml', parts.footer],
  ] as const;
  for (const [root, file, inner] of optional) {
    if (inner !== undefined) list.push({ name: `word/${file}`, data: xml(root, inner) });
  }
  return [...list, ...(parts.more ?? [])];
}

export function docx(parts: DocxParts): Buffer {
  return zip(docxParts(parts));
}

export function run(text: string): string {
  return `<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p w:rsidR="00A1"><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

export function numbered(text: string, level = 0, list = 1): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

export function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function list(abstract: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'): string {
  return `<w:abstractNum w:abstractNumId="0">${abstract}</w:abstractNum>${nums}`;
}
