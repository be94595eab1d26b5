/** Failures whose words and stacks are payloads too: only so does the codec reach them. Runs in the sandbox as well. */
import { DefaultFailureConverter } from '@temporalio/common';

export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
