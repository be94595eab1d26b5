/** Stands in for `workflows/proxies` in the bundle: effects by ordinary activities alone. */
export * from '../../workflows/proxies';
export { store as quickStore } from '../../workflows/proxies';
