/**
 * What a message says, word for word, in Vietnamese: what has happened, what the receiver has to do (or nothing), by when and where (look.md, Words; domain.md §10.2). One kind says one
 * thing in one way, so that nobody can take “cần bổ sung” for “đã tiếp nhận”. Pure: everything it says is in `MessageFacts`.
 */
import type { MessageKind } from '#modules/workflow/index.ts'
import { formatDongWords } from '#platform/money.ts'
import { formatDate, formatMoment } from '#platform/text/dates.ts'

export interface MessageFacts {
  code: string
  procedureName: string
  /** Of the unit that received the dossier: where the applicant turns to. */
  unitName: string
  unitAddress?: string
  unitPhone?: string
  lookupUrl: string
  returnMethod: 'counter' | 'post' | 'electronic'
  /** The date promised now. */
  dueAt?: Date
  /** The date promised before an extension or apology. */
  dueBefore?: Date
  /** By when the desk decides on a filing, or the applicant answers a request. */
  answerBy?: Date
  supplement?: { faults: number; isBeforeReception: boolean; guideName?: string; guidePhone?: string }
  /** Of the list of reasons, in Vietnamese. */
  reason?: string
  payment?: { amount?: number; noticeNumber?: string; payBy?: string }
  trackingNumber?: string
  /** The agency it was passed on to. */
  toUnitName?: string
  isEarly?: boolean
  /** Sent back by the post. */
  cameBack?: boolean
  isCorrection?: boolean
}

export interface Wording {
  receiver: 'applicant' | 'agency' | 'expert'
  title: string
  /** Paragraphs, for e-mail, Zalo and paper. */
  text: string[]
  /** Without marks, as a short message goes (domain.md §9.10). */
  sms: string
}

export function wordingOf(kind: MessageKind, facts: MessageFacts): Wording {
  const { receiver = 'applicant', title, said, short } = WORDINGS[kind](facts)
  const told = said.filter((sentence) => sentence !== '')
  const text = [`${title}.`, ...told, ...(receiver === 'applicant' ? [askAt(facts)] : []), `Tra cứu: ${facts.lookupUrl}`]
  return { receiver, title, text, sms: withoutMarks(`${short} ${receiver === 'applicant' ? 'Tra cuu' : 'Xem'}: ${facts.lookupUrl}`) }
}

/** Parts that the operator counts: 160 characters, or 153 each where there are several (GSM-7). */
export const smsParts = (sms: string): number => (sms.length <= 160 ? 1 : Math.ceil(sms.length / 153))

interface Said {
  receiver?: Wording['receiver']
  title: string
  said: string[]
  short: string
}

