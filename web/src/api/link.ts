/** Whether the system can be reached, and what its clock said last, and how often changes may have been missed meanwhile. */
import { reactive } from 'vue';

export const link = reactive<{ online: boolean; at: string; gaps: number }>({ online: true, gaps: 0, at: new Date().toISOString() });
