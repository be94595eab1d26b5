/** Who takes part. A file of its own, without schemas: what reckons with moments is itself needed by the state's schemas. */
import type { Commitment, UnitPart } from './state';

export const leadOf = (state: Commitment): UnitPart => state.units.find((u) => u.role === 'lead') ?? (state.units[0] as UnitPart);
export const partOf = (state: Commitment, unit: string): UnitPart | undefined => state.units.find((u) => u.unit === unit);
