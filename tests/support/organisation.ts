/** A small office for tests: two units, each with a handler and a head, and the posts beside them. */
import type { Organisation } from '../../domain/organisation';

const unit = (id: string, name: string): Organisation['units'][number] => ({ id, name, aliases: [], shortForms: [] });
const person = (id: string, name: string): Organisation['people'][number] => ({ id, name, mail: `${id}@office.example` });
const holding = (post: string, who: string, to: string | null = null): Organisation['holdings'][number] => ({ post, person: who, from: '2025-01-01', to });

export const organisation: Organisation = {
  units: [unit('sjj', '市数据局'), unit('czj', '市财政局'), unit('fgw', '市发展改革委')],
  posts: [
    ...(['sjj', 'czj', 'fgw'] as const).flatMap((u) => [
      { id: `handler@${u}`, kind: 'handler' as const, unit: u, name: '承办人' },
      { id: `unitHead@${u}`, kind: 'unitHead' as const, unit: u, name: '主要负责人' },
    ]),
    { id: 'registrar', kind: 'registrar', unit: null, name: '督查室' },
    { id: 'reviewer', kind: 'reviewer', unit: null, name: '审核人' },
    { id: 'sponsor-a', kind: 'sponsor', unit: null, name: '分管领导' },
  ],
  people: [
    ...(['sjj', 'czj', 'fgw'] as const).flatMap((u) => [person(`h-${u}`, `承办${u}`), person(`head-${u}`, `局长${u}`)]),
    person('reg', '督查员'), person('rev', '审核员'), person('spo', '副市长'),
  ],
  holdings: [
    ...(['sjj', 'czj', 'fgw'] as const).flatMap((u) => [holding(`handler@${u}`, `h-${u}`), holding(`unitHead@${u}`, `head-${u}`)]),
    holding('registrar', 'reg'), holding('reviewer', 'rev'), holding('sponsor-a', 'spo'),
  ],
};
