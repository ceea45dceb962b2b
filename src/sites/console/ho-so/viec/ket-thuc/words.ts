import { words } from '#platform/language.ts'

export const copy = words({
  vi: {
    refuse:
      'Văn bản từ chối giải quyết được lập và chuyển Bộ phận Một cửa để trả người nộp như một kết quả. Thời hạn giải quyết kết thúc tại đây và được đánh giá theo ngày hẹn. Người đã thẩm định hồ sơ không được ký từ chối.',
    stop: 'Hồ sơ dừng lại vĩnh viễn, không có kết quả. Thông báo dừng giải quyết (mẫu số 05) được lập, người nộp được báo và nhận lại bản chính.',
    request:
      'Thời hạn dừng tính cho đến khi Bộ phận Một cửa kiểm tra chưa có quyết định giải quyết và quyết định dừng, hoặc hồ sơ được tiếp tục.',
    confirm:
      'Bạn xác nhận chưa có quyết định giải quyết. Thông báo dừng giải quyết (mẫu số 05) được lập với ngày và cách người nộp đề nghị; hồ sơ kết thúc.',
    decline: 'Hồ sơ tiếp tục ở bước đang làm. Ngày hẹn lùi lại bằng thời gian đã dừng.',
    reason: 'Lý do',
    words: 'Nội dung cụ thể',
    refusalText: 'Nội dung từ chối',
    printed: 'Câu này in trên văn bản gửi người nộp.',
    legalBasis: 'Căn cứ pháp lý',
    legalBasisHint: 'Mỗi dòng một căn cứ. Ví dụ: Khoản 2 Điều 15 Nghị định số 144/2020/NĐ-CP',
    channel: 'Cách đề nghị',
    requestedOn: 'Ngày đề nghị',
    recordedBy: 'Người ghi nhận',
    identified: 'Đã xác định người đề nghị',
    identifiedHint: 'Là chủ hồ sơ, người nộp, hoặc người có giấy ủy quyền.',
    originals: 'Bản chính trả lại',
    originalsHint: 'Chọn giấy tờ giao lại người nộp lúc này.',
    originalsOf: (count: number) => `${count} bản chính`,
    backOn: (at: string) => `đã trả lại ${at}`,
    noOriginals: 'Hồ sơ không giữ bản chính nào.',
  },
  en: {
    refuse:
      'The letter of refusal is laid and goes to the one-stop unit, which returns it like a result. The legal clock ends here and is judged by its date. Who appraised the dossier may not refuse it.',
    stop: 'The dossier ends without a result. The notice of stopping (form 05) is laid; the applicant is told and gets the originals back.',
    request:
      'The clock stands still until the one-stop unit has found that no decision exists and stops the dossier, or until the dossier goes on.',
    confirm:
      'You confirm that no decision exists. The notice of stopping (form 05) is laid with the day and way of the request; the dossier ends.',
    decline: 'The dossier goes on at its step. The date is put off by the time it stood still.',
    reason: 'Reason',
    words: 'In particular',
    refusalText: 'What the refusal says',
    printed: 'Printed on the paper for the applicant.',
    legalBasis: 'Legal basis',
    legalBasisHint: 'One a line.',
    channel: 'Way of asking',
    requestedOn: 'Day of the request',
    recordedBy: 'Recorded by',
    identified: 'It is established who asks',
    identifiedHint: 'The owner, the submitter, or somebody with an authorisation.',
    originals: 'Originals handed back',
    originalsHint: 'Tick the papers that are handed over now.',
    originalsOf: (count: number) => `${count} ${count === 1 ? 'original' : 'originals'}`,
    backOn: (at: string) => `handed back ${at}`,
    noOriginals: 'The dossier keeps no originals.',
  },
})