const WORDINGS: Record<MessageKind, (facts: MessageFacts) => Said> = {
  acknowledged: ({ code, procedureName, unitName, answerBy }) => ({
    title: `Hồ sơ ${code} đã đến ${unitName}, đang chờ kiểm tra để tiếp nhận`,
    said: [
      `Thủ tục: ${procedureName}.`,
      answerBy
        ? `Trước ${formatMoment(answerBy)}, cơ quan sẽ trả lời: tiếp nhận, yêu cầu bổ sung, hoặc không tiếp nhận và nêu lý do.`
        : 'Cơ quan sẽ trả lời trong 8 giờ làm việc.',
      NOTHING_TO_DO,
    ],
    short: `Ho so ${code} DA DEN, CHO KIEM TRA de tiep nhan${answerBy ? `, tra loi truoc ${formatMoment(answerBy)}` : ''}.`,
  }),
  received: ({ code, procedureName, dueAt, ...facts }) => ({
    title: `Hồ sơ ${code} đã được tiếp nhận`,
    said: [`Thủ tục: ${procedureName}.`, dueAt ? `Hẹn trả kết quả: ${formatMoment(dueAt)}, ${whereReturned(facts)}.` : '', NOTHING_TO_DO],
    short: `Ho so ${code} DA DUOC TIEP NHAN${dueAt ? `, hen tra ${formatMoment(dueAt)}` : ''}.`,
  }),
  'supplement-asked': ({ code, answerBy, supplement, ...facts }) => {
    const isBefore = supplement?.isBeforeReception ?? false
    const things = supplement ? `${supplement.faults} nội dung` : 'hồ sơ'
    const until = answerBy ? ` trước ${formatMoment(answerBy)}` : ''
    return {
      title: isBefore ? `Hồ sơ ${code} chưa được tiếp nhận: cần bổ sung ${things}${until}` : `Hồ sơ ${code} cần bổ sung ${things}${until}`,
      said: [
        'Danh sách đầy đủ ghi trong phiếu yêu cầu bổ sung kèm theo; cơ quan chỉ yêu cầu một lần.',
        `Nộp bổ sung tại ${placeOf(facts)}, hoặc trên Cổng Dịch vụ công.`,
        isBefore
          ? 'Hồ sơ chỉ được tính thời hạn giải quyết sau khi bổ sung đủ và được tiếp nhận.'
          : 'Thời hạn giải quyết dừng từ hôm nay và được tính lại từ đầu khi bổ sung đủ.',
        answerBy ? `Sau thời điểm đó mà chưa bổ sung đủ, hồ sơ sẽ được kết thúc; bạn có thể nộp hồ sơ mới.` : '',
        guideOf(supplement),
      ],
      short: `Ho so ${code} ${isBefore ? 'CHUA DUOC TIEP NHAN' : 'TAM DUNG'}: can bo sung ${things}${until}.`,
    }
  },
  'supplement-accepted': ({ code, dueAt, ...facts }) => ({
    title: `Hồ sơ ${code} đã được bổ sung đủ`,
    said: [dueAt ? `Hẹn trả kết quả mới: ${formatMoment(dueAt)}, ${whereReturned(facts)}.` : '', NOTHING_TO_DO],
    short: `Ho so ${code} DA BO SUNG DU${dueAt ? `, hen tra ${formatMoment(dueAt)}` : ''}.`,
  }),
  'refused-at-reception': ({ code, reason }) => ({
    title: `Hồ sơ ${code} không được tiếp nhận`,
    said: [
      reasonOf(reason),
      'Lý do đầy đủ ghi trong phiếu từ chối tiếp nhận kèm theo. Bạn có thể nộp lại khi đã khắc phục, hoặc khiếu nại theo quy định.',
    ],
    short: `Ho so ${code} KHONG DUOC TIEP NHAN${shortReason(reason)}.`,
  }),
  refused: ({ code, reason, ...facts }) => ({
    title: `Hồ sơ ${code} không được giải quyết`,
    said: [reasonOf(reason), `Văn bản từ chối nêu rõ lý do, nhận ${whereReturned(facts)}. Bạn có quyền khiếu nại theo quy định.`],
    short: `Ho so ${code} KHONG DUOC GIAI QUYET${shortReason(reason)}. Nhan van ban tu choi tai ${facts.unitName}.`,
  }),
  extended: ({ code, dueAt, dueBefore, reason, ...facts }) => ({
    title: `Hồ sơ ${code} chưa giải quyết xong đúng hẹn; cơ quan xin lỗi và hẹn lại${dueAt ? ` ${formatMoment(dueAt)}` : ''}`,
    said: [
      reasonOf(reason),
      dueBefore ? `Ngày hẹn trước: ${formatMoment(dueBefore)}.` : '',
      dueAt ? `Ngày hẹn mới: ${formatMoment(dueAt)}, ${whereReturned(facts)}.` : '',
      NOTHING_TO_DO,
    ],
    short: `Ho so ${code} HEN LAI${dueAt ? ` ${formatMoment(dueAt)}` : ''}. Co quan xin loi vi cham.`,
  }),
  apologised: ({ code, dueAt, dueBefore, ...facts }) => ({
    title: `Hồ sơ ${code} đã quá hạn trả kết quả; cơ quan xin lỗi${dueAt ? ` và sẽ trả trước ${formatMoment(dueAt)}` : ''}`,
    said: [
      dueBefore ? `Ngày hẹn trả: ${formatMoment(dueBefore)}.` : '',
      dueAt ? `Dự kiến trả kết quả: ${formatMoment(dueAt)}, ${whereReturned(facts)}.` : '',
      NOTHING_TO_DO,
    ],
    short: `Ho so ${code} QUA HAN, co quan xin loi${dueAt ? `, se tra truoc ${formatMoment(dueAt)}` : ''}.`,
  }),
  'payment-asked': ({ code, payment, ...facts }) => {
    const amount = payment?.amount === undefined ? 'khoản tiền theo thông báo' : formatDongWords(payment.amount)
    const until = payment?.payBy ? ` trước hết ngày ${formatDate(payment.payBy)}` : ''
    return {
      title: `Hồ sơ ${code}: cần nộp ${amount}${until}`,
      said: [
        payment?.noticeNumber ? `Thông báo số ${payment.noticeNumber}.` : '',
        `Nộp trực tuyến trên Cổng Dịch vụ công, tại ngân hàng, kho bạc, hoặc tại ${placeOf(facts)}.`,
        'Thời hạn giải quyết dừng đến khi có chứng từ nộp tiền, rồi tự chạy tiếp.',
      ],
      short: `Ho so ${code} CAN NOP ${amount}${until}.`,
    }
  },
  'payment-confirmed': ({ code, payment, dueAt, ...facts }) => ({
    title: `Hồ sơ ${code}: đã xác nhận nộp ${payment?.amount === undefined ? 'tiền' : formatDongWords(payment.amount)}`,
    said: [dueAt ? `Hẹn trả kết quả: ${formatMoment(dueAt)}, ${whereReturned(facts)}.` : '', NOTHING_TO_DO],
    short: `Ho so ${code} DA XAC NHAN NOP TIEN${dueAt ? `, hen tra ${formatMoment(dueAt)}` : ''}.`,
  }),
  'result-available': ({ code, cameBack, isCorrection, isEarly, ...facts }) => ({
    title: cameBack
      ? `Kết quả hồ sơ ${code} được bưu chính chuyển hoàn`
      : isCorrection
        ? `Hồ sơ ${code} đã có kết quả sau đính chính`
        : `Hồ sơ ${code} đã có kết quả${isEarly ? ', sớm hơn ngày hẹn' : ''}`,
    said: [
      cameBack ? `Mời bạn nhận tại ${placeOf(facts)}, hoặc liên hệ để gửi lại.` : `Mời bạn nhận ${whereReturned(facts)}.`,
      cameBack || facts.returnMethod === 'counter' ? 'Khi đến, mang theo giấy tiếp nhận hồ sơ hoặc giấy tờ tùy thân.' : '',
    ],
    short: `Ho so ${code} DA CO KET QUA, nhan ${cameBack ? `tai ${facts.unitName}` : whereReturned({ ...facts, unitAddress: undefined })}.`,
  }),
  posted: ({ code, trackingNumber }) => ({
    title: `Kết quả hồ sơ ${code} đã gửi qua bưu chính`,
    said: [trackingNumber ? `Số bưu gửi: ${trackingNumber}.` : '', 'Khi nhận, kiểm tra kết quả và ký nhận với nhân viên bưu chính.'],
    short: `Ket qua ho so ${code} DA GUI BUU CHINH${trackingNumber ? `, so ${trackingNumber}` : ''}.`,
  }),
  returned: ({ code }) => ({
    title: `Kết quả hồ sơ ${code} đã được trả`,
    said: ['Nếu bạn chưa nhận được, hãy liên hệ ngay. Mời bạn đánh giá việc phục vụ trên trang tra cứu.'],
    short: `Ket qua ho so ${code} DA TRA. Neu chua nhan, lien he ngay.`,
  }),
  stopped: ({ code, reason, ...facts }) => ({
    title: `Hồ sơ ${code} đã dừng giải quyết`,
    said: [reasonOf(reason), `Bản chính giấy tờ đã nộp nhận lại tại ${placeOf(facts)}.`],
    short: `Ho so ${code} DA DUNG GIAI QUYET${shortReason(reason)}. Nhan lai ban chinh tai ${facts.unitName}.`,
  }),
  closed: ({ code, answerBy, ...facts }) => ({
    title: `Hồ sơ ${code} đã kết thúc vì chưa được bổ sung trong thời hạn`,
    said: [
      answerBy ? `Hạn bổ sung: ${formatMoment(answerBy)}.` : '',
      `Bản chính giấy tờ đã nộp nhận lại tại ${placeOf(facts)}. Bạn có thể nộp hồ sơ mới bất cứ lúc nào.`,
    ],
    short: `Ho so ${code} DA KET THUC vi qua han bo sung. Co the nop ho so moi.`,
  }),
  corrected: ({ code, reason, ...facts }) => ({
    title: `Kết quả hồ sơ ${code} có sai sót do cơ quan; cơ quan xin lỗi và cấp lại`,
    said: [reasonOf(reason), `Bạn không phải nộp thêm khoản tiền nào. Kết quả đúng nhận ${whereReturned(facts)}.`],
    short: `Ket qua ho so ${code} CO SAI SOT do co quan, SE CAP LAI, khong thu them tien.`,
  }),
  lost: ({ code, ...facts }) => ({
    title: `Giấy tờ của hồ sơ ${code} bị mất hoặc hư hỏng do cơ quan; cơ quan xin lỗi`,
    said: [
      'Cơ quan lập biên bản, phối hợp khôi phục giấy tờ và chịu mọi chi phí theo quy định.',
      `Cán bộ của ${facts.unitName} sẽ liên hệ với bạn về việc phải làm.`,
    ],
    short: `Ho so ${code} BI MAT/HONG GIAY TO do co quan. Co quan xin loi, se lien he va chiu chi phi.`,
  }),
  'passed-on': ({ code, toUnitName }) => ({
    title: `Hồ sơ ${code} đã được chuyển đến ${toUnitName ?? 'cơ quan có thẩm quyền'}`,
    said: ['Hồ sơ thuộc thẩm quyền của cơ quan đó; bạn không phải nộp lại.', NOTHING_TO_DO],
    short: `Ho so ${code} DA CHUYEN den ${toUnitName ?? 'co quan co tham quyen'}, khong phai nop lai.`,
  }),
  'leg-sent': ({ code, procedureName, unitName, dueAt }) => ({
    receiver: 'agency',
    title: `Hồ sơ ${code} chuyển đến quý cơ quan để phối hợp giải quyết`,
    said: [
      `Thủ tục: ${procedureName}. Cơ quan chuyển: ${unitName}.`,
      'Đề nghị xác nhận đã nhận trong 2 giờ làm việc và trả lời trong thời hạn ghi tại phiếu chuyển.',
      dueAt ? `Hẹn trả kết quả cho người nộp: ${formatMoment(dueAt)}.` : '',
    ],
    short: `Ho so ${code} CHUYEN PHOI HOP. De nghi xac nhan trong 2 gio lam viec.`,
  }),
  'leg-late': ({ code, procedureName, unitName, dueAt }) => ({
    receiver: 'agency',
    title: `Cơ quan phối hợp trả lời chậm hồ sơ ${code}`,
    said: [
      `Thủ tục: ${procedureName}. Cơ quan chủ trì: ${unitName}.`,
      'Đề nghị người đứng đầu Bộ phận Một cửa đôn đốc cơ quan phối hợp đã quá thời hạn trả lời.',
      dueAt ? `Hẹn trả kết quả cho người nộp: ${formatMoment(dueAt)}.` : '',
    ],
    short: `Ho so ${code}: CO QUAN PHOI HOP TRA LOI CHAM. De nghi don doc.`,
  }),
  'expert-asked': ({ code, procedureName, unitName, answerBy }) => ({
    receiver: 'expert',
    title: `Đề nghị cho ý kiến chuyên môn về hồ sơ ${code}`,
    said: [
      `Thủ tục: ${procedureName}. Cơ quan đề nghị: ${unitName}.`,
      answerBy ? `Xin trả lời trước ${formatMoment(answerBy)}, theo liên kết kèm theo.` : 'Xin trả lời theo liên kết kèm theo.',
    ],
    short: `De nghi cho y kien ve ho so ${code}${answerBy ? ` truoc ${formatMoment(answerBy)}` : ''}.`,
  }),
}

