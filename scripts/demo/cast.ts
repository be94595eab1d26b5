/** Which item of `examples/assignments.json` plays which part: index into the file, and its unit's character. */
import type { Character } from './characters';

export const CAST: readonly (readonly [draft: number, character: Character])[] = [
  [0, 'diligent'], [22, 'lookBackFails'], [4, 'diligent'], [11, 'silent'], [9, 'refuses'], [14, 'reassigned'], [10, 'returned'],
  [13, 'late'], [1, 'amended'], [8, 'deemed'], [20, 'diligent'], [7, 'diligent'], [21, 'terminated'], [16, 'returned'],
];
