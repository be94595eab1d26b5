/** Made by `npm run openapi` from the routes' declarations. */
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程是否在运行 */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 能否办理：数据库和流程引擎是否都在 */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/engine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台办理进程是否在岗，最近一次提醒晚了多久，有多少邮件未能发出：限本机，或可查看运行状况的令牌 */
        get: operations["getHealthEngine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 运行指标（Prometheus 文本）：限本机，或可查看运行状况的令牌 */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账导出为Excel：条件、次序和列与所见一致 */
        get: operations["getCommitments.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账导出为CSV：条件、次序和列与所见一致 */
        get: operations["getCommitments.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人保存的台账视图 */
        get: operations["getViews"];
        /** 保存台账视图；替换同名的须带 If-Match */
        put: operations["putViews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删去台账视图 */
        delete: operations["deleteViewsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一项操作用于多项事项：先看结果，不生效 */
        post: operations["postCommitmentsBulkPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账：按条件列出事项 */
        get: operations["getCommitments"];
        put?: never;
        /** 立项 */
        post: operations["postCommitments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registration-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 立项可选的规则、类别、模板和周期 */
        get: operations["getRegistration-form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项模板：环节，以及是否须分解任务 */
        get: operations["getTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账：按条件计数 */
        get: operations["getCommitmentsCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件事项及其全过程 */
        get: operations["getCommitmentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 交办 */
        post: operations["postCommitmentsIdCommandsDispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签收 */
        post: operations["postCommitmentsIdCommandsSign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退单 */
        post: operations["postCommitmentsIdCommandsRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 裁定退单 */
        post: operations["postCommitmentsIdCommandsRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 反馈 */
        post: operations["postCommitmentsIdCommandsReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交佐证 */
        post: operations["postCommitmentsIdCommandsEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/requestClosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请办结 */
        post: operations["postCommitmentsIdCommandsRequestClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核 */
        post: operations["postCommitmentsIdCommandsReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整期限 */
        post: operations["postCommitmentsIdCommandsAmend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/lookBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回头看 */
        post: operations["postCommitmentsIdCommandsLookBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 终止 */
        post: operations["postCommitmentsIdCommandsTerminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/requestExtension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请延期 */
        post: operations["postCommitmentsIdCommandsRequestExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/decideExtension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批延期 */
        post: operations["postCommitmentsIdCommandsDecideExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 暂停 */
        post: operations["postCommitmentsIdCommandsSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复办理 */
        post: operations["postCommitmentsIdCommandsResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转办 */
        post: operations["postCommitmentsIdCommandsTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/raise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提级办理 */
        post: operations["postCommitmentsIdCommandsRaise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/instruct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批示 */
        post: operations["postCommitmentsIdCommandsInstruct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/setTarget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定目标值 */
        post: operations["postCommitmentsIdCommandsSetTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/decompose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 分解 */
        post: operations["postCommitmentsIdCommandsDecompose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/completeStage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成环节 */
        post: operations["postCommitmentsIdCommandsCompleteStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/gradeStage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 阶段评分 */
        post: operations["postCommitmentsIdCommandsGradeStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/decideProposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 决定约谈问责 */
        post: operations["postCommitmentsIdCommandsDecideProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/notPursue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不再推进 */
        post: operations["postCommitmentsIdCommandsNotPursue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新办理 */
        post: operations["postCommitmentsIdCommandsReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/commands/repin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 换用规则 */
        post: operations["postCommitmentsIdCommandsRepin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件事项的佐证文件：校验值、版本、提示 */
        get: operations["getCommitmentsIdEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/evidence/{evidenceId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载佐证文件，先核对校验值 */
        get: operations["getCommitmentsIdEvidenceEvidenceIdFile"];
        /** 上传佐证文件 */
        put: operations["putCommitmentsIdEvidenceEvidenceIdFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commitments/{id}/evidence/{evidenceId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在浏览器中查看 PDF 或图片，先核对校验值 */
        get: operations["getCommitmentsIdEvidenceEvidenceIdPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办结率和亮灯：总的、按单位、按来文 */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 时限完成情况：受理、转办、签收、答复、办理、回访和各阶段，应办多少、按时多少，用时的中位数和百分位 */
        get: operations["getClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 总览：办到哪一步，按时办结率，十三周变化，等领导拿主意的十件 */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通知：该发给谁、结果如何 */
        get: operations["getNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重发：没有送达的通知再发一次，另计结果 */
        post: operations["postNoticesIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通知按事由和结果计数 */
        get: operations["getNoticesCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 督办文书：编号、发给谁、现在的状态 */
        get: operations["getSlips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份督办文书 */
        get: operations["getSlipsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/slips/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载督办文书（Word，公文格式） */
        get: operations["getSlipsIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/strikes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 问责计次：各单位计了几次、是哪些事项 */
        get: operations["getStrikes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/strikes/{unit}/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销一次计次：写明理由，此后不再计算，记录仍在 */
        post: operations["postStrikesUnitOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 来文目录 */
        get: operations["getSources"];
        put?: never;
        /** 收录来文：粘贴全文 */
        post: operations["postSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 收录来文：上传文件；带 If-Match 时换成更正后的全文 */
        put: operations["putSourcesIdFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一篇来文，逐句及其去向 */
        get: operations["getSourcesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一篇来文，逐句及其去向，只供阅读 */
        get: operations["getSourcesIdReading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正拟立项事项 */
        post: operations["postSourcesIdCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/corrections/{version}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销一次更正 */
        post: operations["postSourcesIdCorrectionsVersionUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/reimport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 换成更正后的全文 */
        post: operations["postSourcesIdReimport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 将选定的拟立项事项立项 */
        post: operations["postSourcesIdRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/registrations/{rid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次立项的进度 */
        get: operations["getSourcesIdRegistrationsRid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 来文全文 */
        get: operations["getSourcesIdText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/lights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一篇来文各事项的灯 */
        get: operations["getSourcesIdLights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一篇来文各事项的灯逐周的变化 */
        get: operations["getSourcesIdTurns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位、岗位、规则和事项状态的名录 */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员及其任职：何时至何时任何岗位 */
        get: operations["getOrganisationPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 机构和任职导出为 Excel，修改后可再导入 */
        get: operations["getOrganisation.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览导入：逐行说明问题，列出将新增和改动的内容，不作改动 */
        post: operations["postOrganisationPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入机构和任职（.xlsx 或 .csv）：有一处问题则全部不导入 */
        post: operations["postOrganisationImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 新增或修改单位 */
        put: operations["putOrganisationUnitsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 新增或修改岗位 */
        put: operations["putOrganisationPostsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 新增或修改人员 */
        put: operations["putOrganisationPeopleId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 任职、离任、代理：某人自某日至某日任某岗位 */
        put: operations["putOrganisationHoldings"];
        post?: never;
        /** 删除录错的任职：尚未到任，或当天录入 */
        delete: operations["deleteOrganisationHoldings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从空系统到第一篇讲话：已做到哪一步 */
        get: operations["getStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/examples/organisation.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 示例机构，可导入 */
        get: operations["getExamplesOrganisation.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/examples/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 示例讲话，可收录 */
        get: operations["getExamplesSpeech"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 默认时限和事项模板：来文没有写明时限、规则的，按什么定；各版由谁何时为何修改 */
        get: operations["getPoliciesDefaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/defaults/{name}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对默认时限或事项模板：有误时一次列出全部错处，不保存 */
        post: operations["postPoliciesDefaultsNameCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/defaults/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 默认时限或事项模板另存为新版，即时生效；已拟办、已立项的不变 */
        post: operations["postPoliciesDefaultsNameVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则：各套各版，哪些启用，各有多少在办事项 */
        get: operations["getPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则可以填写的各项：名称、范围和可选的值 */
        get: operations["getPoliciesForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一版规则：逐条的说明、待确认的建议值和原文 */
        get: operations["getPoliciesNameVersionsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两版规则逐条对照，只列不同之处 */
        get: operations["getPoliciesNameCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对一份规则：有误时一次列出全部错处，不保存 */
        post: operations["postPoliciesNameVersionsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 另存为新版：已在办的事项仍按原版 */
        post: operations["postPoliciesNameVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions/{version}/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 启用：逐项确认由本单位自定的数值，此后的立项按这一版 */
        post: operations["postPoliciesNameVersionsVersionOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions/{version}/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用：此后不再按这一版立项，已在办的不变 */
        post: operations["postPoliciesNameVersionsVersionOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions/{version}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算：现有在办事项若都按这一版，今后60天会发出什么，不生效 */
        post: operations["postPoliciesNameVersionsVersionDry-run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions/{version}/repin/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在办事项换用这一版：先看哪些时限移动、哪些邮件增减，不生效 */
        post: operations["postPoliciesNameVersionsVersionRepinPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{name}/versions/{version}/repin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在办事项换用这一版：逐项记入台账，已发出的不重发 */
        post: operations["postPoliciesNameVersionsVersionRepin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历：各年放假和补班 */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/years/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入一年的放假安排：先看哪些日子改变、哪些事项的时限和邮件移动，不生效 */
        post: operations["postCalendarYearsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入一年的放假安排：在办事项的时限随即重新计算，逐项记入台账，已发出的不重发 */
        post: operations["postCalendarYears"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/rollouts/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 换历进度：多少在办事项还没有按新日历重新计算 */
        get: operations["getCalendarRolloutsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/idempotency/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询操作结果：答复丢失时，按 Idempotency-Key 查询本人的操作是否已办成 */
        get: operations["getIdempotencyKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 每日封存：全部链头的根值，可印入通报 */
        get: operations["getLedgerSeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账全部记录和每日封存，每行一个 JSON，可离线核验 */
        get: operations["getLedgerExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人是谁、可办什么 */
        get: operations["getSession"];
        put?: never;
        /** 登录 */
        post: operations["postSession"];
        /** 退出登录 */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改本人口令；其他登录随即失效 */
        post: operations["postSessionPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的接口令牌 */
        get: operations["getTokens"];
        put?: never;
        /** 新的接口令牌，只显示这一次 */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 吊销令牌 */
        delete: operations["deleteTokensId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号和角色 */
        get: operations["getAccounts"];
        put?: never;
        /** 新建账号 */
        post: operations["postAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改账号：姓名、启用停用、角色、重置口令、解除锁定、吊销接口令牌 */
        patch: operations["patchAccountsAccount"];
        trace?: never;
    };
    "/api/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 是否可用统一身份认证登录 */
        get: operations["getOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 转到统一身份认证登录 */
        get: operations["getOidcStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统一身份认证的答复 */
        get: operations["getOidcCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 访问审计：何人何时看了什么、办了什么、结果如何，新的在前 */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本接口的 OpenAPI 3.1 文档 */
        get: operations["getOpenapi.json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口说明页 */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口说明页的样式 */
        get: operations["getDocs.css"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 变化的通知流（server-sent events） */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description 出错说明（RFC 9457）：code 不变，可据以编程；title、detail、hint 供人阅读；errors 逐项说明哪里有误、可填什么 */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "invalidInput" | "malformedJson" | "idempotencyKeyMissing" | "idempotencyKeyInvalid" | "notLoggedIn" | "loginFailed" | "csrfMissing" | "forbidden" | "passwordMustChange" | "notFound" | "idempotencyKeyInFlight" | "evidenceFileMissing" | "evidenceFileExists" | "accountExists" | "evidenceHeld" | "sourceExists" | "holdingServed" | "notResent" | "registrationRunning" | "versionStale" | "contentTooLarge" | "badMediaType" | "badHost" | "evidenceRefused" | "sourceRefused" | "tableRefused" | "correctionRefused" | "draftsIncomplete" | "rolesConflict" | "idempotencyKeyReused" | "preconditionRequired" | "tooManyAttempts" | "tooManyRequests" | "internal" | "evidenceAltered" | "unavailable" | "wrongState" | "unknownUnit" | "alreadySigned" | "alreadyDispatched" | "refusalPending" | "noRefusalPending" | "refusalsUsedUp" | "signFirst" | "reportEmpty" | "percentBackwards" | "causeRequired" | "onlyLead" | "unknownCriterion" | "evidenceMissing" | "sameEvidence" | "tooMuchEvidence" | "reviewerIsSubmitter" | "reasonCodeRequired" | "dueNotLater" | "dueInPast" | "dueUnchanged" | "newDueRequired" | "ended" | "extensionPending" | "noExtensionPending" | "approverIsRequester" | "extensionDateRequired" | "dueNotExtended" | "suspensionTooLong" | "notSuspended" | "suspended" | "unitTakesPart" | "notEnded" | "neverDispatched" | "unknownMeasure" | "targetUndetermined" | "targetUnfit" | "unknownPeriod" | "reviewTooFar" | "childrenThere" | "childrenMissing" | "tooManyChildren" | "dueAfterParent" | "unknownStage" | "stageDone" | "stageOrder" | "stagesMissing" | "documentNumberRequired" | "samePack" | "unknownPack" | "unknownClass" | "approverTooLow" | "stagesNotGraded" | "stageNotReported" | "stageGraded" | "unknownGrade" | "graderNotNamed" | "graderIsReporter" | "noProposal" | "leaderDecides";
            detail: string;
            hint: string;
            errors?: {
                path: string;
                message: string;
                accepted: string;
            }[];
            instance?: string;
        } & {
            [key: string]: unknown;
        };
        Commitment: {
            self: string;
            id: string;
            number: string | null;
            title: string;
            /** @enum {string} */
            kind: "deliverable" | "target" | "recurring" | "standing";
            stretch: boolean;
            source: {
                id: string;
                title: string;
                section: string | null;
                start: number;
                end: number;
                textSha256?: string;
            } | null;
            lead: {
                unit: string;
                name: string;
            };
            /** @enum {string} */
            status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            statusName: string;
            /** Format: date */
            due: string;
            /** @enum {string} */
            dueKind: "deadline" | "review";
            dueProvisional: boolean;
            light: components["schemas"]["Light"];
            distance: string;
            nextMoment: components["schemas"]["Moment"] | null;
            /** Format: date */
            originalDue: string;
            progress: {
                planned: number | null;
                actual: number | null;
            };
            level: string | null;
            lastWord: {
                /** Format: date-time */
                at: string;
                text: string;
            } | null;
            version: number;
            quote: string;
            lightNotes: {
                /** @description 怎样转绿 */
                remedies: string[];
                /** @description 报来而不起作用的 */
                uncounted: string[];
            };
            /** @description 暂停、延期、提级、批示等情况，每项一句 */
            circumstances: {
                title: string;
                text: string;
            }[];
            units: {
                unit: string;
                /** @enum {string} */
                role: "lead" | "co";
                /** Format: date-time */
                dispatchedAt: string;
                /** Format: date-time */
                signBy: string;
                signedAt: string | null;
                deemed: boolean;
                refusals: number;
                pendingRefusal: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    reason: string;
                    /** @default null */
                    ruleBy: string | null;
                    /** @default false */
                    reminded: boolean;
                } | null;
                lastReport: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    percent: number | null;
                    line: string;
                    unchanged: boolean;
                    forecast: ("onTrack" | "atRisk" | "willMiss") | null;
                    causeCode: ("dependsOnOthers" | "funding" | "approval" | "staffing" | "plan" | "forceMajeure" | "other") | null;
                    /** @default [] */
                    values: {
                        measure: string;
                        value: number;
                    }[];
                    /** @default null */
                    period: number | null;
                } | null;
                reports: number;
                unchangedReports: number;
                /** @default null */
                feedbackBy: string | null;
                /** @default false */
                liable: boolean;
                /** @default [] */
                stages: {
                    code: string;
                    /** Format: date-time */
                    at: string;
                    by: string;
                    returns: number;
                    grade: {
                        name: string;
                        text: string;
                        /** Format: date-time */
                        at: string;
                        by: string;
                        redoBy: string | null;
                    } | null;
                }[];
                /** @default 0 */
                redone: number;
                name: string;
                light: components["schemas"]["Light"];
            }[];
            formerUnits: {
                unit: string;
                /** Format: date-time */
                until: string;
                reason: string;
                /**
                 * @default ruled
                 * @enum {string}
                 */
                how: "ruled" | "transferred" | "raised";
                name: string;
            }[];
            sponsor: string;
            registrar: string;
            reviewer: string;
            acceptance: {
                id: string;
                text: string;
                evidence: number;
            }[];
            evidence: {
                id: string;
                unit: string;
                criterion: string;
                fileName: string;
                size: number;
                sha256: string;
                by: string;
                /** Format: date-time */
                at: string;
                file: string;
            }[];
            /** Format: date-time */
            registeredAt: string;
            dispatchedAt: string | null;
            dispatchOn: string | null;
            /**
             * @default {
             *       "granted": 0,
             *       "refused": 0,
             *       "overdueRequests": 0,
             *       "pending": null
             *     }
             */
            extension: {
                granted: number;
                refused: number;
                overdueRequests: number;
                pending: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    unit: string;
                    reason: string;
                    progress: string;
                    /** Format: date */
                    to: string;
                    /** @enum {string} */
                    lateness: "inTime" | "near" | "overdue";
                    /** @enum {string} */
                    approver: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                    /** Format: date-time */
                    decideBy: string;
                    overdueTold: boolean;
                } | null;
            };
            /** @default null */
            suspension: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string;
                counterparty: {
                    /** @enum {string} */
                    kind: "superior" | "unit" | "external";
                    name: string;
                };
                /** Format: date */
                until: string;
                /** Format: date-time */
                wakeAt: string;
                /** @enum {string} */
                resumeTo: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            } | null;
            raises: {
                /** Format: date-time */
                at: string;
                from: string;
                to: string;
                /** Format: date */
                due: string;
                reason: string;
                fromName: string;
                toName: string;
            }[];
            /**
             * @default {
             *       "count": 0,
             *       "last": null
             *     }
             */
            instructions: {
                count: number;
                last: {
                    /** Format: date-time */
                    at: string;
                    leader: string;
                    text: string;
                } | null;
            };
            plan: {
                /** Format: date */
                date: string;
                percent: number;
            }[];
            measures: {
                id: string;
                name: string;
                unit: string;
                /** @default null */
                denominator: string | null;
                /** @default null */
                baseline: number | null;
                /** @default null */
                target: number | null;
                /**
                 * @default up
                 * @enum {string}
                 */
                direction: "up" | "down";
                /** @default null */
                stretch: number | null;
                /**
                 * @default linear
                 * @enum {string}
                 */
                curve: "linear" | "steps" | "points";
                /** @default [] */
                points: {
                    date: string;
                    value: number;
                }[];
                from: string;
                actual: {
                    value: number;
                    on: string;
                } | null;
                planned: number | null;
                behind: boolean;
                text: string;
            }[];
            /** @description 各阶段及其评分；规则不对阶段评分的为空 */
            stageReview: {
                grades: {
                    name: string;
                    /** @description 退回重报 */
                    returned: boolean;
                }[];
                stages: {
                    unit: string;
                    unitName: string;
                    code: string;
                    name: string;
                    reportedAt: string | null;
                    returns: number;
                    grade: {
                        name: string;
                        text: string;
                        /** Format: date-time */
                        at: string;
                    } | null;
                    /** @description 已报告，待评分 */
                    awaited: boolean;
                    text: string;
                }[];
            } | null;
            /** @description 规则所定的其他时限，各单位分别计算 */
            clocks: {
                unit: string;
                unitName: string;
                code: string;
                name: string;
                limit: string | null;
                late: boolean;
                text: string;
            }[];
            periods: {
                rhythm: {
                    /** @enum {string} */
                    every: "week" | "month" | "quarter" | "days";
                    /** @default null */
                    days: number | null;
                    name: string;
                };
                counts: {
                    kept: number;
                    missed: number;
                    madeGood: number;
                    excused: number;
                };
                now: {
                    index: number;
                    from: string;
                    due: string;
                    reportedAt: string | null;
                    evidence: number;
                    light: components["schemas"]["Light"];
                } | null;
                past: {
                    index: number;
                    from: string;
                    due: string;
                    reportedAt: string | null;
                    evidence: number;
                    /** @enum {string} */
                    outcome: "kept" | "missed" | "madeGood" | "excused";
                    light: components["schemas"]["Light"];
                }[];
                /** @description 尚可补报的各期，由哪个单位补报 */
                owed: {
                    unit: string;
                    index: number;
                    /** Format: date */
                    due: string;
                }[];
            } | null;
            parent: {
                id: string;
                weight: number;
                /** Format: date */
                due: string;
                self: string;
            } | null;
            stages: {
                code: string;
                name: string;
                /** @default false */
                numbered: boolean;
                done: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    note: string;
                    documentNumber: string | null;
                } | null;
            }[];
            spawnsChildren: boolean;
            noChildren: string | null;
            closure: {
                /** Format: date-time */
                at: string;
                by: string;
                summary: string;
                inTime: boolean;
                /** Format: date-time */
                reviewBy: string;
                overdueTold: boolean;
                /** @enum {string} */
                colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                /** @default [] */
                silent: string[];
            } | null;
            returns: number;
            doneOn: string | null;
            closedAt: string | null;
            lookBackAt: string | null;
            endedAt: string | null;
            endReason: string | null;
            ladder: {
                round: number;
                done: number;
                level: string | null;
            };
            wasRed: boolean;
            rules: {
                pack: string;
                calendar: string;
            };
            /** Format: date-time */
            asOf: string;
        };
        Light: {
            /**
             * @description closed 为办结；终止和不再推进的为 dropped
             * @enum {string}
             */
            colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed" | "dropped";
            name: string;
            reasons: string[];
            text: string;
        };
        Moment: {
            kind: string;
            /** Format: date-time */
            at: string;
            /** Format: date */
            date: string;
            text: string;
        };
        /** @description 此值从何而来：原文所说（及其位置）、规则推得、或何人何时填写 */
        Provenance: {
            /** @constant */
            kind: "explicit";
            start: number;
            end: number;
        } | {
            /** @constant */
            kind: "derived";
            rule: string;
            words: string;
        } | {
            /** @constant */
            kind: "assigned";
            by: {
                person: string;
                name: string;
                /**
                 * @description 由邮件链接，未登录
                 * @constant
                 */
                via?: "link";
            };
            /** Format: date-time */
            at: string;
        };
        CommitmentItem: {
            self: string;
            id: string;
            number: string | null;
            title: string;
            /** @enum {string} */
            kind: "deliverable" | "target" | "recurring" | "standing";
            stretch: boolean;
            source: {
                id: string;
                title: string;
                section: string | null;
            } | null;
            lead: {
                unit: string;
                name: string;
            };
            /** @enum {string} */
            status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            statusName: string;
            /** Format: date */
            due: string;
            /** @enum {string} */
            dueKind: "deadline" | "review";
            dueProvisional: boolean;
            light: components["schemas"]["Light"];
            distance: string;
            nextMoment: components["schemas"]["Moment"] | null;
            /** Format: date */
            originalDue: string;
            progress: {
                planned: number | null;
                actual: number | null;
            };
            level: string | null;
            lastWord: {
                /** Format: date-time */
                at: string;
                text: string;
            } | null;
        };
        CommitmentWithTimeline: {
            self: string;
            id: string;
            number: string | null;
            title: string;
            /** @enum {string} */
            kind: "deliverable" | "target" | "recurring" | "standing";
            stretch: boolean;
            source: {
                id: string;
                title: string;
                section: string | null;
                start: number;
                end: number;
                textSha256?: string;
            } | null;
            lead: {
                unit: string;
                name: string;
            };
            /** @enum {string} */
            status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            statusName: string;
            /** Format: date */
            due: string;
            /** @enum {string} */
            dueKind: "deadline" | "review";
            dueProvisional: boolean;
            light: components["schemas"]["Light"];
            distance: string;
            nextMoment: components["schemas"]["Moment"] | null;
            /** Format: date */
            originalDue: string;
            progress: {
                planned: number | null;
                actual: number | null;
            };
            level: string | null;
            lastWord: {
                /** Format: date-time */
                at: string;
                text: string;
            } | null;
            version: number;
            quote: string;
            lightNotes: {
                /** @description 怎样转绿 */
                remedies: string[];
                /** @description 报来而不起作用的 */
                uncounted: string[];
            };
            /** @description 暂停、延期、提级、批示等情况，每项一句 */
            circumstances: {
                title: string;
                text: string;
            }[];
            units: {
                unit: string;
                /** @enum {string} */
                role: "lead" | "co";
                /** Format: date-time */
                dispatchedAt: string;
                /** Format: date-time */
                signBy: string;
                signedAt: string | null;
                deemed: boolean;
                refusals: number;
                pendingRefusal: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    reason: string;
                    /** @default null */
                    ruleBy: string | null;
                    /** @default false */
                    reminded: boolean;
                } | null;
                lastReport: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    percent: number | null;
                    line: string;
                    unchanged: boolean;
                    forecast: ("onTrack" | "atRisk" | "willMiss") | null;
                    causeCode: ("dependsOnOthers" | "funding" | "approval" | "staffing" | "plan" | "forceMajeure" | "other") | null;
                    /** @default [] */
                    values: {
                        measure: string;
                        value: number;
                    }[];
                    /** @default null */
                    period: number | null;
                } | null;
                reports: number;
                unchangedReports: number;
                /** @default null */
                feedbackBy: string | null;
                /** @default false */
                liable: boolean;
                /** @default [] */
                stages: {
                    code: string;
                    /** Format: date-time */
                    at: string;
                    by: string;
                    returns: number;
                    grade: {
                        name: string;
                        text: string;
                        /** Format: date-time */
                        at: string;
                        by: string;
                        redoBy: string | null;
                    } | null;
                }[];
                /** @default 0 */
                redone: number;
                name: string;
                light: components["schemas"]["Light"];
            }[];
            formerUnits: {
                unit: string;
                /** Format: date-time */
                until: string;
                reason: string;
                /**
                 * @default ruled
                 * @enum {string}
                 */
                how: "ruled" | "transferred" | "raised";
                name: string;
            }[];
            sponsor: string;
            registrar: string;
            reviewer: string;
            acceptance: {
                id: string;
                text: string;
                evidence: number;
            }[];
            evidence: {
                id: string;
                unit: string;
                criterion: string;
                fileName: string;
                size: number;
                sha256: string;
                by: string;
                /** Format: date-time */
                at: string;
                file: string;
            }[];
            /** Format: date-time */
            registeredAt: string;
            dispatchedAt: string | null;
            dispatchOn: string | null;
            /**
             * @default {
             *       "granted": 0,
             *       "refused": 0,
             *       "overdueRequests": 0,
             *       "pending": null
             *     }
             */
            extension: {
                granted: number;
                refused: number;
                overdueRequests: number;
                pending: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    unit: string;
                    reason: string;
                    progress: string;
                    /** Format: date */
                    to: string;
                    /** @enum {string} */
                    lateness: "inTime" | "near" | "overdue";
                    /** @enum {string} */
                    approver: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                    /** Format: date-time */
                    decideBy: string;
                    overdueTold: boolean;
                } | null;
            };
            /** @default null */
            suspension: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string;
                counterparty: {
                    /** @enum {string} */
                    kind: "superior" | "unit" | "external";
                    name: string;
                };
                /** Format: date */
                until: string;
                /** Format: date-time */
                wakeAt: string;
                /** @enum {string} */
                resumeTo: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
            } | null;
            raises: {
                /** Format: date-time */
                at: string;
                from: string;
                to: string;
                /** Format: date */
                due: string;
                reason: string;
                fromName: string;
                toName: string;
            }[];
            /**
             * @default {
             *       "count": 0,
             *       "last": null
             *     }
             */
            instructions: {
                count: number;
                last: {
                    /** Format: date-time */
                    at: string;
                    leader: string;
                    text: string;
                } | null;
            };
            plan: {
                /** Format: date */
                date: string;
                percent: number;
            }[];
            measures: {
                id: string;
                name: string;
                unit: string;
                /** @default null */
                denominator: string | null;
                /** @default null */
                baseline: number | null;
                /** @default null */
                target: number | null;
                /**
                 * @default up
                 * @enum {string}
                 */
                direction: "up" | "down";
                /** @default null */
                stretch: number | null;
                /**
                 * @default linear
                 * @enum {string}
                 */
                curve: "linear" | "steps" | "points";
                /** @default [] */
                points: {
                    date: string;
                    value: number;
                }[];
                from: string;
                actual: {
                    value: number;
                    on: string;
                } | null;
                planned: number | null;
                behind: boolean;
                text: string;
            }[];
            /** @description 各阶段及其评分；规则不对阶段评分的为空 */
            stageReview: {
                grades: {
                    name: string;
                    /** @description 退回重报 */
                    returned: boolean;
                }[];
                stages: {
                    unit: string;
                    unitName: string;
                    code: string;
                    name: string;
                    reportedAt: string | null;
                    returns: number;
                    grade: {
                        name: string;
                        text: string;
                        /** Format: date-time */
                        at: string;
                    } | null;
                    /** @description 已报告，待评分 */
                    awaited: boolean;
                    text: string;
                }[];
            } | null;
            /** @description 规则所定的其他时限，各单位分别计算 */
            clocks: {
                unit: string;
                unitName: string;
                code: string;
                name: string;
                limit: string | null;
                late: boolean;
                text: string;
            }[];
            periods: {
                rhythm: {
                    /** @enum {string} */
                    every: "week" | "month" | "quarter" | "days";
                    /** @default null */
                    days: number | null;
                    name: string;
                };
                counts: {
                    kept: number;
                    missed: number;
                    madeGood: number;
                    excused: number;
                };
                now: {
                    index: number;
                    from: string;
                    due: string;
                    reportedAt: string | null;
                    evidence: number;
                    light: components["schemas"]["Light"];
                } | null;
                past: {
                    index: number;
                    from: string;
                    due: string;
                    reportedAt: string | null;
                    evidence: number;
                    /** @enum {string} */
                    outcome: "kept" | "missed" | "madeGood" | "excused";
                    light: components["schemas"]["Light"];
                }[];
                /** @description 尚可补报的各期，由哪个单位补报 */
                owed: {
                    unit: string;
                    index: number;
                    /** Format: date */
                    due: string;
                }[];
            } | null;
            parent: {
                id: string;
                weight: number;
                /** Format: date */
                due: string;
                self: string;
            } | null;
            stages: {
                code: string;
                name: string;
                /** @default false */
                numbered: boolean;
                done: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    note: string;
                    documentNumber: string | null;
                } | null;
            }[];
            spawnsChildren: boolean;
            noChildren: string | null;
            closure: {
                /** Format: date-time */
                at: string;
                by: string;
                summary: string;
                inTime: boolean;
                /** Format: date-time */
                reviewBy: string;
                overdueTold: boolean;
                /** @enum {string} */
                colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                /** @default [] */
                silent: string[];
            } | null;
            returns: number;
            doneOn: string | null;
            closedAt: string | null;
            lookBackAt: string | null;
            endedAt: string | null;
            endReason: string | null;
            ladder: {
                round: number;
                done: number;
                level: string | null;
            };
            wasRed: boolean;
            rules: {
                pack: string;
                calendar: string;
            };
            /** Format: date-time */
            asOf: string;
            /** @description 原话前后各一句；原文已不可得的为空 */
            quoteContext: {
                before: string;
                after: string;
            } | null;
            parentTitle: string | null;
            children: {
                self: string;
                id: string;
                number: string | null;
                title: string;
                /** @enum {string} */
                kind: "deliverable" | "target" | "recurring" | "standing";
                stretch: boolean;
                source: {
                    id: string;
                    title: string;
                    section: string | null;
                } | null;
                lead: {
                    unit: string;
                    name: string;
                };
                /** @enum {string} */
                status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
                statusName: string;
                /** Format: date */
                due: string;
                /** @enum {string} */
                dueKind: "deadline" | "review";
                dueProvisional: boolean;
                light: components["schemas"]["Light"];
                distance: string;
                nextMoment: components["schemas"]["Moment"] | null;
                /** Format: date */
                originalDue: string;
                progress: {
                    planned: number | null;
                    actual: number | null;
                };
                level: string | null;
                lastWord: {
                    /** Format: date-time */
                    at: string;
                    text: string;
                } | null;
                weight: number;
                percent: number | null;
                afterParent: boolean;
            }[];
            childrenProgress: number | null;
            timeline: {
                seq: number;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                type: string;
                title: string;
                actor: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
                text: string;
                ruleVersion: string;
                hash: string;
            }[];
            upcoming: {
                moment: components["schemas"]["Moment"] | null;
                lines: {
                    /** @enum {string} */
                    occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "blueSlip" | "yellowSlip" | "redSlip" | "clockMissed" | "strikeCircular" | "strikeInterview" | "accountability" | "stageReturned" | "proposalDecided" | "filing" | "rulingOverdue" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue" | "stage" | "stageReview" | "clearance";
                    /** Format: date-time */
                    at: string;
                    unit: string;
                    post: string;
                }[];
                /** @description 无人办理时，今后60天将自行发出的 */
                mails: {
                    /** Format: date-time */
                    at: string;
                    /** Format: date */
                    date: string;
                    /** @enum {string} */
                    occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "blueSlip" | "yellowSlip" | "redSlip" | "clockMissed" | "strikeCircular" | "strikeInterview" | "accountability" | "stageReturned" | "proposalDecided" | "filing" | "rulingOverdue" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue" | "stage" | "stageReview" | "clearance";
                    name: string;
                    /** @description 并入当日汇总 */
                    digest: boolean;
                    to: string[];
                }[];
            };
            bands: {
                /**
                 * @description closed 为办结；终止和不再推进的为 dropped
                 * @enum {string}
                 */
                colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed" | "dropped";
                name: string;
                reasons: string[];
                text: string;
                /** @enum {string} */
                status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
                /** Format: date */
                due: string;
                unit: string;
                /** Format: date-time */
                from: string;
                to: string | null;
            }[];
            people: {
                /** @enum {string} */
                kind: "sponsor" | "registrar" | "reviewer";
                post: string;
                postName: string;
                person: string | null;
            }[];
            /** @description 历次反馈的进度和指标数值 */
            reports: {
                /** Format: date-time */
                at: string;
                unit: string;
                percent: number | null;
                values: {
                    measure: string;
                    value: number;
                }[];
            }[];
            /** @description 您现在可以办理的操作；不能办理的附原因。读取以往日期时为空 */
            commands: {
                /** @enum {string} */
                name: "dispatch" | "sign" | "refuse" | "rule" | "report" | "evidence" | "requestClosure" | "review" | "amend" | "lookBack" | "terminate" | "requestExtension" | "decideExtension" | "suspend" | "resume" | "transfer" | "raise" | "instruct" | "setTarget" | "decompose" | "completeStage" | "gradeStage" | "decideProposal" | "notPursue" | "reopen" | "repin";
                title: string;
                possible: boolean;
                /** @description 可代哪些单位办理；与单位无关的为空 */
                units: string[];
                why?: string;
                hint?: string;
            }[];
        };
        EvidenceFiles: {
            items: {
                id: string;
                name: string;
                kind: ("pdf" | "ofd" | "docx" | "xlsx" | "pptx" | "office" | "text" | "png" | "jpeg" | "gif" | "bmp" | "tiff" | "webp" | "mp4") | null;
                kindName: string;
                size: number;
                sha256: string;
                /** @description GB/T 32905；运行环境不提供该算法时为空 */
                sm3: string | null;
                uploadedAt: string | null;
                uploadedBy: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                } | null;
                /** @description 作为哪条验收标准的第几版佐证提交；只上传未提交时为空 */
                handedIn: {
                    unit: string;
                    unitName: string;
                    criterion: string;
                    criterionText: string;
                    version: number;
                    /** Format: date-time */
                    at: string;
                    by: string;
                } | null;
                /** @description 文件自记的最后修改或拍摄日期 */
                madeOn: string | null;
                scan: {
                    /** @enum {string} */
                    state: "off" | "clean" | "held";
                    /** Format: date-time */
                    at: string;
                } | null;
                warnings: {
                    /** @enum {string} */
                    code: "sameFile" | "sameText" | "datedBefore" | "notRead" | "held";
                    text: string;
                }[];
                file: string;
                preview: string | null;
            }[];
        };
        ClocksReport: {
            asOf: string;
            /** @description 怎样计数 */
            words: string;
            packs: {
                pack: string;
                rows: {
                    code: string;
                    name: string;
                    matterClass: {
                        code: string;
                        name: string;
                    } | null;
                    limit: {
                        offset: number;
                        /** @enum {string} */
                        days: "wd" | "d" | "month" | "h" | "min";
                        text: string;
                    };
                    owed: components["schemas"]["Figure"];
                    inTime: components["schemas"]["Figure"];
                    late: components["schemas"]["Figure"];
                    running: components["schemas"]["Figure"];
                    missed: components["schemas"]["Figure"];
                    took: {
                        /** @description 已完成的件数，以下各数都按它计 */
                        of: components["schemas"]["Figure"];
                        /** @enum {string} */
                        unit: "min" | "d" | "wd";
                        /** @description 不足2件时为空 */
                        median: {
                            value: number;
                            text: string;
                        } | null;
                        /** @description 不足10件时为空 */
                        p90: {
                            value: number;
                            text: string;
                        } | null;
                        /** @description 不足20件时为空 */
                        p95: {
                            value: number;
                            text: string;
                        } | null;
                        longest: {
                            value: number;
                            text: string;
                        } | null;
                    };
                }[];
            }[];
        };
        /** @description 一个数，及列出其各项的台账查询 */
        Figure: {
            count: number;
            query: string;
        };
        FigureRow: {
            id: string | null;
            name: string;
            lights: {
                red: components["schemas"]["Figure"];
                yellow: components["schemas"]["Figure"];
                blue: components["schemas"]["Figure"];
                green: components["schemas"]["Figure"];
                paused: components["schemas"]["Figure"];
                closed: components["schemas"]["Figure"];
            };
            done: components["schemas"]["Figure"];
            total: components["schemas"]["Figure"];
        };
        Notice: {
            id: string;
            commitment: string;
            /** @enum {string} */
            occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "blueSlip" | "yellowSlip" | "redSlip" | "clockMissed" | "strikeCircular" | "strikeInterview" | "accountability" | "stageReturned" | "proposalDecided" | "filing" | "rulingOverdue" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue" | "stage" | "stageReview" | "clearance";
            occasionName: string;
            period: string;
            post: string;
            /** @enum {string} */
            postKind: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
            postName: string;
            unit: string;
            /** Format: date-time */
            at: string;
            factSeq: number | null;
            slip: {
                document: string;
                series: string;
            } | null;
            awaited: boolean;
            copy: boolean;
            /** @enum {string} */
            state: "pending" | "claimed" | "deferred" | "sent" | "bounced" | "suppressed" | "bundled" | "expired";
            stateName: string;
            slipNumber: string | null;
            /** Format: date-time */
            createdAt: string;
            attempts: number;
            ambiguous: number;
            claimedAt: string | null;
            person: string | null;
            address: string | null;
            messageId: string | null;
            reason: ("nobody" | "noLongerOwed" | "samePerson" | "badAddress" | "addressBounced") | null;
            reasonName: string | null;
            response: string | null;
            error: string | null;
            errorName: string | null;
            nextAttemptAt: string | null;
            queued: {
                /** Format: date-time */
                expectedAt: string;
                text: string;
            } | null;
            digest: string | null;
            settledAt: string | null;
            /** @description 重发的是哪一件 */
            resendOf: string | null;
            /** @description 由谁重发，重发为哪一件 */
            resent: {
                notice: string;
                /** Format: date-time */
                at: string;
                person: string;
                name: string;
            } | null;
            /** @description 您现在可否重发；没有送达而不能重发的附原因 */
            resend: {
                possible: boolean;
                why: string | null;
            };
        };
        Slip: {
            self: string;
            id: string;
            number: string;
            document: string;
            commitment: string;
            title: string;
            /** @enum {string} */
            occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "blueSlip" | "yellowSlip" | "redSlip" | "clockMissed" | "strikeCircular" | "strikeInterview" | "accountability" | "stageReturned" | "proposalDecided" | "filing" | "rulingOverdue";
            unit: string;
            unitName: string;
            issuedAt: string;
            /** @enum {string} */
            state: "filing" | "issued" | "delivered" | "undelivered" | "withdrawn" | "answered";
            stateName: string;
            stateAt: string;
            file: string;
            posts: {
                post: string;
                /** @enum {string} */
                kind: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                copy: boolean;
            }[];
        };
        Source: {
            self: string;
            id: string;
            /** @enum {string} */
            kind: "speech" | "report" | "minutes" | "instruction" | "document";
            urgency: ("urgent" | "normal" | "hard") | null;
            title: string;
            date: string | null;
            speaker: string | null;
            basis: string[];
            sha256: string;
            file: {
                name: string;
                sha256: string;
                encoding: string;
                /** @enum {string} */
                format: "txt" | "docx";
            } | null;
            length: number;
            notes: string[];
            coverage: {
                sentences: number;
                tracked: number;
                untracked: number;
                unexplained: number;
                drafts: number;
                ready: number;
                registered: number;
                /** @description 已有去向的句子所占百分比 */
                percent: number | null;
            };
            /** Format: date-time */
            importedAt: string;
            importedBy: {
                person: string;
                name: string;
                /**
                 * @description 由邮件链接，未登录
                 * @constant
                 */
                via?: "link";
            };
            version: number;
            revision: number;
            supersedes: {
                revision: number;
                sha256: string;
                /** Format: date-time */
                until: string;
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
            }[];
            running: string[];
            lastChange: {
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
                /** Format: date-time */
                at: string;
            } | null;
        };
        ReimportReport: {
            unchanged: number;
            changed: {
                sentence: string;
                before: string;
                after: string;
                registered: string[];
            }[];
            added: {
                sentence: string;
                text: string;
            }[];
            removed: {
                sentence: string;
                text: string;
                kept: boolean;
                registered: string[];
                lost: string[];
            }[];
            drafts: {
                kept: number;
                added: number;
                removed: number;
            };
        };
        SourceWithSentences: {
            self: string;
            id: string;
            /** @enum {string} */
            kind: "speech" | "report" | "minutes" | "instruction" | "document";
            urgency: ("urgent" | "normal" | "hard") | null;
            title: string;
            date: string | null;
            speaker: string | null;
            basis: string[];
            sha256: string;
            file: {
                name: string;
                sha256: string;
                encoding: string;
                /** @enum {string} */
                format: "txt" | "docx";
            } | null;
            length: number;
            notes: string[];
            coverage: {
                sentences: number;
                tracked: number;
                untracked: number;
                unexplained: number;
                drafts: number;
                ready: number;
                registered: number;
                /** @description 已有去向的句子所占百分比 */
                percent: number | null;
            };
            /** Format: date-time */
            importedAt: string;
            importedBy: {
                person: string;
                name: string;
                /**
                 * @description 由邮件链接，未登录
                 * @constant
                 */
                via?: "link";
            };
            version: number;
            revision: number;
            supersedes: {
                revision: number;
                sha256: string;
                /** Format: date-time */
                until: string;
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
            }[];
            running: string[];
            lastChange: {
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
                /** Format: date-time */
                at: string;
            } | null;
            sections: {
                index: number;
                heading: string;
                level: number;
                start: number;
                end: number;
            }[];
            sentences: components["schemas"]["Sentence"][];
            drafts: number;
            next: number | null;
        };
        Sentence: {
            id: string;
            start: number;
            end: number;
            order: number;
            section: number;
            text: string;
            kind: {
                /** @enum {string} */
                value: "commitment" | "stretch" | "standing" | "background" | "principle" | "achieved" | "soft";
                provenance: components["schemas"]["Provenance"];
            };
            reason: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            };
            removed: {
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
                /** Format: date-time */
                at: string;
                revision: number;
            } | null;
            tracked: boolean;
            drafts: components["schemas"]["Draft"][];
        };
        Draft: {
            id: string;
            start: number;
            end: number;
            sentences: string[];
            section: string | null;
            quote: string;
            title: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            };
            kind: {
                /** @enum {string} */
                value: "deliverable" | "target" | "recurring" | "standing";
                provenance: components["schemas"]["Provenance"];
            };
            stretch: {
                value: boolean;
                provenance: components["schemas"]["Provenance"];
            };
            said: {
                due: {
                    value: {
                        words: string;
                        date: string | null;
                        provisional: boolean;
                    };
                    provenance: components["schemas"]["Provenance"];
                } | null;
                cadence: {
                    value: string;
                    provenance: components["schemas"]["Provenance"];
                } | null;
                lead: {
                    value: string;
                    provenance: components["schemas"]["Provenance"];
                } | null;
                support: {
                    value: string;
                    provenance: components["schemas"]["Provenance"];
                }[];
                measures: {
                    value: {
                        value: string | null;
                        unit: string;
                        direction: string;
                        denominator: string | null;
                        words: string;
                    };
                    provenance: components["schemas"]["Provenance"];
                }[];
                masked: {
                    start: number;
                    end: number;
                }[];
            };
            lead: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            coUnits: {
                value: string[];
                provenance: components["schemas"]["Provenance"];
            } | null;
            due: {
                /** Format: date */
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            reviewDate: {
                /** Format: date */
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            dispatchOn: {
                /** Format: date */
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            acceptance: {
                value: string[];
                provenance: components["schemas"]["Provenance"];
            } | null;
            sponsor: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            registrar: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            reviewer: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            pack: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            matterClass: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            arrivedAt: {
                /** Format: date-time */
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            rhythm: {
                value: {
                    /** @enum {string} */
                    every: "week" | "month" | "quarter" | "days";
                    /** @default null */
                    days: number | null;
                };
                provenance: components["schemas"]["Provenance"];
            } | null;
            template: {
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            measures: {
                value: {
                    name: string;
                    unit: string;
                    /** @default null */
                    denominator: string | null;
                    /** @default null */
                    baseline: number | null;
                    /** @default null */
                    target: number | null;
                    /**
                     * @default up
                     * @enum {string}
                     */
                    direction: "up" | "down";
                    /** @default null */
                    stretch: number | null;
                    /**
                     * @default linear
                     * @enum {string}
                     */
                    curve: "linear" | "steps" | "points";
                    /** @default [] */
                    points: {
                        date: string;
                        value: number;
                    }[];
                }[];
                provenance: components["schemas"]["Provenance"];
            } | null;
            plan: {
                value: {
                    /** Format: date */
                    date: string;
                    percent: number;
                }[];
                provenance: components["schemas"]["Provenance"];
            } | null;
            proposedReview: {
                /** Format: date */
                value: string;
                provenance: components["schemas"]["Provenance"];
            } | null;
            /** @description 所用的规则按类别定时限，须选定类别 */
            byClass: boolean;
            warnings: {
                code: string;
                text: string;
                other?: string;
            }[];
            origin: {
                /** @constant */
                kind: "analysed";
            } | {
                /** @enum {string} */
                kind: "split" | "merge" | "selection";
                of: string[];
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
                /** Format: date-time */
                at: string;
            };
            state: {
                /** @constant */
                kind: "open";
            } | {
                /** @constant */
                kind: "dropped";
                reason: string;
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
                /** Format: date-time */
                at: string;
            } | {
                /** @constant */
                kind: "replaced";
                by: string[];
                /** Format: date-time */
                at: string;
            } | {
                /** @constant */
                kind: "registering";
                registration: string;
            } | {
                /** @constant */
                kind: "registered";
                registration: string;
                commitment: string;
                /** Format: date-time */
                at: string;
            };
            lacks: {
                code: string;
                name: string;
            }[];
            commitment: {
                id: string;
                number: string | null;
                self: string;
            } | null;
        };
        SourceReading: {
            self: string;
            id: string;
            /** @enum {string} */
            kind: "speech" | "report" | "minutes" | "instruction" | "document";
            urgency: ("urgent" | "normal" | "hard") | null;
            title: string;
            date: string | null;
            speaker: string | null;
            basis: string[];
            sha256: string;
            file: {
                name: string;
                sha256: string;
                encoding: string;
                /** @enum {string} */
                format: "txt" | "docx";
            } | null;
            length: number;
            notes: string[];
            coverage: {
                sentences: number;
                tracked: number;
                untracked: number;
                unexplained: number;
                drafts: number;
                ready: number;
                registered: number;
                /** @description 已有去向的句子所占百分比 */
                percent: number | null;
            };
            /** Format: date-time */
            importedAt: string;
            importedBy: {
                person: string;
                name: string;
                /**
                 * @description 由邮件链接，未登录
                 * @constant
                 */
                via?: "link";
            };
            version: number;
            revision: number;
            supersedes: {
                revision: number;
                sha256: string;
                /** Format: date-time */
                until: string;
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
            }[];
            running: string[];
            lastChange: {
                by: {
                    person: string;
                    name: string;
                    /**
                     * @description 由邮件链接，未登录
                     * @constant
                     */
                    via?: "link";
                };
                /** Format: date-time */
                at: string;
            } | null;
            sections: {
                index: number;
                heading: string;
                level: number;
                start: number;
                end: number;
            }[];
            next: number | null;
            sentences: {
                id: string;
                start: number;
                end: number;
                order: number;
                section: number;
                text: string;
                /** @enum {string} */
                kind: "commitment" | "stretch" | "standing" | "background" | "principle" | "achieved" | "soft";
                tracked: boolean;
                removed: boolean;
                /** @description 为何不跟踪；跟踪的为空 */
                reason: {
                    value: string;
                    provenance: components["schemas"]["Provenance"];
                } | null;
                drafts: {
                    id: string;
                    sentences: string[];
                    title: string;
                    /** @enum {string} */
                    kind: "deliverable" | "target" | "recurring" | "standing";
                    stretch: boolean;
                    /** @enum {string} */
                    state: "open" | "dropped" | "registering" | "registered";
                    /** @description 为何撤下 */
                    dropped: string | null;
                    /** @description 立项前还缺哪些，以名称列出 */
                    lacks: string[];
                    commitment: string | null;
                }[];
            }[];
        };
        Registration: {
            self: string;
            id: string;
            source: string;
            /** @enum {string} */
            state: "running" | "completed";
            total: number;
            done: number;
            failed: {
                draft: string;
                reason: string;
            }[];
            by: {
                person: string;
                name: string;
                /**
                 * @description 由邮件链接，未登录
                 * @constant
                 */
                via?: "link";
            };
            /** Format: date-time */
            at: string;
            endedAt: string | null;
        };
        Default: {
            /** @enum {string} */
            name: "limits" | "templates";
            title: string;
            version: number;
            lines: {
                path: string;
                label: string;
                value: string;
                basis: string | null;
                suggested: boolean;
            }[];
            /** @description 原文（JSON），编辑后可另存为新版 */
            value: unknown;
            /** @description 各版，新的在先；最新一版生效 */
            versions: {
                version: number;
                /** @description 随程序带来的为空 */
                made: {
                    at: string;
                    person: string;
                    name: string;
                    reason: string;
                } | null;
                /** @description 与前一版的不同 */
                changes: {
                    label: string;
                    from: string | null;
                    to: string | null;
                }[];
            }[];
        };
        PolicyForm: {
            fields: {
                /** @description 列表中的每一项以 * 表示，如 rungs.*.offset */
                path: string;
                group: string | null;
                label: string;
                /** @enum {string} */
                kind: "number" | "text" | "flag" | "choice" | "choices" | "parts" | "list" | "record";
                /** @description 前面的字已说明，名称只供读屏 */
                quiet: boolean;
                choices: {
                    value: string | number;
                    name: string;
                }[];
                min: number | null;
                max: number | null;
                nullable: boolean;
                /** @description 新增一项时的初值 */
                blank: unknown;
            }[];
        };
        PolicyVersion: {
            name: string;
            version: number;
            inUse: boolean;
            running: number;
            classes: {
                code: string;
                name: string;
            }[];
            made: {
                at: string;
                person: string;
                name: string;
                base: number | null;
                reason: string;
            } | null;
            switches: {
                at: string;
                person: string;
                name: string;
                /** @enum {string} */
                to: "on" | "off";
                confirmed: string[];
            }[];
            self: string;
            /** @description 启用、停用过几次；启用、停用时写在 If-Match 中 */
            etag: number;
            lines: {
                path: string;
                group: string;
                label: string;
                value: string;
                suggested: boolean;
            }[];
            suggestions: {
                path: string;
                text: string;
            }[];
            /** @description 规则的原文（JSON），编辑后可另存为新版 */
            pack: unknown;
        };
        Outcome: {
            key: string;
            outcomes: {
                /** @enum {string} */
                state: "inFlight" | "done";
                /** @description 方法和地址；由台账查得的操作为空 */
                operation: string | null;
                commitment: string | null;
                version: number | null;
                status: number | null;
                /** @description 当时的答复；由台账查得的操作为空 */
                answer: unknown;
            }[];
        };
        Seal: {
            n: number;
            /** Format: date */
            date: string;
            /** Format: date-time */
            at: string;
            chains: number;
            root: string;
            prevHash: string;
            hash: string;
        };
        Session: {
            person: string;
            name: string;
            roles: ("registrar" | "handler" | "unitHead" | "reviewer" | "leader" | "systemAdmin" | "securityAdmin" | "auditAdmin")[];
            units: string[];
            posts: string[];
            /** @enum {string} */
            via: "session" | "token" | "link" | "oidc";
            /** @description 可办的事；办不了的不必显示 */
            permissions: ("commitment.read" | "commitment.register" | "evidence.read" | "evidence.upload" | "notice.read" | "notice.resend" | "summary.read" | "overview.read" | "burden.read" | "source.read" | "source.import" | "source.correct" | "source.register" | "ledger.read" | "ledger.export" | "bulletin.read" | "bulletin.issue" | "rules.read" | "rules.edit" | "calendar.read" | "calendar.edit" | "organisation.read" | "organisation.edit" | "account.read" | "account.edit" | "account.grant" | "account.unlock" | "token.own" | "token.revoke" | "outcome.own" | "audit.read" | "engine.read" | "command.dispatch" | "command.sign" | "command.refuse" | "command.rule" | "command.report" | "command.evidence" | "command.requestClosure" | "command.review" | "command.amend" | "command.lookBack" | "command.terminate" | "command.requestExtension" | "command.decideExtension" | "command.suspend" | "command.resume" | "command.transfer" | "command.raise" | "command.instruct" | "command.setTarget" | "command.decompose" | "command.completeStage" | "command.gradeStage" | "command.decideProposal" | "command.notPursue" | "command.reopen" | "command.repin")[];
            passwordMustChange: boolean;
            /** @description 写入操作在 X-CSRF-Token 中带上 */
            csrfToken: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description 这一内容的版本，修改时写入 If-Match */
        ETag: string;
        /** @description 新建或办理中的内容的地址 */
        Location: string;
        /** @description 多少秒之后再试 */
        "Retry-After": number;
        /** @description 本分钟还可几次（r），几秒后重新计算（t） */
        RateLimit: string;
        /** @description 每分钟的上限（q） */
        "RateLimit-Policy": string;
        /** @description 为 true 时，这是同一个键先前那次的答复 */
        "Idempotency-Replayed": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        live: true;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ready: boolean;
                        mongo: boolean;
                        temporal: boolean;
                    };
                };
            };
            /** @description 暂不能办理 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ready: boolean;
                        mongo: boolean;
                        temporal: boolean;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthEngine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        driven: boolean;
                        queues: {
                            queue: string;
                            workers: number;
                        }[];
                        /** @description 该发而未发的邮件；其中发送未成、待再试的；最早一封何时该发 */
                        outbox: {
                            waiting: number;
                            deferred: number;
                            oldest: string | null;
                        };
                        newestLateness: {
                            seconds: number;
                            /** Format: date-time */
                            recordedAt: string;
                        } | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getCommitments.xlsx": {
        parameters: {
            query?: {
                /** @description 单位编号：牵头或配合 */
                unit?: string;
                /** @description 牵头单位编号 */
                lead?: string;
                /** @description 来文编号，- 为没有来文 */
                source?: string;
                /** @description 来文的部分，- 为不属任何部分 */
                section?: string;
                /** @description 事项状态 */
                status?: ("REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED")[];
                /** @description 灯；closed 为办结，dropped 为终止和不再推进的 */
                colour?: ("red" | "yellow" | "blue" | "green" | "paused" | "closed" | "dropped")[];
                /** @description 类别 */
                kind?: ("deliverable" | "target" | "recurring" | "standing")[];
                /** @description 标题、文号、原句或单位名称中的文字 */
                find?: string;
                /** @description 期限不早于 */
                dueFrom?: string;
                /** @description 期限不晚于 */
                dueTo?: string;
                /** @description 原定期限已到的，是否按时 */
                timely?: ("onTime" | "late" | "owing")[];
                /** @description 分管领导的岗位编号 */
                sponsor?: string;
                /** @description 是否为力争完成的事项 */
                stretch?: "true" | "false";
                /** @description 逾期不少于几个工作日 */
                overdueFrom?: string;
                /** @description 逾期不超过几个工作日 */
                overdueTo?: string;
                /** @description 规则的名称 */
                pack?: string;
                /** @description 事项类别的代码；- 为没有类别的 */
                matterClass?: string;
                /** @description 立项日期不早于 */
                registeredFrom?: string;
                /** @description 立项日期不晚于 */
                registeredTo?: string;
                /** @description 一项时限的一个数所指的事项：时限代码,限期,情况[,单位]，情况为 owed、met、inTime、late、running、missed；按现在的情况 */
                clock?: string;
                /** @description 只在这些事项中，编号以逗号分隔 */
                ids?: string;
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
                /** @description 次序，前加 - 为倒序 */
                sort?: "light" | "due" | "-due" | "registered" | "-registered";
                /** @description 要哪些列，按此次序 */
                columns?: ("number" | "light" | "reasons" | "title" | "kind" | "lead" | "status" | "due" | "distance" | "originalDue" | "progress" | "planned" | "level" | "word" | "source" | "section")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getCommitments.csv": {
        parameters: {
            query?: {
                /** @description 单位编号：牵头或配合 */
                unit?: string;
                /** @description 牵头单位编号 */
                lead?: string;
                /** @description 来文编号，- 为没有来文 */
                source?: string;
                /** @description 来文的部分，- 为不属任何部分 */
                section?: string;
                /** @description 事项状态 */
                status?: ("REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED")[];
                /** @description 灯；closed 为办结，dropped 为终止和不再推进的 */
                colour?: ("red" | "yellow" | "blue" | "green" | "paused" | "closed" | "dropped")[];
                /** @description 类别 */
                kind?: ("deliverable" | "target" | "recurring" | "standing")[];
                /** @description 标题、文号、原句或单位名称中的文字 */
                find?: string;
                /** @description 期限不早于 */
                dueFrom?: string;
                /** @description 期限不晚于 */
                dueTo?: string;
                /** @description 原定期限已到的，是否按时 */
                timely?: ("onTime" | "late" | "owing")[];
                /** @description 分管领导的岗位编号 */
                sponsor?: string;
                /** @description 是否为力争完成的事项 */
                stretch?: "true" | "false";
                /** @description 逾期不少于几个工作日 */
                overdueFrom?: string;
                /** @description 逾期不超过几个工作日 */
                overdueTo?: string;
                /** @description 规则的名称 */
                pack?: string;
                /** @description 事项类别的代码；- 为没有类别的 */
                matterClass?: string;
                /** @description 立项日期不早于 */
                registeredFrom?: string;
                /** @description 立项日期不晚于 */
                registeredTo?: string;
                /** @description 一项时限的一个数所指的事项：时限代码,限期,情况[,单位]，情况为 owed、met、inTime、late、running、missed；按现在的情况 */
                clock?: string;
                /** @description 只在这些事项中，编号以逗号分隔 */
                ids?: string;
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
                /** @description 次序，前加 - 为倒序 */
                sort?: "light" | "due" | "-due" | "registered" | "-registered";
                /** @description 要哪些列，按此次序 */
                columns?: ("number" | "light" | "reasons" | "title" | "kind" | "lead" | "status" | "due" | "distance" | "originalDue" | "progress" | "planned" | "level" | "word" | "source" | "section")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            query: string;
                            columns: string[];
                            version: number;
                            savedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putViews: {
        parameters: {
            query?: never;
            header?: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    query: string;
                    columns: ("number" | "light" | "reasons" | "title" | "kind" | "lead" | "status" | "due" | "distance" | "originalDue" | "progress" | "planned" | "level" | "word" | "source" | "section")[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        query: string;
                        columns: string[];
                        version: number;
                        savedAt: string | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteViewsId: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsBulkPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    name: "dispatch" | "sign" | "refuse" | "rule" | "report" | "review" | "amend" | "lookBack" | "terminate" | "requestExtension" | "decideExtension" | "suspend" | "resume" | "transfer" | "raise" | "instruct" | "setTarget" | "decompose" | "completeStage" | "gradeStage" | "decideProposal" | "notPursue" | "reopen";
                    body: {
                        [key: string]: unknown;
                    };
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        title: string;
                        possible: number;
                        items: {
                            id: string;
                            number: string | null;
                            title: string;
                            possible: boolean;
                            why: string | null;
                            hint: string | null;
                            body: {
                                [key: string]: unknown;
                            };
                            effect: string | null;
                            /** @description 所看到的版本，执行时写入 If-Match */
                            version: number | null;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCommitments: {
        parameters: {
            query?: {
                /** @description 单位编号：牵头或配合 */
                unit?: string;
                /** @description 牵头单位编号 */
                lead?: string;
                /** @description 来文编号，- 为没有来文 */
                source?: string;
                /** @description 来文的部分，- 为不属任何部分 */
                section?: string;
                /** @description 事项状态 */
                status?: ("REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED")[];
                /** @description 灯；closed 为办结，dropped 为终止和不再推进的 */
                colour?: ("red" | "yellow" | "blue" | "green" | "paused" | "closed" | "dropped")[];
                /** @description 类别 */
                kind?: ("deliverable" | "target" | "recurring" | "standing")[];
                /** @description 标题、文号、原句或单位名称中的文字 */
                find?: string;
                /** @description 期限不早于 */
                dueFrom?: string;
                /** @description 期限不晚于 */
                dueTo?: string;
                /** @description 原定期限已到的，是否按时 */
                timely?: ("onTime" | "late" | "owing")[];
                /** @description 分管领导的岗位编号 */
                sponsor?: string;
                /** @description 是否为力争完成的事项 */
                stretch?: "true" | "false";
                /** @description 逾期不少于几个工作日 */
                overdueFrom?: string;
                /** @description 逾期不超过几个工作日 */
                overdueTo?: string;
                /** @description 规则的名称 */
                pack?: string;
                /** @description 事项类别的代码；- 为没有类别的 */
                matterClass?: string;
                /** @description 立项日期不早于 */
                registeredFrom?: string;
                /** @description 立项日期不晚于 */
                registeredTo?: string;
                /** @description 一项时限的一个数所指的事项：时限代码,限期,情况[,单位]，情况为 owed、met、inTime、late、running、missed；按现在的情况 */
                clock?: string;
                /** @description 只在这些事项中，编号以逗号分隔 */
                ids?: string;
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
                /** @description 次序，前加 - 为倒序 */
                sort?: "light" | "due" | "-due" | "registered" | "-registered";
                /** @description 上一页给出的 next，从那里接着读 */
                cursor?: string;
                /** @description 一页几项，1至200 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CommitmentItem"][];
                        /** @description 下一页的位置；没有下一页时为空 */
                        next: string | null;
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitments: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @enum {string} */
                    kind: "deliverable" | "target" | "recurring" | "standing";
                    /** @default false */
                    stretch?: boolean;
                    /** @default  */
                    quote?: string;
                    /** @default null */
                    source?: {
                        id: string;
                        title: string;
                        section: string | null;
                        start: number;
                        end: number;
                        textSha256?: string;
                    } | null;
                    lead: string;
                    /** @default [] */
                    coUnits?: string[];
                    sponsor: string;
                    /** @default registrar */
                    registrar?: string;
                    /** @default reviewer */
                    reviewer?: string;
                    acceptance: string[];
                    /** Format: date */
                    due?: string;
                    /** Format: date */
                    reviewDate?: string;
                    /** Format: date */
                    dispatchOn?: string;
                    template?: string;
                    /** @default [] */
                    stages?: {
                        code: string;
                        name: string;
                        /** @default false */
                        numbered?: boolean;
                    }[];
                    /** @default false */
                    spawnsChildren?: boolean;
                    /** @default [] */
                    measures?: {
                        name: string;
                        unit: string;
                        /** @default null */
                        denominator?: string | null;
                        /** @default null */
                        baseline?: number | null;
                        /** @default null */
                        target?: number | null;
                        /**
                         * @default up
                         * @enum {string}
                         */
                        direction?: "up" | "down";
                        /** @default null */
                        stretch?: number | null;
                        /**
                         * @default linear
                         * @enum {string}
                         */
                        curve?: "linear" | "steps" | "points";
                        /** @default [] */
                        points?: {
                            date: string;
                            value: number;
                        }[];
                    }[];
                    /** @default null */
                    rhythm?: {
                        /** @enum {string} */
                        every: "week" | "month" | "quarter" | "days";
                        /** @default null */
                        days?: number | null;
                    } | null;
                    /** @default [] */
                    plan?: {
                        /** Format: date */
                        date: string;
                        percent: number;
                    }[];
                    /** @default 标准 */
                    pack?: string;
                    matterClass?: string;
                    /** Format: date-time */
                    arrivedAt?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commitment"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getRegistration-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            /** @enum {string} */
                            name: "lead" | "coUnits" | "due" | "reviewDate" | "dispatchOn" | "acceptance" | "sponsor" | "registrar" | "reviewer" | "pack" | "matterClass" | "arrivedAt" | "rhythm" | "measures" | "template" | "plan";
                            title: string;
                        }[];
                        packs: {
                            name: string;
                            /** @description 按类别定时限的规则，立项时须选其一 */
                            classes: {
                                code: string;
                                name: string;
                            }[];
                            /** @description 有从来件起算的时限，宜填来件时间 */
                            arrival: boolean;
                        }[];
                        templates: {
                            name: string;
                            summary: string;
                        }[];
                        rhythms: {
                            /** @enum {string} */
                            code: "week" | "month" | "quarter" | "days";
                            name: string;
                        }[];
                        curves: {
                            /** @enum {string} */
                            code: "linear" | "steps" | "points";
                            name: string;
                        }[];
                        kinds: {
                            /** @enum {string} */
                            kind: "deliverable" | "target" | "recurring" | "standing";
                            /** @description 可以设周期 */
                            rhythm: boolean;
                        }[];
                        /** @description 本单位一向所用，及其由来 */
                        usual: {
                            pack: {
                                value: string;
                                provenance: components["schemas"]["Provenance"];
                            } | null;
                            registrar: {
                                value: string;
                                provenance: components["schemas"]["Provenance"];
                            } | null;
                            reviewer: {
                                value: string;
                                provenance: components["schemas"]["Provenance"];
                            } | null;
                        };
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            summary: string;
                            stages: {
                                code: string;
                                name: string;
                                /** @default false */
                                numbered: boolean;
                            }[];
                            spawnsChildren: boolean;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCommitmentsCount: {
        parameters: {
            query?: {
                /** @description 单位编号：牵头或配合 */
                unit?: string;
                /** @description 牵头单位编号 */
                lead?: string;
                /** @description 来文编号，- 为没有来文 */
                source?: string;
                /** @description 来文的部分，- 为不属任何部分 */
                section?: string;
                /** @description 事项状态 */
                status?: ("REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED")[];
                /** @description 灯；closed 为办结，dropped 为终止和不再推进的 */
                colour?: ("red" | "yellow" | "blue" | "green" | "paused" | "closed" | "dropped")[];
                /** @description 类别 */
                kind?: ("deliverable" | "target" | "recurring" | "standing")[];
                /** @description 标题、文号、原句或单位名称中的文字 */
                find?: string;
                /** @description 期限不早于 */
                dueFrom?: string;
                /** @description 期限不晚于 */
                dueTo?: string;
                /** @description 原定期限已到的，是否按时 */
                timely?: ("onTime" | "late" | "owing")[];
                /** @description 分管领导的岗位编号 */
                sponsor?: string;
                /** @description 是否为力争完成的事项 */
                stretch?: "true" | "false";
                /** @description 逾期不少于几个工作日 */
                overdueFrom?: string;
                /** @description 逾期不超过几个工作日 */
                overdueTo?: string;
                /** @description 规则的名称 */
                pack?: string;
                /** @description 事项类别的代码；- 为没有类别的 */
                matterClass?: string;
                /** @description 立项日期不早于 */
                registeredFrom?: string;
                /** @description 立项日期不晚于 */
                registeredTo?: string;
                /** @description 一项时限的一个数所指的事项：时限代码,限期,情况[,单位]，情况为 owed、met、inTime、late、running、missed；按现在的情况 */
                clock?: string;
                /** @description 只在这些事项中，编号以逗号分隔 */
                ids?: string;
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        /** @description 多于此数，不再细数 */
                        more: boolean;
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCommitmentsId: {
        parameters: {
            query?: {
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentWithTimeline"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsDispatch: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsSign: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsRefuse: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsRule: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    /** @enum {string} */
                    ruling: "same" | "other";
                    toUnit?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsReport: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    percent?: number;
                    line?: string;
                    unchanged?: boolean;
                    /** @enum {string} */
                    forecast?: "onTrack" | "atRisk" | "willMiss";
                    /** @enum {string} */
                    causeCode?: "dependsOnOthers" | "funding" | "approval" | "staffing" | "plan" | "forceMajeure" | "other";
                    period?: number;
                    values?: {
                        measure: string;
                        value: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    criterion: string;
                    id: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsRequestClosure: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    summary: string;
                    evidence?: {
                        criterion: string;
                        id: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsReview: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    result: "accepted" | "returned";
                    /** @enum {string} */
                    reasonCode?: "factsUnclear" | "notSolved" | "evidenceLacking" | "unsound" | "format";
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsAmend: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    due: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsLookBack: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    result: "passed" | "failed";
                    text: string;
                    /** Format: date */
                    newDue?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsTerminate: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsRequestExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    /** Format: date */
                    to: string;
                    reason: string;
                    progress: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsDecideExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    result: "granted" | "refused";
                    /** Format: date */
                    newDue?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsSuspend: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    counterparty: {
                        /** @enum {string} */
                        kind: "superior" | "unit" | "external";
                        name: string;
                    };
                    /** Format: date */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsResume: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    toUnit: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsRaise: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toUnit: string;
                    /** Format: date */
                    due: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsInstruct: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    leader: string;
                    text: string;
                    /** Format: date */
                    newDue?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsSetTarget: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    measure: string;
                    target: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsDecompose: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    children?: {
                        title: string;
                        lead: string;
                        /** Format: date */
                        due: string;
                        weight?: number;
                        acceptance: string[];
                    }[];
                    none?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsCompleteStage: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stage: string;
                    note: string;
                    documentNumber?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsGradeStage: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    stage: string;
                    grade: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsDecideProposal: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    proposal: "accountability" | "strikeInterview" | "interview";
                    /** @enum {string} */
                    result: "approved" | "declined";
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsNotPursue: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsReopen: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** Format: date */
                    newDue: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCommitmentsIdCommandsRepin: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pack: string;
                    version: number;
                    matterClass?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        commitment: components["schemas"]["Commitment"];
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCommitmentsIdEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceFiles"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCommitmentsIdEvidenceEvidenceIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
                /** @description 佐证编号 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCommitmentsIdEvidenceEvidenceIdFile: {
        parameters: {
            query: {
                /** @description 文件名；其中的路径和不能使用的字符会去掉 */
                name: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
                /** @description 佐证编号 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        size: number;
                        sha256: string;
                        /** @description GB/T 32905；运行环境不提供该算法时为空 */
                        sm3: string | null;
                        kind: ("pdf" | "ofd" | "docx" | "xlsx" | "pptx" | "office" | "text" | "png" | "jpeg" | "gif" | "bmp" | "tiff" | "webp" | "mp4") | null;
                        /** @description 病毒扫描未能进行，扫描之前不提供 */
                        held: boolean;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCommitmentsIdEvidenceEvidenceIdPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
                /** @description 佐证编号 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSummary: {
        parameters: {
            query?: {
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        total: number;
                        done: number;
                        open: number;
                        dropped: number;
                        completion: {
                            percent: number | null;
                            numerator: number;
                            denominator: number;
                        };
                        byLight: {
                            /** @enum {string} */
                            colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                            name: string;
                            count: number;
                        }[];
                        byUnit: {
                            unit: string;
                            name: string;
                            total: number;
                            done: number;
                            open: number;
                            dropped: number;
                            completion: {
                                percent: number | null;
                                numerator: number;
                                denominator: number;
                            };
                            lights: {
                                red: number;
                                yellow: number;
                                blue: number;
                                green: number;
                                paused: number;
                                closed: number;
                            };
                        }[];
                        bySource: {
                            source: string | null;
                            total: number;
                            done: number;
                            open: number;
                            dropped: number;
                            completion: {
                                percent: number | null;
                                numerator: number;
                                denominator: number;
                            };
                            lights: {
                                red: number;
                                yellow: number;
                                blue: number;
                                green: number;
                                paused: number;
                                closed: number;
                            };
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClocks: {
        parameters: {
            query?: {
                /** @description 规则的名称 */
                pack?: string;
                /** @description 事项类别的代码；- 为没有类别的 */
                matterClass?: string;
                /** @description 只计该单位承担的时限 */
                unit?: string;
                /** @description 立项日期，自 */
                from?: string;
                /** @description 立项日期，至 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClocksReport"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        total: components["schemas"]["Figure"];
                        done: components["schemas"]["Figure"];
                        open: components["schemas"]["Figure"];
                        dropped: components["schemas"]["Figure"];
                        /** @description 过了期限而亮红灯的 */
                        overdue: components["schemas"]["Figure"];
                        /** @description 因期限以外的原因亮红灯的 */
                        otherRed: components["schemas"]["Figure"];
                        lights: {
                            red: components["schemas"]["Figure"];
                            yellow: components["schemas"]["Figure"];
                            blue: components["schemas"]["Figure"];
                            green: components["schemas"]["Figure"];
                            paused: components["schemas"]["Figure"];
                            closed: components["schemas"]["Figure"];
                        };
                        completion: {
                            percent: number | null;
                            numerator: components["schemas"]["Figure"];
                            denominator: components["schemas"]["Figure"];
                            words: string;
                        };
                        onTime: {
                            percent: number | null;
                            numerator: components["schemas"]["Figure"];
                            denominator: components["schemas"]["Figure"];
                            words: string;
                        };
                        bySource: components["schemas"]["FigureRow"][];
                        bySection: {
                            source: string;
                            name: string;
                            sections: components["schemas"]["FigureRow"][];
                        }[];
                        byUnit: components["schemas"]["FigureRow"][];
                        trend: {
                            at: string;
                            lights: {
                                red: components["schemas"]["Figure"];
                                yellow: components["schemas"]["Figure"];
                                blue: components["schemas"]["Figure"];
                                green: components["schemas"]["Figure"];
                                paused: components["schemas"]["Figure"];
                                closed: components["schemas"]["Figure"];
                            };
                        }[];
                        ages: {
                            count: number;
                            query: string;
                            from: number;
                            to: number | null;
                            name: string;
                        }[];
                        oldest: {
                            id: string;
                            self: string;
                            number: string | null;
                            title: string;
                            due: string;
                            lead: string;
                            days: number;
                            statusName: string;
                        }[];
                        /** @description 读取以往日期时为空 */
                        needYou: {
                            /** @description 只列您分管而须由您决定的；否则为全部待决定的，各注明由谁定 */
                            own: boolean;
                            total: number;
                            /** @description 多于此数，不再细数 */
                            more: boolean;
                            /** @description query 列出其中的前几件 */
                            listed: number;
                            query: string;
                            items: {
                                id: string;
                                self: string;
                                number: string | null;
                                title: string;
                                due: string;
                                distance: string;
                                lead: {
                                    unit: string;
                                    name: string;
                                };
                                light: {
                                    /** @enum {string} */
                                    colour: "red" | "yellow" | "blue" | "green" | "paused" | "closed";
                                    name: string;
                                };
                                attention: {
                                    /** @enum {string} */
                                    kind: "accountability" | "interview" | "circulate" | "decideExtension" | "ruleRefusal" | "coordinate" | "review" | "setTarget" | "askSuperior" | "lookBack";
                                    decision: string;
                                    why: string;
                                    waiting: number;
                                };
                                whose: {
                                    name: string;
                                    yours: boolean;
                                };
                            }[];
                        } | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotices: {
        parameters: {
            query?: {
                /** @description 事项编号 */
                commitment?: string;
                /** @description 状态 */
                state?: ("pending" | "claimed" | "deferred" | "sent" | "bounced" | "suppressed" | "bundled" | "expired")[];
                /** @description 通知的事由 */
                occasion?: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "blueSlip" | "yellowSlip" | "redSlip" | "clockMissed" | "strikeCircular" | "strikeInterview" | "accountability" | "stageReturned" | "proposalDecided" | "filing" | "rulingOverdue" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue" | "stage" | "stageReview" | "clearance";
                /** @description 单位编号：牵头或配合 */
                unit?: string;
                /** @description 只看未能证实送达的 */
                ambiguous?: "true";
                /** @description 上一页给出的 next，从那里接着读 */
                cursor?: string;
                /** @description 一页几项，1至200 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        /** @description 下一页的位置；没有下一页时为空 */
                        next: string | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNoticesIdResend: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNoticesCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 有邮件久未发出时的说明 */
                        late: string | null;
                        counts: {
                            /** @enum {string} */
                            occasion: "dispatch" | "refused" | "ruled" | "amended" | "chase" | "supervise" | "circulate" | "interview" | "closureRequested" | "accepted" | "returned" | "reviewOverdue" | "lookBackDue" | "reopened" | "terminated" | "undelivered" | "extensionRequested" | "extensionDecided" | "extensionOverdue" | "suspended" | "resumed" | "raised" | "instructed" | "notPursued" | "targetSet" | "periodMissed" | "blueSlip" | "yellowSlip" | "redSlip" | "clockMissed" | "strikeCircular" | "strikeInterview" | "accountability" | "stageReturned" | "proposalDecided" | "filing" | "rulingOverdue" | "firstFeedback" | "weekly" | "reminder" | "awaitAnswer" | "periodDue" | "stage" | "stageReview" | "clearance";
                            occasionName: string;
                            /** @enum {string} */
                            state: "pending" | "claimed" | "deferred" | "sent" | "bounced" | "suppressed" | "bundled" | "expired";
                            stateName: string;
                            count: number;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlips: {
        parameters: {
            query?: {
                /** @description 事项编号 */
                commitment?: string;
                /** @description 单位编号：牵头或配合 */
                unit?: string;
                /** @description 状态 */
                state?: "filing" | "issued" | "delivered" | "undelivered" | "withdrawn" | "answered";
                /** @description 文书名称，如 催办单 */
                document?: string;
                /** @description 文号字头，如 督催 */
                series?: string;
                /** @description 上一页给出的 next，从那里接着读 */
                cursor?: string;
                /** @description 一页几项，1至200 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Slip"][];
                        next: string | null;
                        choices: {
                            documents: string[];
                            series: string[];
                            states: {
                                /** @enum {string} */
                                state: "filing" | "issued" | "delivered" | "undelivered" | "withdrawn" | "answered";
                                name: string;
                            }[];
                        };
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlipsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlipsIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStrikes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            unit: string;
                            unitName: string;
                            counted: number;
                            strikes: {
                                commitment: string;
                                number: string | null;
                                title: string;
                                round: number;
                                at: string;
                                counts: boolean;
                                text: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStrikesUnitOff: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 单位编号：牵头或配合 */
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commitment: string;
                    round: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: string;
                        /** @constant */
                        struckOff: true;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSources: {
        parameters: {
            query?: {
                /** @description 一页几项，1至200 */
                limit?: string;
                /** @description 上一页给出的 next，从那里接着读 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Source"][];
                        next: string | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSources: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @enum {string} */
                    kind: "speech" | "report" | "minutes" | "instruction" | "document";
                    /** @default null */
                    date?: string | null;
                    /** @default null */
                    speaker?: string | null;
                    /** @enum {string} */
                    urgency?: "urgent" | "normal" | "hard";
                    /** @default [] */
                    basis?: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSourcesIdFile: {
        parameters: {
            query: {
                /** @description 标题 */
                title: string;
                /** @description 类别 */
                kind: "speech" | "report" | "minutes" | "instruction" | "document";
                /** @description 来文日期 */
                date?: string | null;
                /** @description 讲话人或来文单位 */
                speaker?: string | null;
                /** @description 批示的缓急 */
                urgency?: "urgent" | "normal" | "hard";
                /** @description 名称 */
                name: string;
                /** @description 按何种期限统计 */
                basis?: string;
            };
            header?: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"] | {
                        self: string;
                        id: string;
                        /** @enum {string} */
                        kind: "speech" | "report" | "minutes" | "instruction" | "document";
                        urgency: ("urgent" | "normal" | "hard") | null;
                        title: string;
                        date: string | null;
                        speaker: string | null;
                        basis: string[];
                        sha256: string;
                        file: {
                            name: string;
                            sha256: string;
                            encoding: string;
                            /** @enum {string} */
                            format: "txt" | "docx";
                        } | null;
                        length: number;
                        notes: string[];
                        coverage: {
                            sentences: number;
                            tracked: number;
                            untracked: number;
                            unexplained: number;
                            drafts: number;
                            ready: number;
                            registered: number;
                            /** @description 已有去向的句子所占百分比 */
                            percent: number | null;
                        };
                        /** Format: date-time */
                        importedAt: string;
                        importedBy: {
                            person: string;
                            name: string;
                            /**
                             * @description 由邮件链接，未登录
                             * @constant
                             */
                            via?: "link";
                        };
                        version: number;
                        revision: number;
                        supersedes: {
                            revision: number;
                            sha256: string;
                            /** Format: date-time */
                            until: string;
                            by: {
                                person: string;
                                name: string;
                                /**
                                 * @description 由邮件链接，未登录
                                 * @constant
                                 */
                                via?: "link";
                            };
                        }[];
                        running: string[];
                        lastChange: {
                            by: {
                                person: string;
                                name: string;
                                /**
                                 * @description 由邮件链接，未登录
                                 * @constant
                                 */
                                via?: "link";
                            };
                            /** Format: date-time */
                            at: string;
                        } | null;
                        report: components["schemas"]["ReimportReport"] | null;
                    };
                };
            };
            /** @description 成功 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourcesId: {
        parameters: {
            query?: {
                /** @description 起始日期 */
                from?: string;
                /** @description 一页几项，1至200 */
                limit?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWithSentences"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourcesIdReading: {
        parameters: {
            query?: {
                /** @description 起始日期 */
                from?: string;
                /** @description 一页几项，1至200 */
                limit?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceReading"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSourcesIdCorrections: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "split";
                    draft: string;
                    at: number;
                    titles?: [
                        string,
                        string
                    ];
                } | {
                    /** @constant */
                    type: "merge";
                    drafts: string[];
                    title?: string;
                } | {
                    /** @constant */
                    type: "retitle";
                    draft: string;
                    title: string;
                } | {
                    /** @constant */
                    type: "rekind";
                    draft: string;
                    /** @enum {string} */
                    kind: "deliverable" | "target" | "recurring" | "standing";
                    stretch?: boolean;
                } | {
                    /** @constant */
                    type: "notTracked";
                    drafts: string[];
                    reason: string;
                } | {
                    /** @constant */
                    type: "sentenceNotTracked";
                    sentence: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "restore";
                    drafts: string[];
                } | {
                    /** @constant */
                    type: "add";
                    start: number;
                    end: number;
                    title?: string;
                    /** @enum {string} */
                    kind: "deliverable" | "target" | "recurring" | "standing";
                } | {
                    /** @constant */
                    type: "assign";
                    drafts: string[];
                    fields: {
                        lead?: string | null;
                        coUnits?: string[] | null;
                        due?: string | null;
                        reviewDate?: string | null;
                        dispatchOn?: string | null;
                        acceptance?: string[] | null;
                        sponsor?: string | null;
                        registrar?: string | null;
                        reviewer?: string | null;
                        pack?: string | null;
                        matterClass?: string | null;
                        arrivedAt?: string | null;
                        rhythm?: {
                            /** @enum {string} */
                            every: "week" | "month" | "quarter" | "days";
                            /** @default null */
                            days?: number | null;
                        } | null;
                        measures?: {
                            name: string;
                            unit: string;
                            /** @default null */
                            denominator?: string | null;
                            /** @default null */
                            baseline?: number | null;
                            /** @default null */
                            target?: number | null;
                            /**
                             * @default up
                             * @enum {string}
                             */
                            direction?: "up" | "down";
                            /** @default null */
                            stretch?: number | null;
                            /**
                             * @default linear
                             * @enum {string}
                             */
                            curve?: "linear" | "steps" | "points";
                            /** @default [] */
                            points?: {
                                date: string;
                                value: number;
                            }[];
                        }[] | null;
                        template?: string | null;
                        plan?: {
                            /** Format: date */
                            date: string;
                            percent: number;
                        }[] | null;
                    };
                } | {
                    /** @constant */
                    type: "acceptProposed";
                    drafts: string[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        coverage: {
                            sentences: number;
                            tracked: number;
                            untracked: number;
                            unexplained: number;
                            drafts: number;
                            ready: number;
                            registered: number;
                            /** @description 已有去向的句子所占百分比 */
                            percent: number | null;
                        };
                        sentences: components["schemas"]["Sentence"][];
                        drafts: components["schemas"]["Draft"][];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSourcesIdCorrectionsVersionUndo: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 编号 */
                id: string;
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        coverage: {
                            sentences: number;
                            tracked: number;
                            untracked: number;
                            unexplained: number;
                            drafts: number;
                            ready: number;
                            registered: number;
                            /** @description 已有去向的句子所占百分比 */
                            percent: number | null;
                        };
                        sentences: components["schemas"]["Sentence"][];
                        drafts: components["schemas"]["Draft"][];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSourcesIdReimport: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        self: string;
                        id: string;
                        /** @enum {string} */
                        kind: "speech" | "report" | "minutes" | "instruction" | "document";
                        urgency: ("urgent" | "normal" | "hard") | null;
                        title: string;
                        date: string | null;
                        speaker: string | null;
                        basis: string[];
                        sha256: string;
                        file: {
                            name: string;
                            sha256: string;
                            encoding: string;
                            /** @enum {string} */
                            format: "txt" | "docx";
                        } | null;
                        length: number;
                        notes: string[];
                        coverage: {
                            sentences: number;
                            tracked: number;
                            untracked: number;
                            unexplained: number;
                            drafts: number;
                            ready: number;
                            registered: number;
                            /** @description 已有去向的句子所占百分比 */
                            percent: number | null;
                        };
                        /** Format: date-time */
                        importedAt: string;
                        importedBy: {
                            person: string;
                            name: string;
                            /**
                             * @description 由邮件链接，未登录
                             * @constant
                             */
                            via?: "link";
                        };
                        version: number;
                        revision: number;
                        supersedes: {
                            revision: number;
                            sha256: string;
                            /** Format: date-time */
                            until: string;
                            by: {
                                person: string;
                                name: string;
                                /**
                                 * @description 由邮件链接，未登录
                                 * @constant
                                 */
                                via?: "link";
                            };
                        }[];
                        running: string[];
                        lastChange: {
                            by: {
                                person: string;
                                name: string;
                                /**
                                 * @description 由邮件链接，未登录
                                 * @constant
                                 */
                                via?: "link";
                            };
                            /** Format: date-time */
                            at: string;
                        } | null;
                        report: components["schemas"]["ReimportReport"] | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSourcesIdRegistration: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    drafts: string[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourcesIdRegistrationsRid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
                /** @description 立项编号 */
                rid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourcesIdText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        text: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourcesIdLights: {
        parameters: {
            query?: {
                /** @description 截至：日期（当日终了）或时刻，不填为现在 */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            self: string;
                            id: string;
                            number: string | null;
                            title: string;
                            /** @enum {string} */
                            kind: "deliverable" | "target" | "recurring" | "standing";
                            stretch: boolean;
                            source: {
                                id: string;
                                title: string;
                                section: string | null;
                            } | null;
                            lead: {
                                unit: string;
                                name: string;
                            };
                            /** @enum {string} */
                            status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
                            statusName: string;
                            /** Format: date */
                            due: string;
                            /** @enum {string} */
                            dueKind: "deadline" | "review";
                            dueProvisional: boolean;
                            light: components["schemas"]["Light"];
                            distance: string;
                            nextMoment: components["schemas"]["Moment"] | null;
                            /** Format: date */
                            originalDue: string;
                            progress: {
                                planned: number | null;
                                actual: number | null;
                            };
                            level: string | null;
                            lastWord: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                            } | null;
                            coUnits: {
                                unit: string;
                                name: string;
                            }[];
                            version: number;
                        }[];
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSourcesIdTurns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        since: string;
                        weeks: string[];
                        items: {
                            commitment: string;
                            colours: (("red" | "yellow" | "blue" | "green" | "paused" | "closed" | "dropped") | null)[];
                        }[];
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        units: {
                            id: string;
                            name: string;
                            /** @default [] */
                            aliases: string[];
                            /** @default [] */
                            shortForms: string[];
                            /**
                             * Format: date
                             * @description 撤销日期：自这一天起不再可选，没有撤销的不写
                             */
                            closedFrom?: string;
                            /** @description 已撤销，不再可选 */
                            closed: boolean;
                        }[];
                        posts: {
                            id: string;
                            /** @enum {string} */
                            kind: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                            unit: string | null;
                            name: string;
                            /**
                             * Format: date
                             * @description 撤销日期：自这一天起不再可选，没有撤销的不写
                             */
                            closedFrom?: string;
                            kindName: string;
                            /** @description 已撤销，不再可选 */
                            closed: boolean;
                        }[];
                        kinds: {
                            /** @enum {string} */
                            kind: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                            name: string;
                            /** @description 是否为承办单位的岗位 */
                            ofUnit: boolean;
                        }[];
                        packs: string[];
                        statuses: {
                            /** @enum {string} */
                            status: "REGISTERED" | "DISPATCHED" | "SIGNED" | "IN_PROGRESS" | "UNDER_REVIEW" | "CLOSED" | "WRITTEN_OFF" | "SUSPENDED" | "TERMINATED" | "NOT_PURSUED";
                            name: string;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganisationPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        people: {
                            id: string;
                            name: string;
                            mail: string;
                            holdings: {
                                post: string;
                                /** Format: date */
                                from: string;
                                to: string | null;
                                postName: string;
                                /** @description 尚未到任或当天录入，可以删除 */
                                removable: boolean;
                            }[];
                        }[];
                        /** @description 有撤销日期的单位和岗位名下的在办事项，须转出 */
                        inHand: {
                            /** @enum {string} */
                            of: "unit" | "post";
                            id: string;
                            open: number;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getOrganisation.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrganisationPreview: {
        parameters: {
            query?: {
                /** @description 岗位编号，逗号分隔：这些岗位原任的任期到继任前一日为止 */
                end?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        rows: number;
                        columns: {
                            unknown: string[];
                            missing: string[];
                        };
                        changes: {
                            units: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                            posts: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                            people: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                            holdings: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                        };
                        faults: {
                            /** @description 表中的行号；0为整张表 */
                            row: number;
                            column: string;
                            message: string;
                            accepted: string;
                        }[];
                        more: boolean;
                        /** @description 有了继任者而任期未止的原任；不算问题 */
                        stillInOffice: {
                            post: string;
                            postName: string;
                            person: string;
                            name: string;
                            /** Format: date */
                            since: string;
                            successor: string;
                            /** Format: date */
                            from: string;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOrganisationImport: {
        parameters: {
            query?: {
                /** @description 岗位编号，逗号分隔：这些岗位原任的任期到继任前一日为止 */
                end?: string;
            };
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        changes: {
                            units: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                            posts: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                            people: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                            holdings: {
                                added: {
                                    id: string;
                                    name: string;
                                }[];
                                changed: {
                                    id: string;
                                    name: string;
                                    fields: {
                                        field: string;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                same: number;
                            };
                        };
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOrganisationUnitsId: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default [] */
                    aliases?: string[];
                    /** @default [] */
                    shortForms?: string[];
                    /**
                     * Format: date
                     * @description 撤销日期：自这一天起不再可选，没有撤销的不写
                     */
                    closedFrom?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOrganisationPostsId: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "handler" | "unitHead" | "deputy" | "registrar" | "sponsor" | "reviewer";
                    unit: string | null;
                    name: string;
                    /**
                     * Format: date
                     * @description 撤销日期：自这一天起不再可选，没有撤销的不写
                     */
                    closedFrom?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOrganisationPeopleId: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    mail: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putOrganisationHoldings: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    post: string;
                    person: string;
                    /** Format: date */
                    from: string;
                    to: string | null;
                    /**
                     * @description 为真时，该岗位现任人员的任期到前一日为止
                     * @default false
                     */
                    succeeds?: boolean;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOrganisationHoldings: {
        parameters: {
            query: {
                /** @description 岗位编号 */
                post: string;
                /** @description 人员编号 */
                person: string;
                /** @description 任职日期 */
                from: string;
            };
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        steps: {
                            /** @enum {string} */
                            step: "units" | "people" | "accounts" | "speech";
                            done: boolean;
                            /** @description 现在的情况，或还缺什么 */
                            words: string;
                        }[];
                        next: ("units" | "people" | "accounts" | "speech") | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getExamplesOrganisation.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExamplesSpeech: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        /** Format: date */
                        date: string;
                        speaker: string;
                        text: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoliciesDefaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limits: components["schemas"]["Default"];
                        templates: components["schemas"]["Default"];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesDefaultsNameCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 名称 */
                name: "limits" | "templates";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: unknown[] | {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            label: string;
                            from: string | null;
                            to: string | null;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesDefaultsNameVersions: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 名称 */
                name: "limits" | "templates";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: unknown[] | {
                        [key: string]: unknown;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Default"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            version: number;
                            inUse: boolean;
                            running: number;
                            classes: {
                                code: string;
                                name: string;
                            }[];
                            made: {
                                at: string;
                                person: string;
                                name: string;
                                base: number | null;
                                reason: string;
                            } | null;
                            switches: {
                                at: string;
                                person: string;
                                name: string;
                                /** @enum {string} */
                                to: "on" | "off";
                                confirmed: string[];
                            }[];
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoliciesForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyForm"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoliciesNameVersionsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 名称 */
                name: string;
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoliciesNameCompare: {
        parameters: {
            query: {
                /** @description 起始日期 */
                from: string;
                /** @description 截止日期 */
                to: string;
            };
            header?: never;
            path: {
                /** @description 名称 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        from: number;
                        to: number;
                        changes: {
                            path: string;
                            group: string;
                            label: string;
                            from: string | null;
                            to: string | null;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesNameVersionsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 名称 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pack: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            path: string;
                            group: string;
                            label: string;
                            value: string;
                            suggested: boolean;
                        }[];
                        suggestions: {
                            path: string;
                            text: string;
                        }[];
                        changes: {
                            path: string;
                            group: string;
                            label: string;
                            from: string | null;
                            to: string | null;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesNameVersions: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 名称 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pack: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description 依据哪一版编辑；新的一套规则不填
                     * @default null
                     */
                    base?: number | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesNameVersionsVersionOn: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 名称 */
                name: string;
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    confirmed: string[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesNameVersionsVersionOff: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 名称 */
                name: string;
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "postPoliciesNameVersionsVersionDry-run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 名称 */
                name: string;
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    matterClass?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pack: string;
                        days: number;
                        items: number;
                        /** @description 在办事项超过一次试算的数目，只算了期限最早的 */
                        more: boolean;
                        /** @description 不能按这一版试算的事项：缘由和项数 */
                        leftOut: {
                            why: string;
                            count: number;
                        }[];
                        mails: {
                            occasion: string;
                            name: string;
                            count: number;
                        }[];
                        busiest: {
                            date: string;
                            count: number;
                        }[];
                        first: {
                            at: string;
                            date: string;
                            text: string;
                            commitment: string;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesNameVersionsVersionRepinPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 名称 */
                name: string;
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 不填：不按这一版的在办事项，期限早的在先，每次至多 limit 项 */
                    ids?: string[];
                    matterClass?: string;
                    /** @default 200 */
                    limit?: number;
                    cursor?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pack: string;
                        days: number;
                        possible: number;
                        items: {
                            id: string;
                            number: string | null;
                            title: string;
                            possible: boolean;
                            why: string | null;
                            hint: string | null;
                            next: {
                                from: string | null;
                                to: string | null;
                            };
                            provisional: {
                                from: boolean;
                                to: boolean;
                            };
                            limits: {
                                name: string;
                                from: string;
                                to: string;
                            }[];
                            dropped: {
                                at: string;
                                date: string;
                                text: string;
                            }[];
                            added: {
                                at: string;
                                date: string;
                                text: string;
                            }[];
                            moved: {
                                at: string;
                                date: string;
                                text: string;
                                to: string;
                                toDate: string;
                            }[];
                        }[];
                        /** @description 共有多少项在办事项不按这一版；列出 ids 时为其项数 */
                        of: number;
                        next: string | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPoliciesNameVersionsVersionRepin: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 名称 */
                name: string;
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    matterClass?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        items: {
                            id: string;
                            done: boolean;
                            why: string | null;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        years: {
                            year: number;
                            published: boolean;
                            notice: string | null;
                            holidays: {
                                date: string;
                                name: string;
                            }[];
                            makeUpDays: string[];
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCalendarYearsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    file: {
                        year: number;
                        published: boolean;
                        notice: string | null;
                        holidays: {
                            date: string;
                            name: string;
                        }[];
                        makeUpDays: string[];
                    };
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        base: string;
                        days: {
                            date: string;
                            /** @description 原来是否上班 */
                            from: boolean;
                            to: boolean;
                        }[];
                        looked: number;
                        more: boolean;
                        touched: number;
                        firmed: number;
                        items: {
                            id: string;
                            number: string | null;
                            title: string;
                            possible: boolean;
                            why: string | null;
                            hint: string | null;
                            next: {
                                from: string | null;
                                to: string | null;
                            };
                            provisional: {
                                from: boolean;
                                to: boolean;
                            };
                            limits: {
                                name: string;
                                from: string;
                                to: string;
                            }[];
                            dropped: {
                                at: string;
                                date: string;
                                text: string;
                            }[];
                            added: {
                                at: string;
                                date: string;
                                text: string;
                            }[];
                            moved: {
                                at: string;
                                date: string;
                                text: string;
                                to: string;
                                toDate: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCalendarYears: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次操作一个新键；重试沿用原键，只办一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    file: {
                        year: number;
                        published: boolean;
                        notice: string | null;
                        holidays: {
                            date: string;
                            name: string;
                        }[];
                        makeUpDays: string[];
                    };
                    /** @description 预览时的日历版本 */
                    base: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        self: string;
                        version: string;
                        total: number;
                        left: number;
                        reason: string;
                        by: {
                            person: string;
                            name: string;
                        } | null;
                        at: string | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarRolloutsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 版本 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        self: string;
                        version: string;
                        total: number;
                        left: number;
                        reason: string;
                        by: {
                            person: string;
                            name: string;
                        } | null;
                        at: string | null;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdempotencyKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Idempotency-Key */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerSeals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Seal"][];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSessionPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            label: string;
                            scope: string[] | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                    scope?: ("commitment.read" | "commitment.register" | "evidence.read" | "evidence.upload" | "notice.read" | "notice.resend" | "summary.read" | "overview.read" | "burden.read" | "source.read" | "source.import" | "source.correct" | "source.register" | "ledger.read" | "ledger.export" | "bulletin.read" | "bulletin.issue" | "rules.read" | "rules.edit" | "calendar.read" | "calendar.edit" | "organisation.read" | "organisation.edit" | "account.read" | "account.edit" | "account.grant" | "account.unlock" | "token.own" | "token.revoke" | "outcome.own" | "audit.read" | "engine.read" | "command.dispatch" | "command.sign" | "command.refuse" | "command.rule" | "command.report" | "command.evidence" | "command.requestClosure" | "command.review" | "command.amend" | "command.lookBack" | "command.terminate" | "command.requestExtension" | "command.decideExtension" | "command.suspend" | "command.resume" | "command.transfer" | "command.raise" | "command.instruct" | "command.setTarget" | "command.decompose" | "command.completeStage" | "command.gradeStage" | "command.decideProposal" | "command.notPursue" | "command.reopen" | "command.repin")[];
                    days: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        label: string;
                        scope: string[] | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        self: string;
                        token: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTokensId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account: string;
                            person: string;
                            name: string;
                            roles: ("registrar" | "handler" | "unitHead" | "reviewer" | "leader" | "systemAdmin" | "securityAdmin" | "auditAdmin")[];
                            active: boolean;
                            mustChange: boolean;
                            /** Format: date-time */
                            passwordChangedAt: string;
                            version: number;
                            /** @description 有效的接口令牌数 */
                            tokens: number;
                            /** @description 本人可对此账号办理的事 */
                            may: ("edit" | "grant" | "unlock" | "revoke")[];
                        }[];
                        roles: {
                            /** @enum {string} */
                            role: "registrar" | "handler" | "unitHead" | "reviewer" | "leader" | "systemAdmin" | "securityAdmin" | "auditAdmin";
                            name: string;
                        }[];
                        /** @description 本人现在可否授予角色 */
                        grants: boolean;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account: string;
                    person: string;
                    name: string;
                    roles?: ("registrar" | "handler" | "unitHead" | "reviewer" | "leader" | "systemAdmin" | "securityAdmin" | "auditAdmin")[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: string;
                        person: string;
                        name: string;
                        roles: ("registrar" | "handler" | "unitHead" | "reviewer" | "leader" | "systemAdmin" | "securityAdmin" | "auditAdmin")[];
                        active: boolean;
                        mustChange: boolean;
                        /** Format: date-time */
                        passwordChangedAt: string;
                        version: number;
                        self: string;
                        /** @description 一次性口令，只显示这一次；首次登录须修改 */
                        oneTimePassword: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchAccountsAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description 所依据的版本，取自 ETag */
                "If-Match": string;
            };
            path: {
                /** @description 账号 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    active?: boolean;
                    roles?: ("registrar" | "handler" | "unitHead" | "reviewer" | "leader" | "systemAdmin" | "securityAdmin" | "auditAdmin")[];
                    /** @constant */
                    resetPassword?: true;
                    /** @constant */
                    unlock?: true;
                    /** @constant */
                    revokeTokens?: true;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: string;
                        person: string;
                        name: string;
                        roles: ("registrar" | "handler" | "unitHead" | "reviewer" | "leader" | "systemAdmin" | "securityAdmin" | "auditAdmin")[];
                        active: boolean;
                        mustChange: boolean;
                        /** Format: date-time */
                        passwordChangedAt: string;
                        version: number;
                        /** @description 一次性口令，只显示这一次；首次登录须修改 */
                        oneTimePassword?: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        configured: boolean;
                        start: string;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOidcStart: {
        parameters: {
            query?: {
                /** @description 登录后回到的页面 */
                next?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 转到另一地址 */
            302: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOidcCallback: {
        parameters: {
            query?: {
                /** @description 状态 */
                state?: string;
                /** @description 统一认证给出的代码 */
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 转到另一地址 */
            302: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description 人员编号 */
                person?: string;
                /** @description 所涉对象 */
                object?: string;
                /** @description 操作 */
                action?: string;
                /** @description 起始日期 */
                from?: string;
                /** @description 截止日期 */
                to?: string;
                /** @description 上一页给出的 next，从那里接着读 */
                cursor?: string;
                /** @description 一页几项，1至200 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            at: string;
                            person: string | null;
                            name: string | null;
                            via: ("session" | "token" | "link" | "oidc") | null;
                            viaName: string | null;
                            address: string;
                            action: string;
                            actionName: string;
                            operation: string;
                            operationName: string;
                            object: string | null;
                            /** @description 查询条件、改前与改后、被拒的缘由 */
                            detail: string | null;
                            /** @description 为空：尚未结束，或当时中断 */
                            status: number | null;
                            /** @enum {string} */
                            result: "done" | "refused" | "failed" | "unknown";
                            resultName: string;
                        }[];
                        next: string | null;
                        /** @description 可按此查找的操作 */
                        actions: {
                            action: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getOpenapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        openapi: "3.1.0";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getDocs.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description 未办理，附说明 */
            default: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
