/** Text that people write. */
import { z } from 'zod';

/**
 * A string that survives UTF-8: half a surrogate pair would come back from the database as another character,
 * and the ledger's hash over it would never verify again.
 */
export const text = () => z.string().refine((value) => !/\p{Surrogate}/u.test(value), { message: '含有不成对的代理字符，请重新输入' });
