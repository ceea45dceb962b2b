import { defineErrors } from '#platform/errors.ts'

export const issueErrors = defineErrors({
  'papers.not-returned': {
    status: 409,
    vi: 'Phiếu trả kết quả chỉ lập được sau khi đã trả kết quả.',
    en: 'The return slip can be made only after the result has been returned.',
  },
  'papers.not-received': {
    status: 409,
    vi: 'Giấy này chỉ lập được khi hồ sơ đã được tiếp nhận.',
    en: 'This paper can be made only for a dossier that has been received.',
  },
  'papers.no-register': {
    status: 404,
    vi: 'Đơn vị của bạn không tiếp nhận hồ sơ nên không có sổ theo dõi. Sổ do trung tâm hoặc bộ phận Một cửa giữ.',
    en: 'Your unit receives no dossiers, so it keeps no register. Registers are kept where dossiers are received.',
  },
  'papers.register-too-long': {
    status: 422,
    vi: 'Sổ có {count} hồ sơ, nhiều hơn {most} hồ sơ của một lần in. Hãy chọn kỳ ngắn hơn hoặc một lĩnh vực; tệp XLSX không giới hạn như vậy.',
    en: 'The register has {count} dossiers, more than the {most} of one printing. Choose a shorter period or a field.',
  },
  'papers.nothing-handed-over': {
    status: 422,
    vi: 'Không có hồ sơ nào được bàn giao cho nơi nhận này trong ngày đã chọn.',
    en: 'No dossier was handed over to this unit on the day chosen.',
  },
  'papers.not-handed-over': {
    status: 409,
    vi: 'Hồ sơ {code} không được bàn giao cho nơi nhận này trong ngày đã chọn. Hãy mở lại danh sách.',
    en: 'Dossier {code} was not handed over to this unit on the day chosen. Open the list again.',
  },
  'papers.hand-over-ahead': {
    status: 422,
    vi: 'Ngày bàn giao chưa đến. Hãy chọn hôm nay hoặc một ngày trước đó.',
    en: 'That day has not come yet. Choose today or an earlier day.',
  },
})
