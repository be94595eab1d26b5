/** The documents of slips kept at hand: a slip's recipients are served within moments of each other, and making a document costs more than sending it. */
import type { SlipContent } from '../../documents/slip';

/** Some 10 KB each. */
const KEPT = 100;

/**
 * @param make the document of a slip's content, which is fixed when the slip first goes out
 * @returns the document by the slip's id: made once, and again only where the making failed or a hundred others came since
 */
export const createSlipFiles = (make: (content: SlipContent) => Promise<Buffer>) => {
  const files = new Map<string, Promise<Buffer>>();
  return (slip: string, content: SlipContent): Promise<Buffer> => {
    const known = files.get(slip);
    if (known !== undefined) return known;
    const made = make(content).catch((error: unknown) => {
      files.delete(slip);
      throw error;
    });
    files.set(slip, made);
    const [oldest] = files.keys();
    if (files.size > KEPT && oldest !== undefined) files.delete(oldest);
    return made;
  };
};
