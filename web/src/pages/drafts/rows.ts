/** Rows that are written one by one and given as one value; a row that is not whole yet is kept, but not given. */
import { ref, watch, type Ref } from 'vue';

export interface Rows<R> { readonly rows: Ref<R[]>; give(): void; remove(index: number): void }

/** @param value what is held now @param rowOf one of it as it is written @param given of the rows what is whole @param emit null where nothing is left */
export const useRows = <T extends object, R extends object>(value: () => readonly T[], rowOf: (one: T) => R, given: (rows: readonly R[]) => T[], emit: (value: T[] | null) => void): Rows<R> => {
  const rows = ref(value().map(rowOf)) as Ref<R[]>;
  const same = (one: readonly T[], other: readonly T[]): boolean => JSON.stringify(one) === JSON.stringify(other);
  // What is being written is not replaced by its own echo.
  watch(value, (now) => { if (!same(now, given(rows.value))) rows.value = now.map(rowOf); });
  const give = (): void => {
    const now = given(rows.value);
    if (!same(now, value())) emit(now.length === 0 ? null : now);
  };
  return {
    rows, give,
    remove(index) {
      rows.value.splice(index, 1);
      give();
    },
  };
};
