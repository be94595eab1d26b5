/** Ids and queue names, in one place. Queue names carry a version: a change that old workers cannot run gets a new one. */
export const COMMITMENT_QUEUE = 'commitments-v1';
export const MAIL_QUEUE = 'mail-v1';

export const commitmentWorkflowId = (commitment: string): string => `commitment/${commitment}`;
export const noticeWorkflowId = (notice: string): string => `notice/${notice}`;
export const DIGEST_SCHEDULE_ID = 'digest';
export const rolloutWorkflowId = (calendar: string): string => `rollout/${calendar}`;
export const registrationWorkflowId = (source: string, registration: string): string => `registration/${source}/${registration}`;
