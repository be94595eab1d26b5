import { SolarDay } from 'tyme4ts';
import { feast } from '../../speech/lexicon/feasts';
import { draftIn, read } from './support';

/** Words, the day of the speech, the last day they allow. */
const VECTORS: readonly (readonly [words: string, spoken: string, due: string | null])[] = [
  ['年底前', '2026-03-02', '2026-12-31'], ['今年底前', '2026-03-02', '2026-12-31'], ['年内', '2026-03-02', '2026-12-31'], ['明年年底前', '2026-03-02', '2027-12-31'],
  ['上半年', '2026-03-02', '2026-06-30'], ['下半年', '2026-03-02', '2026-12-31'], ['明年上半年', '2026-09-01', '2027-06-30'],
  ['三季度', '2026-03-02', '2026-09-30'], ['二季度末前', '2026-03-02', '2026-06-30'], ['明年一季度', '2026-03-02', '2027-03-31'],
  ['9月底前', '2026-03-02', '2026-09-30'], ['9月前', '2026-03-02', '2026-08-31'], ['9月份', '2026-03-02', '2026-09-30'], ['九月底前', '2026-03-02', '2026-09-30'],
  ['2月底前', '2026-03-02', '2027-02-28'], ['4月20日前', '2026-03-02', '2026-04-20'], ['10月中旬', '2026-03-02', '2026-10-20'], ['2027年5月底前', '2026-03-02', '2027-05-31'],
  ['本月内', '2026-03-02', '2026-03-31'], ['本月底前', '2026-03-02', '2026-03-31'], ['下月底前', '2026-01-31', '2026-02-28'], ['25日前', '2026-03-02', '2026-03-25'], ['本月20日前', '2026-03-02', '2026-03-20'],
  ['本周五前', '2026-03-02', '2026-03-06'], ['下周三前', '2026-03-02', '2026-03-11'],
  ['10天内', '2026-03-02', '2026-03-12'], ['三天内', '2026-03-02', '2026-03-05'], ['一周内', '2026-03-02', '2026-03-09'], ['3个月内', '2026-01-31', '2026-04-30'], ['半年内', '2026-03-02', '2026-09-02'],
  ['两年内', '2026-03-02', '2028-03-02'], ['5个工作日内', '2026-03-02', '2026-03-09'], ['20个工作日内', '2026-09-21', '2026-10-26'],
  ['春节前', '2025-12-01', '2026-02-16'], ['国庆节前', '2026-03-02', '2026-09-30'], ['“五一”前', '2026-03-02', '2026-04-30'], ['中秋节前', '2026-03-02', '2026-09-24'], ['端午节前', '2026-03-02', '2026-06-18'], ['元旦前', '2026-03-02', '2026-12-31'],
  ['“十五五”末', '2026-03-02', '2030-12-31'], ['到2028年底', '2026-03-02', '2028-12-31'], ['秋季开学前', '2026-03-02', '2026-08-31'],
  ['汛期前', '2026-03-02', null], ['批复后30日内', '2026-03-02', null],
];

describe('deadline words', () => {
  it.each(VECTORS)('reads %s, spoken on %s, as %s', (words, spoken, due) => {
    const draft = draftIn(`${words}完成管网检修。`, spoken);
    expect(draft.due?.value.date ?? null).toBe(due);
    expect(draft.due).not.toBeNull();
  });

  it('gives no date where the speech has none', () => {
    expect(draftIn('9月底前完成管网检修。', null).due?.value).toMatchObject({ words: '9月底前', date: null });
    expect(draftIn('2027年9月底前完成管网检修。', null).due?.value.date).toBe('2027-09-30');
  });

  it('marks a date in a year without a published calendar as provisional', () => {
    expect(draftIn('明年6月底前完成管网检修。').due?.value.provisional).toBe(true);
    expect(draftIn('6月底前完成管网检修。').due?.value.provisional).toBe(false);
  });

  it('does not take a period inside a name for a deadline', () => {
    expect(read('进一步明确下半年重点项目清单。').drafts[0]?.due ?? null).toBeNull();
  });

  it('gives a limit that runs from an event no date', () => {
    expect(draftIn('一经发现，3日内完成处置。').due?.value.date).toBeNull();
  });

  it('lets a deadline at the head of the sentence govern all that follows', () => {
    expect(read('年内，建成泵站2座，改造管网5公里。').drafts.map((d) => d.due?.value.date)).toEqual(['2026-12-31', '2026-12-31']);
  });

  it('says where in the text the words stand', () => {
    const text = '各位同志，我局将于9月底前建成档案库。';
    const due = draftIn(text).due!;
    expect(due.provenance).toMatchObject({ kind: 'explicit' });
    if (due.provenance.kind === 'explicit') expect(text.slice(due.provenance.start, due.provenance.end)).toBe('9月底前');
  });
});

describe('the table of feasts', () => {
  it('agrees with a calendar library from 2020 to 2035', () => {
    const lunar: Readonly<Record<string, readonly [month: number, day: number]>> = { 春节: [1, 1], 元宵: [1, 15], 端午: [5, 5], 中秋: [8, 15], 重阳: [9, 9] };
    for (let year = 2020; year <= 2035; year += 1) {
      for (const [name, [month, day]] of Object.entries(lunar)) {
        const [y, m, d] = feast(name, '2020-01-01', year)!.split('-').map(Number);
        const found = SolarDay.fromYmd(y!, m!, d!).getLunarDay();
        expect([name, year, found.getMonth(), found.getDay()]).toEqual([name, year, month, day]);
      }
      const [y, m, d] = feast('清明', '2020-01-01', year)!.split('-').map(Number);
      expect(SolarDay.fromYmd(y!, m!, d!).getTerm().getName()).toBe('清明');
    }
  });
});
