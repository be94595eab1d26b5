/** Stands in for `workflows/proxies` in the bundle: effects by ordinary activities alone. */
export { digests, mail, store, store as quickStore } from '../../workflows/proxies';
