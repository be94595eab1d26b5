/**
 * Places where the crash tests kill a worker. Nothing happens unless YANXING_FAULT_POINT names the place
 * and the file YANXING_FAULT_FLAG exists; the file goes first, so that one flag kills one process once.
 */
import { unlinkSync } from 'node:fs';

/* eslint-disable no-restricted-syntax -- a test's switch, not a setting: it must not appear among the office's variables */
export type FaultPoint = 'beforeWrite' | 'afterWrite' | 'duringSmtp' | 'afterAccepted' | 'afterRecord' | 'duringRegistration';

const wanted = process.env['YANXING_FAULT_POINT'];
const flag = process.env['YANXING_FAULT_FLAG'];

if (wanted !== undefined && process.env['NODE_ENV'] === 'production') {
  throw new Error('YANXING_FAULT_POINT kills workers on purpose and is refused with NODE_ENV=production');
}

const taken = (): boolean => {
  try {
    if (flag === undefined) return false;
    unlinkSync(flag);
    return true;
  } catch {
    return false;
  }
};

export const faultPoint = (name: FaultPoint): void => {
  if (wanted === name && taken()) process.kill(process.pid, 'SIGKILL');
};
