/** The typed client: every path, parameter and answer as the API declares it. */
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema';

export type { components, paths } from './schema';

/** @param url of the API, e.g. http://127.0.0.1:8787 */
export const createApiClient = (url: string, headers: Readonly<Record<string, string>> = {}): Client<paths> => createClient<paths>({ baseUrl: url, headers, querySerializer: { array: { style: 'form', explode: false } } });
