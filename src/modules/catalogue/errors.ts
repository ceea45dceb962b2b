import { defineErrors } from '#platform/errors.ts'

export const catalogueErrors = defineErrors({
  'catalogue.file-damaged': {
    status: 422,
    vi: 'Không mở được tệp. Hãy kiểm tra tệp là JSON, CSV hoặc XLSX và chưa bị hỏng.',
    en: 'The file cannot be opened. It must be an undamaged JSON, CSV or XLSX file.',
  },
  'catalogue.file-not-list': {
    status: 422,
    vi: 'Tệp JSON phải là một danh sách thủ tục, bắt đầu bằng dấu [.',
    en: 'The JSON file must be a list of procedures, starting with [.',
  },
  'catalogue.file-no-header': {
    status: 422,
    vi: 'Không tìm thấy dòng tiêu đề trong bảng. Bảng cần ít nhất cột “Mã thủ tục” và cột “Tên thủ tục”.',
    en: 'No header row was found. The table needs at least a column for the code and one for the name.',
  },
  'catalogue.file-encoding': {
    status: 422,
    vi: 'Tệp CSV phải dùng bảng mã UTF-8. Trong Excel: Lưu dưới dạng, chọn “CSV UTF-8”.',
    en: 'The CSV file must be UTF-8. In Excel: Save as, “CSV UTF-8”.',
  },
  'catalogue.mapping-incomplete': {
    status: 422,
    vi: 'Cần chỉ ra cột mã thủ tục và cột tên thủ tục.',
    en: 'Say which column holds the code and which the name.',
  },
  'catalogue.import-state': {
    status: 409,
    vi: 'Lần nhập này không ở bước cho phép làm việc đó. Hãy tải lại trang.',
    en: 'This import is not at the step for that. Reload the page.',
  },
  'catalogue.row-decided': {
    status: 409,
    vi: 'Dòng này không còn chờ quyết định.',
    en: 'This row no longer waits for a decision.',
  },
  'catalogue.row-outdated': {
    status: 409,
    vi: 'Một lần nhập sau đã thay bản nháp của dòng này. Hãy quyết định ở lần nhập mới nhất.',
    en: 'A later import replaced the draft of this row. Decide there.',
  },
  'catalogue.case-unknown': {
    status: 404,
    vi: 'Không có trường hợp này của thủ tục.',
    en: 'There is no such case of a procedure.',
  },
  'catalogue.case-not-in-force': {
    status: 409,
    vi: 'Nội dung thủ tục này không áp dụng vào ngày {day}. Hãy chọn lại thủ tục.',
    en: 'This version of the procedure is not in force on {day}. Choose the procedure again.',
  },
  'catalogue.not-offered': {
    status: 409,
    vi: 'Đơn vị này không được giao tiếp nhận thủ tục “{procedure}” theo cách thức đã chọn.',
    en: 'This unit does not receive “{procedure}” through that channel.',
  },
  'catalogue.limit-missing': {
    status: 409,
    vi: 'Thủ tục “{procedure}” chưa có thời hạn cho cách thức này nên chưa tiếp nhận được. Hãy báo quản trị danh mục.',
    en: '“{procedure}” has no time limit for this channel, so it cannot be received. Tell the catalogue administrator.',
  },
  'catalogue.code-invalid': {
    status: 422,
    vi: 'Mã thủ tục quốc gia có dạng một chữ số, dấu chấm, sáu chữ số. Ví dụ: 1.004628.',
    en: 'A national code is one digit, a dot and six digits, e.g. 1.004628.',
  },
  'catalogue.code-taken': { status: 409, vi: 'Mã {code} đã thuộc thủ tục khác.', en: 'Code {code} belongs to another procedure.' },
  'catalogue.closed': { status: 409, vi: 'Thủ tục đã đóng. Hãy mở lại trước.', en: 'The procedure is closed. Open it again first.' },
  'catalogue.not-draft': {
    status: 409,
    vi: 'Nội dung đã công khai không sửa được. Hãy tạo bản mới rồi sửa bản mới.',
    en: 'What has been published cannot be changed. Start a new version.',
  },
  'catalogue.findings-open': {
    status: 409,
    vi: 'Bản này còn {count} điểm đáng ngờ. Hãy xem từng điểm và ghi rõ vì sao vẫn công khai.',
    en: 'This version has {count} suspicious points. Look at each and say why it is published all the same.',
  },
  'catalogue.version-order': {
    status: 409,
    vi: 'Ngày áp dụng phải sau ngày bắt đầu của bản đang công khai ({date}).',
    en: 'It must take effect after the start of the published version ({date}).',
  },
  'catalogue.offer-order': { status: 422, vi: 'Ngày thôi tiếp nhận phải từ ngày bắt đầu trở đi.', en: 'It cannot end before it begins.' },
  'catalogue.offer-overlap': {
    status: 409,
    vi: 'Đơn vị này đã được giao tiếp nhận thủ tục trong thời gian đó.',
    en: 'This unit already receives the procedure in that time.',
  },
})
