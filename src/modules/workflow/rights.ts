import { defineRights } from '#platform/rights.ts'

export const workflowRights = defineRights({
  'workflow.claim': { vi: 'Nhận xử lý bước', en: 'Claim a step' },
  'workflow.complete': { vi: 'Hoàn thành bước', en: 'Complete a step' },
  'workflow.send-back': { vi: 'Chuyển trả bước trước', en: 'Send back to an earlier step' },
  'workflow.hand-over': { vi: 'Chuyển cho đồng nghiệp', en: 'Hand over to a colleague' },
  'workflow.reassign': { vi: 'Phân công lại việc của người khác', en: 'Reassign another person’s task' },
  'workflow.hand-over-all': { vi: 'Bàn giao toàn bộ việc của một cán bộ', en: 'Hand over all the work of an officer' },
  'workflow.instruct': { vi: 'Cho ý kiến chỉ đạo trên hồ sơ', en: 'Give instructions on a dossier' },
  'workflow.share-view': { vi: 'Lập bộ lọc việc dùng chung cho vai trò', en: 'Make shared views of work for a role' },
  'workflow.charge-time': { vi: 'Ghi nhận thời gian của bưu chính, lỗi kết nối', en: 'Record time of the post or of a broken exchange' },
  'workflow.undo': { vi: 'Hoàn tác việc vừa làm trên hồ sơ', en: 'Undo the last act on a dossier' },
  'workflow.note': { vi: 'Ghi chú vào hồ sơ', en: 'Note on a dossier' },
  'workflow.attach': { vi: 'Đính kèm tài liệu vào bước', en: 'Attach a document to a step' },
  'workflow.prepare-result': { vi: 'Lập dự thảo kết quả', en: 'Prepare the result' },
  'workflow.issue-result': { vi: 'Cấp số và phát hành kết quả', en: 'Number and issue the result' },
  'workflow.bind-process': { vi: 'Gán quy trình cho thủ tục, đơn vị', en: 'Bind a process to procedures and units' },
  'workflow.edit-process': { vi: 'Vẽ quy trình nội bộ', en: 'Draw an internal process' },
  'workflow.publish-process': { vi: 'Công bố quy trình nội bộ', en: 'Publish an internal process' },
})
