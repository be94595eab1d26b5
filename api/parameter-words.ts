/** What a parameter of the address means, where its own schema says nothing: one name means the same everywhere. */
export const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  id: '编号', version: '版本', name: '名称', evidenceId: '佐证编号', rid: '立项编号', key: 'Idempotency-Key', account: '账号', person: '人员编号', code: '统一认证给出的代码', next: '登录后回到的页面',
  asOf: '截至：日期（当日终了）或时刻，不填为现在', limit: '一页几项，1至200', cursor: '上一页给出的 next，从那里接着读', sort: '次序，前加 - 为倒序', columns: '要哪些列，按此次序',
  unit: '单位编号：牵头或配合', lead: '牵头单位编号', source: '来文编号，- 为没有来文', section: '来文的部分，- 为不属任何部分', sponsor: '分管领导的岗位编号', commitment: '事项编号',
  status: '事项状态', colour: '灯；closed 为办结，dropped 为终止和不再推进的', kind: '类别', state: '状态', timely: '原定期限已到的，是否按时', stretch: '是否为力争完成的事项', find: '标题、文号、原句或单位名称中的文字',
  dueFrom: '期限不早于', dueTo: '期限不晚于', overdueFrom: '逾期不少于几个工作日', overdueTo: '逾期不超过几个工作日', ids: '只在这些事项中，编号以逗号分隔',
  pack: '规则的名称', matterClass: '事项类别的代码；- 为没有类别的', registeredFrom: '立项日期不早于', registeredTo: '立项日期不晚于', clock: '一项时限的一个数所指的事项：时限代码,限期,情况[,单位]，情况为 owed、met、inTime、late、running、missed；按现在的情况',
  from: '起始日期', to: '截止日期', date: '来文日期', title: '标题', speaker: '讲话人或来文单位', urgency: '批示的缓急', basis: '按何种期限统计', occasion: '通知的事由', ambiguous: '只看未能证实送达的',
  object: '所涉对象', action: '操作',
};
