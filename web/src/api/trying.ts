/** What a form shows of one write at a time: whether it is under way, and why it was refused. */
import { ref, shallowRef, type Ref } from 'vue';
import { problemOf, type ApiProblem } from './http';

export interface Trying {
  readonly busy: Ref<boolean>;
  readonly problem: Ref<ApiProblem | null>;
  /** Runs `work`; what it throws stands in `problem` until the next try. */
  trying(work: () => Promise<void>): Promise<void>;
}

export const useTrying = (): Trying => {
  const busy = ref(false);
  const problem = shallowRef<ApiProblem | null>(null);
  const trying = async (work: () => Promise<void>): Promise<void> => {
    busy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      busy.value = false;
    }
  };
  return { busy, problem, trying };
};
