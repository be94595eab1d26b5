/** Whether the system can be reached, and what its clock said last. */
import { reactive } from 'vue';

export const link = reactive<{ online: boolean; at: string }>({ online: true, at: new Date().toISOString() });
