import { words } from '#platform/language.ts'

export const copy = words({
  vi: {
    promised: (due: string) => `Đã hẹn trả: ${due}.`,
    extend:
      'Phiếu xin lỗi và đề nghị gia hạn (mẫu số 04) được lập, người nộp được báo ngày hẹn mới. Ngày hẹn cũ vẫn được giữ trong hồ sơ. Mỗi hồ sơ chỉ gia hạn một lần.',
    broken: (due: string) => `Đã quá ngày hẹn trả ${due}.`,
    apologise:
      'Phiếu xin lỗi (mẫu số 04) được lập và gửi người nộp với ngày sẽ trả kết quả. Ngày này không làm thay đổi thời hạn: hồ sơ vẫn được tính là quá hạn.',
    apologiseFinished: 'Kết quả đã có sau ngày hẹn. Phiếu xin lỗi (mẫu số 04) được lập và gửi người nộp; hồ sơ vẫn được tính là quá hạn.',
    excuse:
      'Chỉ ghi nhận khi có căn cứ. Hồ sơ vẫn được tính là quá hạn và rời danh sách chưa xin lỗi; lý do, văn bản chứng minh và người ghi nhận được lưu trong hồ sơ.',
    excuseHint: 'Lưu trong hồ sơ, không gửi người nộp. Ví dụ: Bão số 9 làm mất điện, mất kết nối từ ngày 05 đến ngày 08/11/2026.',
    evidence: 'Văn bản, tài liệu chứng minh',
    evidenceHint: 'Số, ngày, cơ quan ban hành. Ví dụ: Công văn số 312/UBND-NC ngày 09/11/2026 của Ủy ban nhân dân xã.',
    reason: 'Lý do',
    words: 'Nội dung cụ thể',
    wordsHint: 'Câu này in trên phiếu gửi người nộp. Ví dụ: Cần thêm ý kiến của Sở Xây dựng về chỉ giới đường đỏ.',
    newDate: 'Ngày hẹn mới',
    newDateHint: 'Sau ngày hẹn đang có, trong giờ làm việc.',
    willReturn: 'Ngày sẽ trả kết quả',
    willReturnHint: 'Một ngày làm việc sau hôm nay.',
    time: 'Giờ',
    timeHint: 'Ví dụ: 16:30',
  },
  en: {
    promised: (due: string) => `Promised for ${due}.`,
    extend:
      'Form 04 (apology and extension) is laid and the applicant is told the new date. The date before stays on record. A dossier is extended once.',
    broken: (due: string) => `The date promised, ${due}, has passed.`,
    apologise:
      'Form 04 (apology) is laid and sent to the applicant with the day on which the result will come. That day moves nothing: the dossier still counts as late.',
    apologiseFinished:
      'The result came after the date. Form 04 (apology) is laid and sent to the applicant; the dossier still counts as late.',
    excuse:
      'Only where there are grounds. The dossier still counts as late and leaves the list of those without an apology; the reason, its proof and who recorded it stay with the dossier.',
    excuseHint: 'Kept with the dossier, not sent to the applicant.',
    evidence: 'What proves it',
    evidenceHint: 'Number, day and issuer of the document.',
    reason: 'Reason',
    words: 'In particular',
    wordsHint: 'This sentence is printed on the form for the applicant.',
    newDate: 'New date',
    newDateHint: 'After the one that counts now, within office hours.',
    willReturn: 'Day of the result',
    willReturnHint: 'A working day after today.',
    time: 'Time',
    timeHint: 'Example: 16:30',
  },
})
