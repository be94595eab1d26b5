/** Which item of `examples/assignments.json` plays which part: index into the file, and its unit's character. */
import type { Character } from './characters';

export const CAST: readonly (readonly [draft: number, character: Character])[] = [
  [0, 'diligent'], [22, 'lookBackFails'], [4, 'extends'], [11, 'silent'], [9, 'refuses'], [14, 'reassigned'], [10, 'returned'],
  [13, 'late'], [1, 'amended'], [8, 'deemed'], [20, 'suspended'], [7, 'stretch'], [21, 'terminated'], [16, 'transferred'], [5, 'raised'], [17, 'coUnits'],
];
