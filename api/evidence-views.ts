/** A commitment's evidence files as they are shown: what each is, whom it serves, and what should make a reviewer look twice. */
import type { Commitment, Evidence } from '../domain/state';
import { civilDateOf } from '../domain/time';
import { KINDS } from '../intake/evidence-kind';
import { TEXT_KINDS } from '../intake/evidence-content';
import { likeness, SAME_TEXT } from '../intake/likeness';
import type { Stores } from '../stores';
import type { StoredFile } from '../stores/evidence';
import { kindOf } from './evidence-sending';

export const WARNING_CODES = ['sameFile', 'sameText', 'datedBefore', 'notRead', 'held'] as const;
export type WarningCode = (typeof WARNING_CODES)[number];
export interface Warning { readonly code: WarningCode; readonly text: string }

/** Files of one commitment that are listed, handed in or not. */
const FILES = 300;
/** Like files that are looked at; a reviewer needs a few. */
const LIKE = 100;
const NAMED = 5;

interface Other { readonly file: StoredFile; readonly state: Commitment; readonly number: string | null; readonly evidence: Evidence | null }

const commitmentOf = (file: StoredFile): string => file.id.slice(0, file.id.indexOf('/'));
const evidenceOf = (file: StoredFile): string => file.id.slice(file.id.indexOf('/') + 1);

const unitOf = ({ evidence, state }: Other): string => evidence?.unit ?? state.units[0]?.unit ?? '';

/** @param mayName whether the reader may be told of other units' matters */
const likeWords = (here: string, others: readonly Other[], names: ReadonlyMap<string, string>, mayName: boolean): string => {
  if (!mayName) return others.some(({ state }) => state.id !== here) ? '其他事项的佐证' : '本事项其他单位的佐证';
  const told = others.slice(0, NAMED).map((other) =>
    `${names.get(unitOf(other)) ?? unitOf(other)}在${other.state.id === here ? '本事项' : other.number ?? '未编号事项'}中的“${other.file.name}”`);
  return `${told.join('、')}${others.length > NAMED ? `等${others.length}份` : ''}`;
};

const warningsOf = (file: StoredFile, state: Commitment, others: readonly Other[], names: ReadonlyMap<string, string>, mayName: boolean): Warning[] => {
  const same = others.filter((other) => other.file.sha256 === file.sha256);
  const { signature } = file;
  const alike = signature === null ? [] : others.filter((other) => other.file.sha256 !== file.sha256 && other.file.signature !== null && likeness(signature, other.file.signature) >= SAME_TEXT);
  const asked = state.dispatchedAt === null ? null : civilDateOf(state.dispatchedAt);
  const kind = kindOf(file);
  return [
    ...(same.length > 0 ? [{ code: 'sameFile', text: `与${likeWords(state.id, same, names, mayName)}内容完全相同` } as const] : []),
    ...(alike.length > 0 ? [{ code: 'sameText', text: `文字与${likeWords(state.id, alike, names, mayName)}基本相同` } as const] : []),
    ...(asked !== null && file.madeOn !== null && file.madeOn < asked ? [{ code: 'datedBefore', text: `文件自记的日期为${file.madeOn}，早于交办日期${asked}` } as const] : []),
    ...(kind !== null && TEXT_KINDS.includes(kind) && !file.read ? [{ code: 'notRead', text: '未能读取文字，未作比对' } as const] : []),
    ...(file.scan?.state === 'held' ? [{ code: 'held', text: '病毒扫描未能进行，扫描之前不提供下载，也不能作为佐证提交' } as const] : []),
  ];
};

const likeFiles = async (stores: Stores, commitment: string, files: readonly StoredFile[]): Promise<Other[]> => {
  const like = await stores.evidence.like(commitment, files.map((file) => file.sha256), files.flatMap((file) => file.bands), LIKE);
  const ids = [...new Set(like.map(commitmentOf))];
  const documents = new Map((await Promise.all(ids.map((id) => stores.commitments.get(id)))).flatMap((document) => (document ? [[document._id, document] as const] : [])));
  return like.flatMap((file) => {
    const document = documents.get(commitmentOf(file));
    return document ? [{ file, state: document.state, number: document.number, evidence: document.state.evidence.find((one) => one.id === evidenceOf(file)) ?? null }] : [];
  });
};

/** The how-manieth of this name for its criterion: a unit that mends a file hands it in again. */
const versionOf = (all: readonly Evidence[], one: Evidence): number =>
  all.slice(0, all.indexOf(one) + 1).filter(({ criterion, fileName, unit }) => criterion === one.criterion && fileName === one.fileName && unit === one.unit).length;

/** All files of a commitment, those handed in and those only uploaded, in the order in which they came. */
export const evidenceList = async (stores: Stores, state: Commitment, mayName: boolean) => {
  const [files, names] = await Promise.all([stores.evidence.ofCommitment(state.id, FILES), stores.organisation.unitNames()]);
  const elsewhere = files.length === 0 ? [] : await likeFiles(stores, state.id, files);
  const handedIn = files.flatMap((file): Other[] => {
    const evidence = state.evidence.find((one) => one.id === evidenceOf(file));
    return evidence ? [{ file, state, number: null, evidence }] : [];
  });
  // A unit that hands its own file in again mends it; two units that hand in one text should make a reviewer look.
  const othersOf = (handed: Evidence | null): Other[] => (handed === null ? elsewhere : [...handedIn.filter(({ evidence }) => evidence?.unit !== handed.unit), ...elsewhere]);
  return files.map((file) => {
    const id = evidenceOf(file);
    const handed = state.evidence.find((one) => one.id === id) ?? null;
    const kind = kindOf(file);
    const path = `/api/commitments/${state.id}/evidence/${id}`;
    return {
      id, name: file.name, kind, kindName: kind === null ? '未知' : KINDS[kind].name, size: file.size, sha256: file.sha256, sm3: file.sm3,
      uploadedAt: file.at, uploadedBy: file.by && { person: file.by.person, name: file.by.name },
      handedIn: handed && {
        unit: handed.unit, unitName: names.get(handed.unit) ?? handed.unit, criterion: handed.criterion,
        criterionText: state.acceptance.find((one) => one.id === handed.criterion)?.text ?? handed.criterion, version: versionOf(state.evidence, handed), at: handed.at, by: handed.by,
      },
      madeOn: file.madeOn, scan: file.scan && { state: file.scan.state, at: file.scan.at },
      warnings: warningsOf(file, state, othersOf(handed), names, mayName),
      file: `${path}/file`, preview: kind !== null && KINDS[kind].preview ? `${path}/preview` : null,
    };
  });
};
