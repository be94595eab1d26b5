import { formatNumber } from '../../intake/docx/number-format';

it.each([
  ['chineseCountingThousand', [1, 10, 11, 20, 105, 110, 1024], ['一', '十', '十一', '二十', '一百零五', '一百一十', '一千零二十四']],
  ['chineseLegalSimplified', [1, 10, 23], ['壹', '壹拾', '贰拾叁']],
  ['ideographDigital', [10, 26], ['一〇', '二六']],
  ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
  ['decimalEnclosedCircleChinese', [1, 20, 21], ['①', '⑳', '21']],
  ['decimalEnclosedParen', [3], ['⑶']],
  ['decimalZero', [7, 12], ['07', '12']],
  ['decimalFullWidth', [12], ['１２']],
  ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
  ['upperRoman', [4, 19, 2026], ['IV', 'XIX', 'MMXXVI']],
  ['bullet', [1], ['']],
  ['somethingNew', [5], ['5']],
])('numbers in the form %s are written as Word writes them', (format, numbers, expected) => {
  expect(numbers.map((number) => formatNumber(number, format))).toEqual(expected);
});
