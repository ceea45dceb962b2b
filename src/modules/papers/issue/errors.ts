import { defineErrors } from '#platform/errors.ts'

export const issueErrors = defineErrors({
  'papers.not-returned': {
    status: 409,
    vi: 'Phiếu trả kết quả chỉ lập được sau khi đã trả kết quả.',
    en: 'The return slip can be made only after the result has been returned.',
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
})
