export type IntakeRefusal =
  | 'empty'
  | 'tooLarge'
  | 'notText'
  | 'secrecyMark'
  | 'zipBomb'
  | 'brokenDocx'
  | 'unsupported';

/** Thrown inside `intake/` only; `readDocument` turns it into its answer. */
export class Refused extends Error {
  readonly code: IntakeRefusal;

  constructor(code: IntakeRefusal, message: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
  }
}

/** Closes every message: what would be accepted. */
export const ACCEPTED = '请提供 UTF-8、GB18030 或带 BOM 的 UTF-16 编码的纯文本（.txt），或未加密的 Word 文档（.docx）。';
