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
