import { defineErrors } from '#platform/errors.ts'

export const workflowErrors = defineErrors({
  'workflow.refused': { status: 409, vi: '{reason} ({article})', en: '{reasonEn} ({articleEn})' },
  'workflow.paused': {
    status: 409,
    vi: 'Hồ sơ đang tạm dừng ({why}) nên chưa chuyển bước được.',
    en: 'The dossier stands still ({why}), so its process cannot go on.',
  },
  'workflow.template-unpublished': {
    status: 422,
    vi: 'Quy trình này chưa có phiên bản được ban hành nên chưa gán được.',
    en: 'This process has no published version yet.',
  },
  'workflow.bound-already': {
    status: 409,
    vi: 'Thủ tục này đã được gán quy trình tại đơn vị. Hãy sửa dòng đã có.',
    en: 'The procedure is bound at this unit already. Edit the existing row.',
  },
  'workflow.not-undoable': { status: 409, vi: 'Không hoàn tác được: {why}', en: 'This cannot be undone: {whyEn}' },
  'workflow.undo-too-late': {
    status: 403,
    vi: 'Đã quá {minutes} phút kể từ khi bạn làm việc này. Hãy đề nghị lãnh đạo hoàn tác.',
    en: 'More than {minutes} minutes have passed since you did this. Ask a leader to undo it.',
  },
  'workflow.undo-sent': {
    status: 409,
    vi: 'Không hoàn tác được: thông báo của việc này đã gửi đi.',
    en: 'This cannot be undone: its message has been sent.',
  },
  'workflow.undo-printed': {
    status: 409,
    vi: 'Không hoàn tác được: giấy tờ của việc này đã in, có thể đã trao cho người nhận.',
    en: 'This cannot be undone: its paper has been printed and may have been handed out.',
  },
  'workflow.not-of-step': {
    status: 409,
    vi: 'Quy trình nội bộ không cho làm việc này ở bước “{step}”.',
    en: 'The internal process does not have this done at the step “{step}”.',
  },
  'workflow.not-received': {
    status: 409,
    vi: 'Hồ sơ chưa được tiếp nhận nên chưa có thời gian nào để tính.',
    en: 'The dossier has not been received; there is no time to charge yet.',
  },
  'workflow.own-act': {
    status: 409,
    vi: '“{step}” hoàn thành bằng chức năng riêng của việc đó, không bằng nút hoàn thành bước.',
    en: '“{step}” is completed by its own act, not by completing a step.',
  },
  'workflow.legs-open': {
    status: 409,
    vi: 'Còn cơ quan chưa trả lời ({legs}). Hãy kết thúc lấy ý kiến hoặc liên thông trước, có thể kèm lý do không chờ tiếp.',
    en: 'Other agencies have not answered yet ({legs}). End the consultation or liên thông first; you may give a reason for not waiting.',
  },
  'workflow.in-post': {
    status: 409,
    vi: 'Kết quả đang chuyển qua bưu chính công ích. Hãy ghi nhận bưu chính đã phát hoặc chuyển hoàn.',
    en: 'The result is in the post. Record that it was delivered or came back.',
  },
  'workflow.verifying': {
    status: 409,
    vi: 'Hồ sơ đang được thẩm tra, xác minh: hãy kết thúc xác minh (lập biên bản) trước khi chuyển bước.',
    en: 'The dossier is being verified: end the verification with its minutes before the process goes on.',
  },
  'workflow.lane-unfilled': {
    status: 409,
    vi: 'Quy trình chưa chỉ rõ cơ quan làm phần “{lane}”. Hãy báo quản trị quy trình.',
    en: 'The process does not say which agency does “{lane}”. Tell the process administrator.',
  },
  'workflow.task-closed': {
    status: 409,
    vi: 'Bước này vừa được xử lý xong{by}. Hồ sơ đã chuyển sang bước tiếp theo; không có gì bị mất.',
    en: 'This step has just been completed{by}. The dossier has moved on; nothing is lost.',
  },
  'workflow.not-yours': {
    status: 403,
    vi: 'Bước “{step}” thuộc về người có vai trò khác hoặc đơn vị khác.',
    en: 'The step “{step}” belongs to another role or unit.',
  },
  'workflow.held-by-other': {
    status: 409,
    vi: 'Hồ sơ đang do {name} xử lý. Nếu cần, hãy đề nghị người đó hoặc lãnh đạo chuyển lại.',
    en: 'This dossier is being handled by {name}. Ask them or a leader to hand it over.',
  },
  'workflow.assignee-required': { status: 422, vi: 'Hãy chọn người sẽ xử lý bước tiếp theo.', en: 'Choose who will do the next step.' },
  'workflow.assignee-unfit': {
    status: 422,
    vi: 'Người được chọn không giữ vai trò của bước này tại đơn vị.',
    en: 'The person chosen does not hold the role of this step at the unit.',
  },
  'workflow.views-too-many': {
    status: 409,
    vi: 'Đã có {max} bộ lọc. Hãy bỏ bớt một bộ lọc trước khi lưu thêm.',
    en: 'There are {max} saved filters already. Remove one first.',
  },
  'workflow.view-name-taken': { status: 409, vi: 'Đã có bộ lọc tên này.', en: 'There is a saved filter of this name.' },
  'workflow.mention-unknown': {
    status: 422,
    vi: 'Không tìm thấy cán bộ được nhắc đến {name}.',
    en: 'The officer mentioned cannot be found {name}.',
  },
  'workflow.mentions-too-many': {
    status: 422,
    vi: 'Một ghi chú nhắc đến tối đa {max} người.',
    en: 'A note mentions at most {max} people.',
  },
  'workflow.mention-may-not-read': {
    status: 422,
    vi: '{name} không được xem hồ sơ này nên không nhắc đến được.',
    en: '{name} may not read this dossier and cannot be mentioned.',
  },
  'workflow.addressee-unfit': {
    status: 422,
    vi: 'Người hoặc đơn vị được giao không phù hợp với hồ sơ này.',
    en: 'The officer or unit does not fit this dossier.',
  },
  'workflow.instruction-not-yours': {
    status: 403,
    vi: 'Ý kiến chỉ đạo này giao cho người hoặc đơn vị khác.',
    en: 'This instruction was given to another officer or unit.',
  },
  'workflow.instruction-over': {
    status: 409,
    vi: 'Ý kiến chỉ đạo này vừa được thực hiện xong hoặc đã thu hồi; không có gì bị mất.',
    en: 'This instruction has just been carried out or was withdrawn; nothing is lost.',
  },
  'workflow.nobody-present': {
    status: 422,
    vi: 'Không có ai giữ vai trò của bước này đang có mặt để nhận việc.',
    en: 'Nobody who holds the role of this step is present to take it.',
  },
  'workflow.successor-unfit': {
    status: 422,
    vi: 'Người nhận bàn giao phải là một cán bộ khác đang hoạt động.',
    en: 'The work must go to another officer whose account is open.',
  },
  'workflow.result-required': {
    status: 409,
    vi: 'Chưa có dự thảo kết quả. Hãy lập hoặc tải lên kết quả trước khi trình ký.',
    en: 'There is no draft result yet. Prepare or upload it before it goes for signature.',
  },
  'workflow.issue-first': {
    status: 409,
    vi: 'Bước này hoàn thành bằng việc cấp số và phát hành kết quả.',
    en: 'This step is completed by numbering and issuing the result.',
  },
  'workflow.return-first': {
    status: 409,
    vi: 'Bước này hoàn thành bằng việc trả kết quả.',
    en: 'This step is completed by returning the result.',
  },
  'workflow.no-way-back': { status: 422, vi: 'Không thể chuyển trả về bước này.', en: 'The dossier cannot be sent back to this step.' },
  'workflow.result-issued': {
    status: 409,
    vi: 'Kết quả đã được phát hành nên không thay đổi được nữa.',
    en: 'The result has been issued and can no longer be changed.',
  },
  'workflow.no-process': {
    status: 409,
    vi: 'Thủ tục này chưa có quy trình nội bộ đang hiệu lực.',
    en: 'This procedure has no internal process in force.',
  },
  'workflow.process-incomplete': { status: 422, vi: '{reason}', en: '{reason}' },
  'workflow.process-unsound': { status: 422, vi: 'Chưa công bố được: {reason}', en: 'It cannot be published: {reasonEn}' },
  'workflow.draft-changed': {
    status: 409,
    vi: '{name} vừa lưu bản nháp này lúc {time}, sau khi bạn mở trang. Thao tác của bạn chưa được ghi; hãy xem bản mới rồi làm lại.',
    en: '{name} saved this draft at {time}, after you opened the page. What you did was not kept; look at the new drawing and do it again.',
  },
  'workflow.process-in-past': {
    status: 422,
    vi: 'Quy trình chỉ áp dụng được từ hôm nay trở đi.',
    en: 'A process can apply only from today on.',
  },
  'workflow.trial-not-begun': {
    status: 409,
    vi: 'Hồ sơ thử chưa được nộp hoặc tiếp nhận.',
    en: 'The trial dossier has not been filed or received.',
  },
  'workflow.trial-begun': {
    status: 409,
    vi: 'Hồ sơ thử đã được nộp hoặc tiếp nhận từ trước.',
    en: 'The trial dossier has been filed or received already.',
  },
  'workflow.trial-step-not-open': {
    status: 409,
    vi: 'Bước “{step}” không đang mở ở phiên bản này.',
    en: 'The step “{step}” is not open in this version.',
  },
  'workflow.trial-back-in-time': {
    status: 422,
    vi: 'Thời điểm này trước việc liền trước của kịch bản. Đồng hồ chỉ đi tới.',
    en: 'This moment is before the act before it. The clock only goes forward.',
  },
  'workflow.trial-unrecordable': {
    status: 422,
    vi: 'Hồ sơ này có việc mà kịch bản thử chưa diễn lại được ({what}).',
    en: 'Something was done with this dossier that trials do not play ({what}).',
  },
  'workflow.trial-other-process': {
    status: 422,
    vi: 'Hồ sơ này chạy trên một quy trình khác.',
    en: 'This dossier runs on another process.',
  },
  'workflow.trial-unfinished': {
    status: 422,
    vi: 'Chỉ ghi lại được hồ sơ đã kết thúc.',
    en: 'Only a dossier that has ended can be recorded.',
  },
  'workflow.trial-name-taken': { status: 409, vi: 'Đã có kịch bản thử tên này.', en: 'There is a trial of this name.' },
  'workflow.trials-red': {
    status: 422,
    vi: 'Chưa công bố được: {count} kịch bản thử không đạt ({names}). Hãy sửa quy trình hoặc kịch bản.',
    en: 'It cannot be published yet: {count} trials are red ({names}). Mend the process or the trial.',
  },
  'workflow.trials-not-run': {
    status: 422,
    vi: 'Chưa công bố được: {count} kịch bản thử chưa chạy trên bản vẽ này ({names}). Hãy chạy lại các kịch bản thử.',
    en: 'It cannot be published yet: {count} trials have not run on this drawing ({names}). Run the trials again.',
  },
  'workflow.trial-broken': {
    status: 409,
    vi: 'Quy trình không đi tiếp được tại đây: {reason}',
    en: 'The process cannot go on here: {reason}',
  },
  'workflow.longer-than-limit': {
    status: 422,
    vi: 'Các bước cộng lại {total} giờ làm việc, dài hơn thời hạn giải quyết ngắn nhất của thủ tục ({limit} giờ làm việc).',
    en: 'The steps together take {total} working hours, longer than the procedure’s shortest legal limit ({limit} working hours).',
  },
})
