/** The contract itself: the document for programs, the same as a page for people. */
import { z } from 'zod';
import { openApiOf, type OpenApi } from './openapi';
import { ok, route, type ApiRouter } from './route';

const escaped = (text: unknown): string => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const code = (value: unknown): string => `<details><summary>内容</summary><pre>${escaped(JSON.stringify(value, null, 2))}</pre></details>`;

interface Operation {
  readonly summary: string; readonly tags: readonly string[]; readonly 'x-action': string; readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters: readonly { name: string; in: string; required: boolean; description?: string; schema: unknown }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: unknown }>> };
  readonly responses: Readonly<Record<string, { description: string; headers?: Readonly<Record<string, unknown>>; content?: Readonly<Record<string, { schema: unknown }>> }>>;
}
const PLACES: Readonly<Record<string, string>> = { path: '地址', query: '查询', header: '请求头' };

const WAYS: Readonly<Record<string, string>> = { session: '会话', csrf: 'X-CSRF-Token', token: '令牌' };
const entranceWords = (security: Operation['security']): string =>
  (security.length === 0 ? '不必登录' : security.map((way) => Object.keys(way).map((name) => WAYS[name] ?? name).join('加')).join('，或'));

const operationPage = (method: string, path: string, { summary, parameters, requestBody, responses, security, ...rest }: Operation): string => `
<section id="${escaped(`${method}${path}`)}"><h3>${escaped(summary)}</h3><p><b>${escaped(method.toUpperCase())}</b> <code>${escaped(path)}</code>　所需权限：<code>${escaped(rest['x-action'])}</code>　凭据：${escaped(entranceWords(security))}</p>
${parameters.length === 0 ? '' : `<table><tr><th>参数</th><th>位置</th><th>必填</th><th>可填</th></tr>${parameters.map((one) => `<tr><td><code>${escaped(one.name)}</code></td><td>${escaped(PLACES[one.in] ?? one.in)}</td><td>${one.required ? '是' : '否'}</td><td>${one.description === undefined ? '' : `${escaped(one.description)}　`}<code>${escaped(JSON.stringify(one.schema))}</code></td></tr>`).join('')}</table>`}
${requestBody ? Object.entries(requestBody.content).map(([type, { schema }]) => `<h4>请求内容 <code>${escaped(type)}</code></h4>${code(schema)}`).join('') : ''}
${Object.entries(responses).filter(([status]) => status !== 'default').map(([status, { description, headers, content }]) => `<h4>${escaped(status)} ${escaped(description)} ${Object.keys(content ?? {}).map((type) => `<code>${escaped(type)}</code>`).join('')}</h4>${headers ? `<p>答复头：${Object.keys(headers).map((name) => `<code>${escaped(name)}</code>`).join('、')}</p>` : ''}${Object.values(content ?? {}).map(({ schema }) => code(schema)).join('')}`).join('')}
</section>`;

/** Plain HTML: no script, and the one stylesheet is a file, as the policy asks. */
export const docsPage = (document: OpenApi): string => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as unknown as Operation })));
  const tags = document.tags.map(({ name }) => ({ name, own: operations.filter(({ operation }) => operation.tags.includes(name)) })).filter(({ own }) => own.length > 0);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>言行接口说明</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<header><h1>言行接口说明</h1><p>${escaped(document.info['description'])}</p><p><a href="/api/openapi.json">OpenAPI 3.1 文档</a></p></header>
<nav>${tags.map(({ name, own }) => `<h2>${escaped(name)}</h2><ul>${own.map(({ method, path, operation }) => `<li><a href="#${escaped(`${method}${path}`)}">${escaped(operation.summary)}</a></li>`).join('')}</ul>`).join('')}</nav>
<main>${tags.map(({ name, own }) => `<h2>${escaped(name)}</h2>${own.map(({ method, path, operation }) => operationPage(method, path, operation)).join('')}`).join('')}
<h2>凭据</h2>${Object.entries((document.components as { securitySchemes: Record<string, { description: string }> }).securitySchemes).map(([name, { description }]) => `<p><b>${escaped(WAYS[name] ?? name)}</b>　${escaped(description)}</p>`).join('')}
<h2>答复头</h2>${Object.entries((document.components as { headers: Record<string, { description: string }> }).headers).map(([name, { description }]) => `<p><code>${escaped(name)}</code>　${escaped(description)}</p>`).join('')}
<h2>数据结构</h2>${Object.entries((document.components as { schemas: Record<string, unknown> }).schemas).map(([name, schema]) => `<section id="${escaped(name)}"><h3>${escaped(name)}</h3>${code(schema)}</section>`).join('')}</main></body></html>`;
};

const STYLE = `body{margin:0;font:15px/1.7 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;color:#222;background:#fbfaf7;display:grid;grid-template:auto 1fr/16rem minmax(0,1fr)}
header{grid-column:1/3;padding:1.2rem 2rem;border-bottom:2px solid #9d2b22}h1{margin:0;font-size:1.6rem}h2{font-size:1.15rem;color:#9d2b22}h3{margin:0 0 .2rem;font-size:1.05rem}h4{margin:.6rem 0 .2rem;font-size:.95rem}
nav{padding:0 1rem 2rem 2rem;font-size:.9rem}nav ul{margin:0;padding:0;list-style:none}nav a{color:#333;text-decoration:none}nav a:hover{text-decoration:underline}
main{padding:0 2rem 4rem 1rem}section{padding:1rem 0;border-bottom:1px solid #ddd6c8}code,pre{font:13px/1.5 "JetBrains Mono",Consolas,monospace}td code{overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;table-layout:fixed}th:nth-child(1){width:24%}th:nth-child(2),th:nth-child(3){width:9%}th,td{padding:.25rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid #e8e2d6}
pre{max-height:24rem;overflow:auto;padding:.7rem;background:#f3efe6}summary{cursor:pointer;color:#666}@media(max-width:50rem){body{display:block}}`;

/** Declared last: it tells of all that was declared before, and of itself. */
export const docsRoutes = (api: ApiRouter): void => {
  let document: OpenApi | null = null;
  const documentOf = (): OpenApi => (document ??= openApiOf(api.declared));

  route(api, { method: 'get', path: '/api/openapi.json', summary: '本接口的 OpenAPI 3.1 文档', tag: '接口', action: 'public', answers: { 200: z.looseObject({ openapi: z.literal('3.1.0') }) } }, () => ok(documentOf()));
  route(api, { method: 'get', path: '/api/docs', summary: '接口说明页', tag: '接口', action: 'public', answers: { 200: null }, media: 'text/html', streaming: true }, async (_input, { response }) => {
    response.set('Content-Security-Policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'").type('text/html').send(docsPage(documentOf()));
    return null;
  });
  route(api, { method: 'get', path: '/api/docs.css', summary: '接口说明页的样式', tag: '接口', action: 'public', answers: { 200: null }, media: 'text/css', streaming: true }, async (_input, { response }) => {
    response.type('text/css').send(STYLE);
    return null;
  });
};
