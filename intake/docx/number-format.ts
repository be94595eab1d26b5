const DIGITS = '零一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** A number in the form that Word's `numFmt` names; unknown forms fall back to plain digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return fullWidth(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return chinese(value, DIGITS, '十百千万');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return chinese(value, LEGAL_DIGITS, '拾佰仟万').replace(/^拾/, '壹拾');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => (digit === '0' ? '〇' : DIGITS.charAt(Number(digit)))).join('');
    case 'ideographTraditional':
      return value <= STEMS.length ? STEMS.charAt(value - 1) : String(value);
    case 'ideographZodiac':
      return value <= BRANCHES.length ? BRANCHES.charAt(value - 1) : String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 0x2460, 20);
    case 'decimalEnclosedParen':
      return enclosed(value, 0x2474, 20);
    case 'decimalEnclosedFullstop':
      return enclosed(value, 0x2488, 20);
    case 'ideographEnclosedCircle':
      return enclosed(value, 0x3280, 10);
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    default:
      return String(value);
  }
}

function fullWidth(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
}

function enclosed(value: number, first: number, last: number): string {
  return value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value);
}

/** 1 to 99,999; a leading 一十 is written 十. */
function chinese(value: number, digits: string, units: string): string {
  if (value <= 0 || value > 99_999) return String(value);
  const figures = String(value);
  let text = '';
  let gap = false;
  [...figures].forEach((figure, index) => {
    const place = figures.length - index - 1;
    if (figure === '0') {
      gap = text !== '';
      return;
    }
    if (gap) text += digits.charAt(0);
    gap = false;
    text += digits.charAt(Number(figure)) + (place > 0 ? units.charAt(place - 1) : '');
  });
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** a … z, aa, bb … as Word does. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
