/** `npm run indexes`: makes the indexes declared beside the schemas. */
import { allIndexes } from '../stores';
import { withOffice } from './with-stores';

withOffice(async ({ stores }) => {
  await stores.ensureIndexes();
  console.log(`索引${allIndexes.length}个，已就绪`);
});
