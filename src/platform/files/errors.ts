import { defineErrors } from '../errors.ts'

export const fileErrors = defineErrors({
  'files.empty': {
    status: 422,
    vi: 'Tệp không có nội dung. Hãy kiểm tra lại tệp rồi chọn lại.',
    en: 'The file is empty. Check it and choose it again.',
  },
  'files.too-large': {
    status: 413,
    vi: 'Tệp lớn hơn {limit}. Hãy quét với độ phân giải thấp hơn hoặc tách thành nhiều tệp.',
    en: 'The file is larger than {limit}. Scan it at a lower resolution or split it.',
  },
  'files.total-too-large': {
    status: 413,
    vi: 'Các tệp gửi cùng lúc lớn hơn {limit}. Hãy gửi thành nhiều lần.',
    en: 'The files sent together are larger than {limit}. Send them in several turns.',
  },
  'files.type-refused': {
    status: 422,
    vi: 'Không nhận loại tệp này. Chỉ nhận {accepted}.',
    en: 'This kind of file is not accepted. Accepted: {accepted}.',
  },
  'files.type-mismatch': {
    status: 422,
    vi: 'Nội dung tệp là {actual}, không đúng với tên hoặc loại đã khai ({declared}). Hãy lưu lại tệp đúng định dạng rồi chọn lại.',
    en: 'The file holds {actual}, which is not what its name or type says ({declared}). Save it in the right format and choose it again.',
  },
  'files.macro': {
    status: 422,
    vi: 'Tệp có chứa macro hoặc thành phần điều khiển nên không được nhận. Hãy lưu lại dạng DOCX/XLSX không có macro, hoặc PDF.',
    en: 'The file holds macros or controls and is not accepted. Save it as DOCX/XLSX without macros, or as PDF.',
  },
  'files.encrypted': {
    status: 422,
    vi: 'Tệp được đặt mật khẩu hoặc là định dạng Office cũ (.doc, .xls) nên không đọc được. Hãy bỏ mật khẩu và lưu dạng DOCX, XLSX hoặc PDF.',
    en: 'The file has a password or an old Office format (.doc, .xls) and cannot be read. Remove the password and save it as DOCX, XLSX or PDF.',
  },
  'files.damaged': {
    status: 422,
    vi: 'Tệp bị hỏng hoặc không đúng chuẩn nên không đọc được. Hãy mở tệp, lưu lại rồi chọn lại.',
    en: 'The file is damaged and cannot be read. Open it, save it again and choose it again.',
  },
  'files.bomb': {
    status: 422,
    vi: 'Tệp nén giãn ra quá lớn nên không được nhận.',
    en: 'The file unpacks to far too much and is not accepted.',
  },
  'files.interrupted': {
    status: 400,
    vi: 'Đường truyền bị ngắt khi đang gửi tệp. Hãy gửi lại.',
    en: 'The connection broke while the file was sent. Send it again.',
  },
  'files.missing': { status: 404, vi: 'Không tìm thấy tệp.', en: 'The file could not be found.' },
  'files.corrupt': {
    status: 500,
    vi: 'Tệp trong kho không còn nguyên vẹn. Hãy báo cho quản trị hệ thống.',
    en: 'The stored file is no longer intact. Tell the administrator.',
  },
})
