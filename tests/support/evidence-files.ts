/** Small true files of the kinds that evidence comes in. */
import { deflateSync } from 'node:zlib';
import { docxParts, paragraph } from './docx';
import { zip, type ZipPart } from './zip';

/** A one-page PDF. @param changed as a PDF writes a date: `20260105103000+08'00'` */
export const pdf = (text: string, changed?: string): Buffer => {
  const stream = `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    changed === undefined ? '<< >>' : `<< /ModDate (D:${changed}) >>`,
  ];
  let out = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
};

/** A red point. */
export const png = (): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    // A checksum of zero: nothing here reads pictures.
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))), chunk('IEND', Buffer.alloc(0))]);
};

/** A JPEG as far as its head goes, with the time of the shot. @param taken `2026:01:05 10:30:00` */
export const jpeg = (taken: string): Buffer => Buffer.concat([Buffer.from('\xff\xd8\xff\xe1\x00\x40Exif\0\0II*\0\x08\0\0\0', 'latin1'), Buffer.from(`${taken}\0`, 'latin1'), Buffer.from('\xff\xd9', 'latin1')]);

const CORE = (changed: string): ZipPart => ({ name: 'docProps/core.xml', data: `<?xml version="1.0"?><cp:coreProperties xmlns:cp="urn:x" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>${changed}</dcterms:modified></cp:coreProperties>` });
/** @param changed an instant, as Word writes it: `2026-01-05T02:30:00Z` */
export const docxFile = (lines: readonly string[], changed?: string, more: readonly ZipPart[] = []): Buffer =>
  zip(docxParts({ body: lines.map((line) => paragraph(line)).join(''), more: [...(changed === undefined ? [] : [CORE(changed)]), ...more] }));

/** An archive with the parts that tell its kind. */
export const archiveOf = (...names: readonly string[]): Buffer => zip(names.map((name) => ({ name, data: '<x/>' })));
