/** What a matter is made of: children born of it, stages it goes through. */
import { CHILDREN_LIMIT } from '../state';
import { refuse } from '../refusals';
import { civilDateOf } from '../time';
import { underWay, type Handlers } from './handler';

export const childrenHandlers: Handlers<'decompose' | 'completeStage'> = {
  decompose: (state, { children, none }, { at }) => {
    if (state.status === 'SUSPENDED') return refuse('suspended');
    if (state.status !== 'DISPATCHED' && state.status !== 'SIGNED' && state.status !== 'IN_PROGRESS') return refuse('wrongState');
    const born = state.children.items.length;
    if (children === undefined) return born > 0 ? refuse('childrenThere') : [{ type: 'decomposed', children: [], none: none ?? '' }];
    if (born + children.length > CHILDREN_LIMIT) return refuse('tooManyChildren');
    if (children.some((child) => child.due < civilDateOf(at))) return refuse('dueInPast');
    if (children.some((child) => child.due > state.due)) return refuse('dueAfterParent', `本事项的期限为${state.due}，分解事项的期限不得晚于此日`);
    return [{
      type: 'decomposed', none: null,
      children: children.map(({ lead, weight = 1, ...child }, index) => ({ ...child, id: `${state.id}-${born + index + 1}`, unit: lead, weight })),
    }];
  },

  completeStage: (state, { stage, note, documentNumber }) => {
    const wrong = underWay(state);
    if (wrong) return wrong;
    const index = state.stages.findIndex((one) => one.code === stage);
    const found = state.stages[index];
    if (!found) return refuse('unknownStage', `本事项的环节：${state.stages.map((one) => `${one.code} ${one.name}`).join('；') || '无'}`);
    if (found.done !== null) return refuse('stageDone');
    const before = state.stages.slice(0, index).find((one) => one.done === null);
    if (before) return refuse('stageOrder', `请先完成“${before.name}”`);
    if (found.numbered && documentNumber === undefined) return refuse('documentNumberRequired');
    return [{ type: 'stageCompleted', stage, note, documentNumber: documentNumber ?? null }];
  },
};