const NOTHING_TO_DO = 'Bạn không cần làm gì thêm.'

const placeOf = ({ unitName, unitAddress }: Pick<MessageFacts, 'unitName' | 'unitAddress'>): string =>
  unitAddress ? `${unitName}, ${unitAddress}` : unitName

function whereReturned({ returnMethod, ...place }: Pick<MessageFacts, 'returnMethod' | 'unitName' | 'unitAddress'>): string {
  switch (returnMethod) {
    case 'post':
      return 'qua bưu chính công ích tại địa chỉ đã đăng ký'
    case 'electronic':
      return 'bản điện tử trên Cổng Dịch vụ công'
    case 'counter':
      return `tại ${placeOf(place)}`
  }
}

const askAt = ({ unitName, unitPhone }: MessageFacts): string => `Hỏi tại ${unitName}${unitPhone ? `, điện thoại ${unitPhone}` : ''}.`

const reasonOf = (reason?: string): string => (reason ? `Lý do: ${reason}.` : '')
const shortReason = (reason?: string): string => (reason ? `: ${reason}` : '')

const guideOf = (supplement: MessageFacts['supplement']): string =>
  supplement?.guideName ? `Người hướng dẫn: ${supplement.guideName}${supplement.guidePhone ? `, ${supplement.guidePhone}` : ''}.` : ''

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
