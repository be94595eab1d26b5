/** Made by `npm run openapi` from the routes' declarations. */
export interface paths {
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 进程是否在运行 */
        readonly get: operations["getHealthLive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 能否办理：数据库和流程引擎是否都在 */
        readonly get: operations["getHealthReady"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/engine": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 后台办理进程是否在岗，最近一次提醒晚了多久 */
        readonly get: operations["getHealthEngine"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 运行指标（Prometheus 文本） */
        readonly get: operations["getMetrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 台账：按条件列出事项 */
        readonly get: operations["getCommitments"];
        readonly put?: never;
        /** 立项 */
        readonly post: operations["postCommitments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/count": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 台账：按条件计数 */
        readonly get: operations["getCommitmentsCount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一件事项及其全过程 */
        readonly get: operations["getCommitmentsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/dispatch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 交办 */
        readonly post: operations["postCommitmentsIdCommandsDispatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/sign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 签收 */
        readonly post: operations["postCommitmentsIdCommandsSign"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/refuse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 退单 */
        readonly post: operations["postCommitmentsIdCommandsRefuse"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/rule": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 裁定退单 */
        readonly post: operations["postCommitmentsIdCommandsRule"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 反馈 */
        readonly post: operations["postCommitmentsIdCommandsReport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/evidence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提交佐证 */
        readonly post: operations["postCommitmentsIdCommandsEvidence"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/requestClosure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 申请办结 */
        readonly post: operations["postCommitmentsIdCommandsRequestClosure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 审核 */
        readonly post: operations["postCommitmentsIdCommandsReview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/amend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 调整期限 */
        readonly post: operations["postCommitmentsIdCommandsAmend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/lookBack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 回头看 */
        readonly post: operations["postCommitmentsIdCommandsLookBack"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/terminate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 终止 */
        readonly post: operations["postCommitmentsIdCommandsTerminate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/requestExtension": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 申请延期 */
        readonly post: operations["postCommitmentsIdCommandsRequestExtension"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/decideExtension": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 审批延期 */
        readonly post: operations["postCommitmentsIdCommandsDecideExtension"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/suspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 暂停 */
        readonly post: operations["postCommitmentsIdCommandsSuspend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 恢复办理 */
        readonly post: operations["postCommitmentsIdCommandsResume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/transfer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 转办 */
        readonly post: operations["postCommitmentsIdCommandsTransfer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/raise": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 提级办理 */
        readonly post: operations["postCommitmentsIdCommandsRaise"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/instruct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 批示 */
        readonly post: operations["postCommitmentsIdCommandsInstruct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/setTarget": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 确定目标值 */
        readonly post: operations["postCommitmentsIdCommandsSetTarget"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/notPursue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 不再推进 */
        readonly post: operations["postCommitmentsIdCommandsNotPursue"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/commands/reopen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 重新办理 */
        readonly post: operations["postCommitmentsIdCommandsReopen"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/commitments/{id}/evidence/{evidenceId}/file": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 下载佐证文件，先核对校验值 */
        readonly get: operations["getCommitmentsIdEvidenceEvidenceIdFile"];
        /** 上传佐证文件 */
        readonly put: operations["putCommitmentsIdEvidenceEvidenceIdFile"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 办结率和亮灯：总的、按单位、按来文 */
        readonly get: operations["getSummary"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 通知：该发给谁、结果如何 */
        readonly get: operations["getNotices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/notices/counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 通知按事由和结果计数 */
        readonly get: operations["getNoticesCounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 来文目录 */
        readonly get: operations["getSources"];
        readonly put?: never;
        /** 收录来文：粘贴全文 */
        readonly post: operations["postSources"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/{id}/file": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** 收录来文：上传文件；带 If-Match 时换成更正后的全文 */
        readonly put: operations["putSourcesIdFile"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一篇来文，逐句及其去向 */
        readonly get: operations["getSourcesId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 更正拟立项事项 */
        readonly post: operations["postSourcesIdCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/{id}/reimport": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 换成更正后的全文 */
        readonly post: operations["postSourcesIdReimport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/{id}/registration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** 将选定的拟立项事项立项 */
        readonly post: operations["postSourcesIdRegistration"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sources/{id}/registrations/{rid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 一次立项的进度 */
        readonly get: operations["getSourcesIdRegistrationsRid"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 本接口的 OpenAPI 3.1 文档 */
        readonly get: operations["getOpenapi.json"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 接口说明页 */
        readonly get: operations["getDocs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/docs.css": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 接口说明页的样式 */
        readonly get: operations["getDocs.css"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description 出错说明（RFC 9457）：code 不变，可据以编程；title、detail、hint 供人阅读；errors 逐项说明哪里有误、可填什么 */
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly code: string;
            readonly detail: string;
            readonly hint: string;
            readonly errors?: readonly {
                readonly path: string;
                readonly message: string;
                readonly accepted: string;
            }[];
            readonly instance?: string;
        } & {
            readonly [key: string]: unknown;
        };
        readonly Commitment: {
            readonly self: string;
            readonly id: string;
            readonly number: string | null;
            readonly title: string;
            /** @enum {string} */
            readonly kind: "deliverable" | "target" | "recurring" | "standing";
            readonly stretch: boolean;
            readonly source: {
                readonly id: string;
                readonly title: string;
                readonly section: string | null;
                readonly start: number;
                readonly end: number;
                readonly textSha256?: string;
            } | null;
            readonly lead: {
                readonly unit: string;
                readonly name: string;
            };
            /** @enum {string} */
            readonly status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            readonly statusName: string;
            /** Format: date */
            readonly due: string;
            /** @enum {string} */
            readonly dueKind: "deadline" | "review";
            readonly dueProvisional: boolean;
            readonly light: components["schemas"]["Light"];
            readonly distance: string;
            readonly nextMoment: components["schemas"]["Moment"] | null;
            /** Format: date */
            readonly originalDue: string;
            readonly progress: {
                readonly planned: number | null;
                readonly actual: number | null;
            };
            readonly level: string | null;
            readonly lastWord: {
                /** Format: date-time */
                readonly at: string;
                readonly text: string;
            } | null;
            readonly version: number;
            readonly quote: string;
            readonly units: readonly {
                readonly unit: string;
                /** @enum {string} */
                readonly role: "lead" | "co";
                /** Format: date-time */
                readonly dispatchedAt: string;
                /** Format: date-time */
                readonly signBy: string;
                readonly signedAt: string | null;
                readonly deemed: boolean;
                readonly refusals: number;
                readonly pendingRefusal: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    readonly reason: string;
                } | null;
                readonly lastReport: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    readonly percent: number | null;
                    readonly line: string;
                    readonly unchanged: boolean;
                    readonly forecast: ("onTrack" | "atRisk" | "willMiss") | null;
                    readonly causeCode: ("dependsOnOthers" | "funding" | "approval" | "staffing" | "plan" | "forceMajeure" | "other") | null;
                    /** @default [] */
                    readonly values: readonly {
                        readonly measure: string;
                        readonly value: number;
                    }[];
                    /** @default null */
                    readonly period: number | null;
                } | null;
                readonly reports: number;
                readonly unchangedReports: number;
                /** @default false */
                readonly liable: boolean;
                readonly name: string;
                readonly light: components["schemas"]["Light"];
            }[];
            readonly formerUnits: readonly {
                readonly unit: string;
                /** Format: date-time */
                readonly until: string;
                readonly reason: string;
                /**
                 * @default ruled
                 * @enum {string}
                 */
                readonly how: "ruled" | "transferred" | "raised";
                readonly name: string;
            }[];
            readonly sponsor: string;
            readonly registrar: string;
            readonly reviewer: string;
            readonly acceptance: readonly {
                readonly id: string;
                readonly text: string;
                readonly evidence: number;
            }[];
            readonly evidence: readonly {
                readonly id: string;
                readonly unit: string;
                readonly criterion: string;
                readonly fileName: string;
                readonly size: number;
                readonly sha256: string;
                readonly by: string;
                /** Format: date-time */
                readonly at: string;
                readonly file: string;
            }[];
            /** Format: date-time */
            readonly registeredAt: string;
            readonly dispatchedAt: string | null;
            readonly dispatchOn: string | null;
            /**
             * @default {
             *       "granted": 0,
             *       "refused": 0,
             *       "overdueRequests": 0,
             *       "pending": null
             *     }
             */
            readonly extension: {
                readonly granted: number;
                readonly refused: number;
                readonly overdueRequests: number;
                readonly pending: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    readonly unit: string;
                    readonly reason: string;
                    readonly progress: string;
                    readonly to: string;
                    /** @enum {string} */
                    readonly lateness: "inTime" | "near" | "overdue";
                    /** @enum {string} */
                    readonly approver: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                    /** Format: date-time */
                    readonly decideBy: string;
                    readonly overdueTold: boolean;
                } | null;
            };
            /** @default null */
            readonly suspension: {
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                readonly reason: string;
                readonly counterparty: {
                    /** @enum {string} */
                    readonly kind: "superior" | "unit" | "external";
                    readonly name: string;
                };
                readonly until: string;
                /** Format: date-time */
                readonly wakeAt: string;
                /** @enum {string} */
                readonly resumeTo: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            } | null;
            readonly raises: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly from: string;
                readonly to: string;
                readonly due: string;
                readonly reason: string;
                readonly fromName: string;
                readonly toName: string;
            }[];
            /**
             * @default {
             *       "count": 0,
             *       "last": null
             *     }
             */
            readonly instructions: {
                readonly count: number;
                readonly last: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly leader: string;
                    readonly text: string;
                } | null;
            };
            readonly plan: readonly {
                readonly date: string;
                readonly percent: number;
            }[];
            readonly measures: readonly {
                readonly id: string;
                readonly name: string;
                readonly unit: string;
                /** @default null */
                readonly denominator: string | null;
                /** @default null */
                readonly baseline: number | null;
                /** @default null */
                readonly target: number | null;
                /**
                 * @default up
                 * @enum {string}
                 */
                readonly direction: "up" | "down";
                /** @default null */
                readonly stretch: number | null;
                /**
                 * @default linear
                 * @enum {string}
                 */
                readonly curve: "linear" | "steps" | "points";
                /** @default [] */
                readonly points: readonly {
                    readonly date: string;
                    readonly value: number;
                }[];
                readonly from: string;
                readonly actual: {
                    readonly value: number;
                    readonly on: string;
                } | null;
                readonly planned: number | null;
                readonly behind: boolean;
                readonly text: string;
            }[];
            readonly periods: {
                readonly rhythm: {
                    /** @enum {string} */
                    readonly every: "week" | "month" | "quarter" | "days";
                    /** @default null */
                    readonly days: number | null;
                    readonly name: string;
                };
                readonly counts: {
                    readonly kept: number;
                    readonly missed: number;
                    readonly madeGood: number;
                    readonly excused: number;
                };
                readonly now: {
                    readonly index: number;
                    readonly from: string;
                    readonly due: string;
                    readonly reportedAt: string | null;
                    readonly evidence: number;
                    readonly light: components["schemas"]["Light"];
                } | null;
                readonly past: readonly {
                    readonly index: number;
                    readonly from: string;
                    readonly due: string;
                    readonly reportedAt: string | null;
                    readonly evidence: number;
                    /** @enum {string} */
                    readonly outcome: "kept" | "missed" | "madeGood" | "excused";
                    readonly light: components["schemas"]["Light"];
                }[];
            } | null;
            readonly closure: {
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                readonly summary: string;
                readonly inTime: boolean;
                /** Format: date-time */
                readonly reviewBy: string;
                readonly overdueTold: boolean;
                /** @enum {string} */
                readonly colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                /** @default [] */
                readonly silent: readonly string[];
            } | null;
            readonly returns: number;
            readonly doneOn: string | null;
            readonly closedAt: string | null;
            readonly lookBackAt: string | null;
            readonly endedAt: string | null;
            readonly endReason: string | null;
            readonly ladder: {
                readonly round: number;
                readonly done: number;
                readonly level: string | null;
            };
            readonly wasRed: boolean;
            readonly rules: {
                readonly pack: string;
                readonly calendar: string;
            };
            /** Format: date-time */
            readonly asOf: string;
        };
        readonly Light: {
            /** @enum {string} */
            readonly colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
            readonly name: string;
            readonly reasons: readonly string[];
            readonly text: string;
        };
        readonly Moment: {
            readonly kind: string;
            /** Format: date-time */
            readonly at: string;
            /** Format: date */
            readonly date: string;
            readonly text: string;
        };
        readonly CommitmentItem: {
            readonly self: string;
            readonly id: string;
            readonly number: string | null;
            readonly title: string;
            /** @enum {string} */
            readonly kind: "deliverable" | "target" | "recurring" | "standing";
            readonly stretch: boolean;
            readonly source: {
                readonly id: string;
                readonly title: string;
                readonly section: string | null;
            } | null;
            readonly lead: {
                readonly unit: string;
                readonly name: string;
            };
            /** @enum {string} */
            readonly status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            readonly statusName: string;
            /** Format: date */
            readonly due: string;
            /** @enum {string} */
            readonly dueKind: "deadline" | "review";
            readonly dueProvisional: boolean;
            readonly light: components["schemas"]["Light"];
            readonly distance: string;
            readonly nextMoment: components["schemas"]["Moment"] | null;
            /** Format: date */
            readonly originalDue: string;
            readonly progress: {
                readonly planned: number | null;
                readonly actual: number | null;
            };
            readonly level: string | null;
            readonly lastWord: {
                /** Format: date-time */
                readonly at: string;
                readonly text: string;
            } | null;
        };
        readonly CommitmentWithTimeline: {
            readonly self: string;
            readonly id: string;
            readonly number: string | null;
            readonly title: string;
            /** @enum {string} */
            readonly kind: "deliverable" | "target" | "recurring" | "standing";
            readonly stretch: boolean;
            readonly source: {
                readonly id: string;
                readonly title: string;
                readonly section: string | null;
                readonly start: number;
                readonly end: number;
                readonly textSha256?: string;
            } | null;
            readonly lead: {
                readonly unit: string;
                readonly name: string;
            };
            /** @enum {string} */
            readonly status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            readonly statusName: string;
            /** Format: date */
            readonly due: string;
            /** @enum {string} */
            readonly dueKind: "deadline" | "review";
            readonly dueProvisional: boolean;
            readonly light: components["schemas"]["Light"];
            readonly distance: string;
            readonly nextMoment: components["schemas"]["Moment"] | null;
            /** Format: date */
            readonly originalDue: string;
            readonly progress: {
                readonly planned: number | null;
                readonly actual: number | null;
            };
            readonly level: string | null;
            readonly lastWord: {
                /** Format: date-time */
                readonly at: string;
                readonly text: string;
            } | null;
            readonly version: number;
            readonly quote: string;
            readonly units: readonly {
                readonly unit: string;
                /** @enum {string} */
                readonly role: "lead" | "co";
                /** Format: date-time */
                readonly dispatchedAt: string;
                /** Format: date-time */
                readonly signBy: string;
                readonly signedAt: string | null;
                readonly deemed: boolean;
                readonly refusals: number;
                readonly pendingRefusal: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    readonly reason: string;
                } | null;
                readonly lastReport: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    readonly percent: number | null;
                    readonly line: string;
                    readonly unchanged: boolean;
                    readonly forecast: ("onTrack" | "atRisk" | "willMiss") | null;
                    readonly causeCode: ("dependsOnOthers" | "funding" | "approval" | "staffing" | "plan" | "forceMajeure" | "other") | null;
                    /** @default [] */
                    readonly values: readonly {
                        readonly measure: string;
                        readonly value: number;
                    }[];
                    /** @default null */
                    readonly period: number | null;
                } | null;
                readonly reports: number;
                readonly unchangedReports: number;
                /** @default false */
                readonly liable: boolean;
                readonly name: string;
                readonly light: components["schemas"]["Light"];
            }[];
            readonly formerUnits: readonly {
                readonly unit: string;
                /** Format: date-time */
                readonly until: string;
                readonly reason: string;
                /**
                 * @default ruled
                 * @enum {string}
                 */
                readonly how: "ruled" | "transferred" | "raised";
                readonly name: string;
            }[];
            readonly sponsor: string;
            readonly registrar: string;
            readonly reviewer: string;
            readonly acceptance: readonly {
                readonly id: string;
                readonly text: string;
                readonly evidence: number;
            }[];
            readonly evidence: readonly {
                readonly id: string;
                readonly unit: string;
                readonly criterion: string;
                readonly fileName: string;
                readonly size: number;
                readonly sha256: string;
                readonly by: string;
                /** Format: date-time */
                readonly at: string;
                readonly file: string;
            }[];
            /** Format: date-time */
            readonly registeredAt: string;
            readonly dispatchedAt: string | null;
            readonly dispatchOn: string | null;
            /**
             * @default {
             *       "granted": 0,
             *       "refused": 0,
             *       "overdueRequests": 0,
             *       "pending": null
             *     }
             */
            readonly extension: {
                readonly granted: number;
                readonly refused: number;
                readonly overdueRequests: number;
                readonly pending: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string;
                    readonly unit: string;
                    readonly reason: string;
                    readonly progress: string;
                    readonly to: string;
                    /** @enum {string} */
                    readonly lateness: "inTime" | "near" | "overdue";
                    /** @enum {string} */
                    readonly approver: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                    /** Format: date-time */
                    readonly decideBy: string;
                    readonly overdueTold: boolean;
                } | null;
            };
            /** @default null */
            readonly suspension: {
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                readonly reason: string;
                readonly counterparty: {
                    /** @enum {string} */
                    readonly kind: "superior" | "unit" | "external";
                    readonly name: string;
                };
                readonly until: string;
                /** Format: date-time */
                readonly wakeAt: string;
                /** @enum {string} */
                readonly resumeTo: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            } | null;
            readonly raises: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly from: string;
                readonly to: string;
                readonly due: string;
                readonly reason: string;
                readonly fromName: string;
                readonly toName: string;
            }[];
            /**
             * @default {
             *       "count": 0,
             *       "last": null
             *     }
             */
            readonly instructions: {
                readonly count: number;
                readonly last: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly leader: string;
                    readonly text: string;
                } | null;
            };
            readonly plan: readonly {
                readonly date: string;
                readonly percent: number;
            }[];
            readonly measures: readonly {
                readonly id: string;
                readonly name: string;
                readonly unit: string;
                /** @default null */
                readonly denominator: string | null;
                /** @default null */
                readonly baseline: number | null;
                /** @default null */
                readonly target: number | null;
                /**
                 * @default up
                 * @enum {string}
                 */
                readonly direction: "up" | "down";
                /** @default null */
                readonly stretch: number | null;
                /**
                 * @default linear
                 * @enum {string}
                 */
                readonly curve: "linear" | "steps" | "points";
                /** @default [] */
                readonly points: readonly {
                    readonly date: string;
                    readonly value: number;
                }[];
                readonly from: string;
                readonly actual: {
                    readonly value: number;
                    readonly on: string;
                } | null;
                readonly planned: number | null;
                readonly behind: boolean;
                readonly text: string;
            }[];
            readonly periods: {
                readonly rhythm: {
                    /** @enum {string} */
                    readonly every: "week" | "month" | "quarter" | "days";
                    /** @default null */
                    readonly days: number | null;
                    readonly name: string;
                };
                readonly counts: {
                    readonly kept: number;
                    readonly missed: number;
                    readonly madeGood: number;
                    readonly excused: number;
                };
                readonly now: {
                    readonly index: number;
                    readonly from: string;
                    readonly due: string;
                    readonly reportedAt: string | null;
                    readonly evidence: number;
                    readonly light: components["schemas"]["Light"];
                } | null;
                readonly past: readonly {
                    readonly index: number;
                    readonly from: string;
                    readonly due: string;
                    readonly reportedAt: string | null;
                    readonly evidence: number;
                    /** @enum {string} */
                    readonly outcome: "kept" | "missed" | "madeGood" | "excused";
                    readonly light: components["schemas"]["Light"];
                }[];
            } | null;
            readonly closure: {
                /** Format: date-time */
                readonly at: string;
                readonly by: string;
                readonly summary: string;
                readonly inTime: boolean;
                /** Format: date-time */
                readonly reviewBy: string;
                readonly overdueTold: boolean;
                /** @enum {string} */
                readonly colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                /** @default [] */
                readonly silent: readonly string[];
            } | null;
            readonly returns: number;
            readonly doneOn: string | null;
            readonly closedAt: string | null;
            readonly lookBackAt: string | null;
            readonly endedAt: string | null;
            readonly endReason: string | null;
            readonly ladder: {
                readonly round: number;
                readonly done: number;
                readonly level: string | null;
            };
            readonly wasRed: boolean;
            readonly rules: {
                readonly pack: string;
                readonly calendar: string;
            };
            /** Format: date-time */
            readonly asOf: string;
            readonly timeline: readonly {
                readonly seq: number;
                /** Format: date-time */
                readonly at: string;
                /** Format: date-time */
                readonly recordedAt: string;
                readonly type: string;
                readonly actor: {
                    readonly person: string;
                    readonly name: string;
                };
                readonly text: string;
                readonly ruleVersion: string;
                readonly hash: string;
            }[];
            readonly upcoming: {
                readonly moment: components["schemas"]["Moment"] | null;
                readonly lines: readonly {
                    /** @enum {string} */
                    readonly occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue";
                    /** Format: date-time */
                    readonly at: string;
                    readonly unit: string;
                    readonly post: string;
                }[];
            };
            readonly bands: readonly {
                /** @enum {string} */
                readonly colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                readonly name: string;
                readonly reasons: readonly string[];
                readonly text: string;
                /** @enum {string} */
                readonly status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
                /** Format: date */
                readonly due: string;
                readonly unit: string;
                /** Format: date-time */
                readonly from: string;
                readonly to: string | null;
            }[];
        };
        readonly Source: {
            readonly self: string;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "speech" | "report" | "minutes" | "instruction" | "document";
            readonly urgency: ("urgent" | "normal" | "hard") | null;
            readonly title: string;
            readonly date: string | null;
            readonly speaker: string | null;
            readonly basis: readonly string[];
            readonly sha256: string;
            readonly file: {
                readonly name: string;
                readonly sha256: string;
                readonly encoding: string;
                /** @enum {string} */
                readonly format: "txt" | "docx";
            } | null;
            readonly length: number;
            readonly notes: readonly string[];
            readonly coverage: {
                readonly sentences: number;
                readonly tracked: number;
                readonly untracked: number;
                readonly unexplained: number;
                readonly drafts: number;
                readonly ready: number;
                readonly registered: number;
                /** @description 已有去向的句子所占百分比 */
                readonly percent: number | null;
            };
            /** Format: date-time */
            readonly importedAt: string;
            readonly importedBy: {
                readonly person: string;
                readonly name: string;
            };
            readonly version: number;
            readonly revision: number;
            readonly supersedes: readonly {
                readonly revision: number;
                readonly sha256: string;
                /** Format: date-time */
                readonly until: string;
                readonly by: {
                    readonly person: string;
                    readonly name: string;
                };
            }[];
            readonly running: readonly string[];
        };
        readonly ReimportReport: {
            readonly unchanged: number;
            readonly changed: readonly {
                readonly sentence: string;
                readonly before: string;
                readonly after: string;
                readonly registered: readonly string[];
            }[];
            readonly added: readonly {
                readonly sentence: string;
                readonly text: string;
            }[];
            readonly removed: readonly {
                readonly sentence: string;
                readonly text: string;
                readonly kept: boolean;
                readonly registered: readonly string[];
                readonly lost: readonly string[];
            }[];
            readonly drafts: {
                readonly kept: number;
                readonly added: number;
                readonly removed: number;
            };
        };
        readonly SourceWithSentences: {
            readonly self: string;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "speech" | "report" | "minutes" | "instruction" | "document";
            readonly urgency: ("urgent" | "normal" | "hard") | null;
            readonly title: string;
            readonly date: string | null;
            readonly speaker: string | null;
            readonly basis: readonly string[];
            readonly sha256: string;
            readonly file: {
                readonly name: string;
                readonly sha256: string;
                readonly encoding: string;
                /** @enum {string} */
                readonly format: "txt" | "docx";
            } | null;
            readonly length: number;
            readonly notes: readonly string[];
            readonly coverage: {
                readonly sentences: number;
                readonly tracked: number;
                readonly untracked: number;
                readonly unexplained: number;
                readonly drafts: number;
                readonly ready: number;
                readonly registered: number;
                /** @description 已有去向的句子所占百分比 */
                readonly percent: number | null;
            };
            /** Format: date-time */
            readonly importedAt: string;
            readonly importedBy: {
                readonly person: string;
                readonly name: string;
            };
            readonly version: number;
            readonly revision: number;
            readonly supersedes: readonly {
                readonly revision: number;
                readonly sha256: string;
                /** Format: date-time */
                readonly until: string;
                readonly by: {
                    readonly person: string;
                    readonly name: string;
                };
            }[];
            readonly running: readonly string[];
            readonly sections: readonly {
                readonly index: number;
                readonly heading: string;
                readonly level: number;
                readonly start: number;
                readonly end: number;
            }[];
            readonly sentences: readonly components["schemas"]["Sentence"][];
            readonly drafts: number;
            readonly next: number | null;
        };
        readonly Sentence: {
            readonly id: string;
            readonly start: number;
            readonly end: number;
            readonly order: number;
            readonly section: number;
            readonly text: string;
            readonly kind: {
                /** @enum {string} */
                readonly value: "commitment" | "stretch" | "standing" | "background" | "principle" | "achieved" | "soft";
                readonly provenance: components["schemas"]["Provenance"];
            };
            readonly reason: {
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            };
            readonly removed: {
                readonly by: {
                    readonly person: string;
                    readonly name: string;
                };
                /** Format: date-time */
                readonly at: string;
                readonly revision: number;
            } | null;
            readonly tracked: boolean;
            readonly drafts: readonly components["schemas"]["Draft"][];
        };
        /** @description 此值从何而来：原文所说（及其位置）、规则推得、或何人何时填写 */
        readonly Provenance: {
            /** @constant */
            readonly kind: "explicit";
            readonly start: number;
            readonly end: number;
        } | {
            /** @constant */
            readonly kind: "derived";
            readonly rule: string;
            readonly words: string;
        } | {
            /** @constant */
            readonly kind: "assigned";
            readonly by: {
                readonly person: string;
                readonly name: string;
            };
            /** Format: date-time */
            readonly at: string;
        };
        readonly Draft: {
            readonly id: string;
            readonly start: number;
            readonly end: number;
            readonly sentences: readonly string[];
            readonly section: string | null;
            readonly quote: string;
            readonly title: {
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            };
            readonly kind: {
                /** @enum {string} */
                readonly value: "deliverable" | "target" | "recurring" | "standing";
                readonly provenance: components["schemas"]["Provenance"];
            };
            readonly stretch: {
                readonly value: boolean;
                readonly provenance: components["schemas"]["Provenance"];
            };
            readonly said: {
                readonly due: {
                    readonly value: {
                        readonly words: string;
                        readonly date: string | null;
                        readonly provisional: boolean;
                    };
                    readonly provenance: components["schemas"]["Provenance"];
                } | null;
                readonly cadence: {
                    readonly value: string;
                    readonly provenance: components["schemas"]["Provenance"];
                } | null;
                readonly lead: {
                    readonly value: string;
                    readonly provenance: components["schemas"]["Provenance"];
                } | null;
                readonly support: readonly {
                    readonly value: string;
                    readonly provenance: components["schemas"]["Provenance"];
                }[];
                readonly measures: readonly {
                    readonly value: {
                        readonly value: string | null;
                        readonly unit: string;
                        readonly direction: string;
                        readonly denominator: string | null;
                        readonly words: string;
                    };
                    readonly provenance: components["schemas"]["Provenance"];
                }[];
                readonly masked: readonly {
                    readonly start: number;
                    readonly end: number;
                }[];
            };
            readonly lead: {
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly coUnits: {
                readonly value: readonly string[];
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly due: {
                /** Format: date */
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly reviewDate: {
                /** Format: date */
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly dispatchOn: {
                /** Format: date */
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly acceptance: {
                readonly value: readonly string[];
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly sponsor: {
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly registrar: {
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly reviewer: {
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly pack: {
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly plan: {
                readonly value: readonly {
                    readonly date: string;
                    readonly percent: number;
                }[];
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly proposedReview: {
                /** Format: date */
                readonly value: string;
                readonly provenance: components["schemas"]["Provenance"];
            } | null;
            readonly warnings: readonly {
                readonly code: string;
                readonly text: string;
                readonly other?: string;
            }[];
            readonly origin: {
                /** @constant */
                readonly kind: "analysed";
            } | {
                /** @enum {string} */
                readonly kind: "split" | "merge" | "selection";
                readonly of: readonly string[];
                readonly by: {
                    readonly person: string;
                    readonly name: string;
                };
                /** Format: date-time */
                readonly at: string;
            };
            readonly state: {
                /** @constant */
                readonly kind: "open";
            } | {
                /** @constant */
                readonly kind: "dropped";
                readonly reason: string;
                readonly by: {
                    readonly person: string;
                    readonly name: string;
                };
                /** Format: date-time */
                readonly at: string;
            } | {
                /** @constant */
                readonly kind: "replaced";
                readonly by: readonly string[];
                /** Format: date-time */
                readonly at: string;
            } | {
                /** @constant */
                readonly kind: "registering";
                readonly registration: string;
            } | {
                /** @constant */
                readonly kind: "registered";
                readonly registration: string;
                readonly commitment: string;
                /** Format: date-time */
                readonly at: string;
            };
            readonly lacks: readonly {
                readonly code: string;
                readonly name: string;
            }[];
            readonly commitment: {
                readonly id: string;
                readonly number: string | null;
                readonly self: string;
            } | null;
        };
        readonly Registration: {
            readonly self: string;
            readonly id: string;
            readonly source: string;
            /** @enum {string} */
            readonly state: "running" | "completed";
            readonly total: number;
            readonly done: number;
            readonly failed: readonly {
                readonly draft: string;
                readonly reason: string;
            }[];
            readonly by: {
                readonly person: string;
                readonly name: string;
            };
            /** Format: date-time */
            readonly at: string;
            readonly endedAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getHealthLive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly live: true;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getHealthReady: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly ready: boolean;
                        readonly mongo: boolean;
                        readonly temporal: boolean;
                    };
                };
            };
            /** @description 暂不能办理 */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly ready: boolean;
                        readonly mongo: boolean;
                        readonly temporal: boolean;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getHealthEngine: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly driven: boolean;
                        readonly queues: readonly {
                            readonly queue: string;
                            readonly workers: readonly string[];
                        }[];
                        readonly newestLateness: {
                            readonly seconds: number;
                            /** Format: date-time */
                            readonly recordedAt: string;
                        } | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCommitments: {
        readonly parameters: {
            readonly query?: {
                readonly unit?: string;
                readonly lead?: string;
                readonly source?: string;
                readonly section?: string;
                readonly status?: string;
                readonly colour?: string;
                readonly kind?: string;
                readonly find?: string;
                readonly dueFrom?: string;
                readonly dueTo?: string;
                readonly timely?: string;
                readonly ids?: string;
                readonly asOf?: string;
                readonly sort?: "light" | "due" | "-due" | "registered" | "-registered";
                readonly cursor?: string;
                readonly limit?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["CommitmentItem"][];
                        /** @description 下一页的位置；没有下一页时为空 */
                        readonly next: string | null;
                        /** Format: date-time */
                        readonly asOf: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitments: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly title: string;
                    /** @enum {string} */
                    readonly kind: "deliverable" | "target" | "recurring" | "standing";
                    /** @default false */
                    readonly stretch?: boolean;
                    /** @default  */
                    readonly quote?: string;
                    /** @default null */
                    readonly source?: {
                        readonly id: string;
                        readonly title: string;
                        readonly section: string | null;
                        readonly start: number;
                        readonly end: number;
                        readonly textSha256?: string;
                    } | null;
                    readonly lead: string;
                    /** @default [] */
                    readonly coUnits?: readonly string[];
                    readonly sponsor: string;
                    /** @default registrar */
                    readonly registrar?: string;
                    /** @default reviewer */
                    readonly reviewer?: string;
                    readonly acceptance: readonly string[];
                    readonly due?: string;
                    readonly reviewDate?: string;
                    readonly dispatchOn?: string;
                    /** @default [] */
                    readonly measures?: readonly {
                        readonly name: string;
                        readonly unit: string;
                        /** @default null */
                        readonly denominator?: string | null;
                        /** @default null */
                        readonly baseline?: number | null;
                        /** @default null */
                        readonly target?: number | null;
                        /**
                         * @default up
                         * @enum {string}
                         */
                        readonly direction?: "up" | "down";
                        /** @default null */
                        readonly stretch?: number | null;
                        /**
                         * @default linear
                         * @enum {string}
                         */
                        readonly curve?: "linear" | "steps" | "points";
                        /** @default [] */
                        readonly points?: readonly {
                            readonly date: string;
                            readonly value: number;
                        }[];
                    }[];
                    /** @default null */
                    readonly rhythm?: {
                        /** @enum {string} */
                        readonly every: "week" | "month" | "quarter" | "days";
                        /** @default null */
                        readonly days?: number | null;
                    } | null;
                    /** @default [] */
                    readonly plan?: readonly {
                        readonly date: string;
                        readonly percent: number;
                    }[];
                    /** @default 标准 */
                    readonly pack?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Commitment"];
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCommitmentsCount: {
        readonly parameters: {
            readonly query?: {
                readonly unit?: string;
                readonly lead?: string;
                readonly source?: string;
                readonly section?: string;
                readonly status?: string;
                readonly colour?: string;
                readonly kind?: string;
                readonly find?: string;
                readonly dueFrom?: string;
                readonly dueTo?: string;
                readonly timely?: string;
                readonly ids?: string;
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly count: number;
                        /** @description 多于此数，不再细数 */
                        readonly more: boolean;
                        /** Format: date-time */
                        readonly asOf: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCommitmentsId: {
        readonly parameters: {
            readonly query?: {
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommitmentWithTimeline"];
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsDispatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsSign: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsRefuse: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                    /** @enum {string} */
                    readonly ruling: "same" | "other";
                    readonly toUnit?: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsReport: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                    readonly percent?: number;
                    readonly line?: string;
                    readonly unchanged?: boolean;
                    /** @enum {string} */
                    readonly forecast?: "onTrack" | "atRisk" | "willMiss";
                    /** @enum {string} */
                    readonly causeCode?: "dependsOnOthers" | "funding" | "approval" | "staffing" | "plan" | "forceMajeure" | "other";
                    readonly period?: number;
                    readonly values?: readonly {
                        readonly measure: string;
                        readonly value: number;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsEvidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                    readonly criterion: string;
                    readonly id: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsRequestClosure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                    readonly summary: string;
                    readonly evidence?: readonly {
                        readonly criterion: string;
                        readonly id: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsReview: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly result: "accepted" | "returned";
                    /** @enum {string} */
                    readonly reasonCode?: "factsUnclear" | "notSolved" | "evidenceLacking" | "unsound" | "format";
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsAmend: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly due: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsLookBack: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly result: "passed" | "failed";
                    readonly text: string;
                    readonly newDue?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsTerminate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsRequestExtension: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                    readonly to: string;
                    readonly reason: string;
                    readonly progress: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsDecideExtension: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly result: "granted" | "refused";
                    readonly newDue?: string;
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsSuspend: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    readonly counterparty: {
                        /** @enum {string} */
                        readonly kind: "superior" | "unit" | "external";
                        readonly name: string;
                    };
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsResume: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly unit: string;
                    readonly toUnit: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsRaise: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly toUnit: string;
                    readonly due: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsInstruct: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly leader: string;
                    readonly text: string;
                    readonly newDue?: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsSetTarget: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly measure: string;
                    readonly target: number;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsNotPursue: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postCommitmentsIdCommandsReopen: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    readonly newDue: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly commitment: components["schemas"]["Commitment"];
                        readonly version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCommitmentsIdEvidenceEvidenceIdFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly evidenceId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putCommitmentsIdEvidenceEvidenceIdFile: {
        readonly parameters: {
            readonly query: {
                readonly name: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly evidenceId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly name: string;
                        readonly size: number;
                        readonly sha256: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSummary: {
        readonly parameters: {
            readonly query?: {
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly asOf: string;
                        readonly total: number;
                        readonly done: number;
                        readonly open: number;
                        readonly dropped: number;
                        readonly completion: {
                            readonly percent: number | null;
                            readonly numerator: number;
                            readonly denominator: number;
                        };
                        readonly byLight: readonly {
                            /** @enum {string} */
                            readonly colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                            readonly name: string;
                            readonly count: number;
                        }[];
                        readonly byUnit: readonly {
                            readonly unit: string;
                            readonly name: string;
                            readonly total: number;
                            readonly done: number;
                            readonly open: number;
                            readonly dropped: number;
                            readonly completion: {
                                readonly percent: number | null;
                                readonly numerator: number;
                                readonly denominator: number;
                            };
                            readonly lights: {
                                readonly [key: string]: number;
                            };
                        }[];
                        readonly bySource: readonly {
                            readonly source: string | null;
                            readonly total: number;
                            readonly done: number;
                            readonly open: number;
                            readonly dropped: number;
                            readonly completion: {
                                readonly percent: number | null;
                                readonly numerator: number;
                                readonly denominator: number;
                            };
                            readonly lights: {
                                readonly [key: string]: number;
                            };
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getNotices: {
        readonly parameters: {
            readonly query?: {
                readonly commitment?: string;
                readonly state?: string;
                readonly occasion?: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue";
                readonly unit?: string;
                readonly ambiguous?: "true";
                readonly limit?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly id: string;
                            readonly commitment: string;
                            /** @enum {string} */
                            readonly occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue";
                            readonly period: string;
                            readonly post: string;
                            /** @enum {string} */
                            readonly postKind: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                            readonly unit: string;
                            /** Format: date-time */
                            readonly at: string;
                            readonly factSeq: number | null;
                            readonly slip: {
                                readonly document: string;
                                readonly series: string;
                            } | null;
                            readonly awaited: boolean;
                            readonly copy: boolean;
                            /** @enum {string} */
                            readonly state: "pending" | "claimed" | "deferred" | "sent" | "bounced" | "suppressed" | "bundled" | "expired";
                            readonly slipNumber: string | null;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly attempts: number;
                            readonly ambiguous: number;
                            readonly claimedAt: string | null;
                            readonly person: string | null;
                            readonly address: string | null;
                            readonly messageId: string | null;
                            readonly reason: ("nobody" | "noLongerOwed" | "samePerson" | "badAddress" | "addressBounced") | null;
                            readonly response: string | null;
                            readonly error: string | null;
                            readonly nextAttemptAt: string | null;
                            readonly digest: string | null;
                            readonly settledAt: string | null;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getNoticesCounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly counts: readonly {
                            /** @enum {string} */
                            readonly occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue";
                            /** @enum {string} */
                            readonly state: "pending" | "claimed" | "deferred" | "sent" | "bounced" | "suppressed" | "bundled" | "expired";
                            readonly count: number;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSources: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Source"][];
                        readonly next: string | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postSources: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly title: string;
                    /** @enum {string} */
                    readonly kind: "speech" | "report" | "minutes" | "instruction" | "document";
                    /** @default null */
                    readonly date?: string | null;
                    /** @default null */
                    readonly speaker?: string | null;
                    /** @enum {string} */
                    readonly urgency?: "urgent" | "normal" | "hard";
                    /** @default [] */
                    readonly basis?: readonly string[];
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Source"];
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putSourcesIdFile: {
        readonly parameters: {
            readonly query: {
                readonly title: string;
                readonly kind: "speech" | "report" | "minutes" | "instruction" | "document";
                readonly date?: string | null;
                readonly speaker?: string | null;
                readonly urgency?: "urgent" | "normal" | "hard";
                readonly name: string;
                readonly basis?: string;
            };
            readonly header?: {
                /** @description 所依据的版本，取自 ETag */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Source"] | {
                        readonly self: string;
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "speech" | "report" | "minutes" | "instruction" | "document";
                        readonly urgency: ("urgent" | "normal" | "hard") | null;
                        readonly title: string;
                        readonly date: string | null;
                        readonly speaker: string | null;
                        readonly basis: readonly string[];
                        readonly sha256: string;
                        readonly file: {
                            readonly name: string;
                            readonly sha256: string;
                            readonly encoding: string;
                            /** @enum {string} */
                            readonly format: "txt" | "docx";
                        } | null;
                        readonly length: number;
                        readonly notes: readonly string[];
                        readonly coverage: {
                            readonly sentences: number;
                            readonly tracked: number;
                            readonly untracked: number;
                            readonly unexplained: number;
                            readonly drafts: number;
                            readonly ready: number;
                            readonly registered: number;
                            /** @description 已有去向的句子所占百分比 */
                            readonly percent: number | null;
                        };
                        /** Format: date-time */
                        readonly importedAt: string;
                        readonly importedBy: {
                            readonly person: string;
                            readonly name: string;
                        };
                        readonly version: number;
                        readonly revision: number;
                        readonly supersedes: readonly {
                            readonly revision: number;
                            readonly sha256: string;
                            /** Format: date-time */
                            readonly until: string;
                            readonly by: {
                                readonly person: string;
                                readonly name: string;
                            };
                        }[];
                        readonly running: readonly string[];
                        readonly report: components["schemas"]["ReimportReport"] | null;
                    };
                };
            };
            /** @description 成功 */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Source"];
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSourcesId: {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly limit?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SourceWithSentences"];
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postSourcesIdCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @constant */
                    readonly type: "split";
                    readonly draft: string;
                    readonly at: number;
                    readonly titles?: readonly [
                        string,
                        string
                    ];
                } | {
                    /** @constant */
                    readonly type: "merge";
                    readonly drafts: readonly string[];
                    readonly title?: string;
                } | {
                    /** @constant */
                    readonly type: "retitle";
                    readonly draft: string;
                    readonly title: string;
                } | {
                    /** @constant */
                    readonly type: "rekind";
                    readonly draft: string;
                    /** @enum {string} */
                    readonly kind: "deliverable" | "target" | "recurring" | "standing";
                    readonly stretch?: boolean;
                } | {
                    /** @constant */
                    readonly type: "notTracked";
                    readonly drafts: readonly string[];
                    readonly reason: string;
                } | {
                    /** @constant */
                    readonly type: "sentenceNotTracked";
                    readonly sentence: string;
                    readonly reason: string;
                } | {
                    /** @constant */
                    readonly type: "restore";
                    readonly drafts: readonly string[];
                } | {
                    /** @constant */
                    readonly type: "add";
                    readonly start: number;
                    readonly end: number;
                    readonly title?: string;
                    /** @enum {string} */
                    readonly kind: "deliverable" | "target" | "recurring" | "standing";
                } | {
                    /** @constant */
                    readonly type: "assign";
                    readonly drafts: readonly string[];
                    readonly fields: {
                        readonly lead?: string | null;
                        readonly coUnits?: readonly string[] | null;
                        readonly due?: string | null;
                        readonly reviewDate?: string | null;
                        readonly dispatchOn?: string | null;
                        readonly acceptance?: readonly string[] | null;
                        readonly sponsor?: string | null;
                        readonly registrar?: string | null;
                        readonly reviewer?: string | null;
                        readonly pack?: string | null;
                        readonly plan?: readonly {
                            readonly date: string;
                            readonly percent: number;
                        }[] | null;
                    };
                } | {
                    /** @constant */
                    readonly type: "acceptProposed";
                    readonly drafts: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: number;
                        readonly coverage: {
                            readonly sentences: number;
                            readonly tracked: number;
                            readonly untracked: number;
                            readonly unexplained: number;
                            readonly drafts: number;
                            readonly ready: number;
                            readonly registered: number;
                            /** @description 已有去向的句子所占百分比 */
                            readonly percent: number | null;
                        };
                        readonly sentences: readonly components["schemas"]["Sentence"][];
                        readonly drafts: readonly components["schemas"]["Draft"][];
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postSourcesIdReimport: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly text: string;
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly self: string;
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "speech" | "report" | "minutes" | "instruction" | "document";
                        readonly urgency: ("urgent" | "normal" | "hard") | null;
                        readonly title: string;
                        readonly date: string | null;
                        readonly speaker: string | null;
                        readonly basis: readonly string[];
                        readonly sha256: string;
                        readonly file: {
                            readonly name: string;
                            readonly sha256: string;
                            readonly encoding: string;
                            /** @enum {string} */
                            readonly format: "txt" | "docx";
                        } | null;
                        readonly length: number;
                        readonly notes: readonly string[];
                        readonly coverage: {
                            readonly sentences: number;
                            readonly tracked: number;
                            readonly untracked: number;
                            readonly unexplained: number;
                            readonly drafts: number;
                            readonly ready: number;
                            readonly registered: number;
                            /** @description 已有去向的句子所占百分比 */
                            readonly percent: number | null;
                        };
                        /** Format: date-time */
                        readonly importedAt: string;
                        readonly importedBy: {
                            readonly person: string;
                            readonly name: string;
                        };
                        readonly version: number;
                        readonly revision: number;
                        readonly supersedes: readonly {
                            readonly revision: number;
                            readonly sha256: string;
                            /** Format: date-time */
                            readonly until: string;
                            readonly by: {
                                readonly person: string;
                                readonly name: string;
                            };
                        }[];
                        readonly running: readonly string[];
                        readonly report: components["schemas"]["ReimportReport"] | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly postSourcesIdRegistration: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly drafts: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description 成功 */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSourcesIdRegistrationsRid: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly rid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "getOpenapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly openapi: "3.1.0";
                    } & {
                        readonly [key: string]: unknown;
                    };
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDocs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "getDocs.css": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 成功 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description 未办理，附说明 */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
