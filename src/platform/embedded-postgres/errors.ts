import { defineErrors } from '../errors.ts'

export const postgresErrors = defineErrors({
  'postgres.no-binaries': {
    status: 500,
    vi: 'Gói PostgreSQL đi kèm không có cho máy này ({platform}). Hãy đặt DATABASE_URL trỏ đến một PostgreSQL từ bản 15 trở lên.',
    en: 'There is no bundled PostgreSQL for this machine ({platform}). Set DATABASE_URL to a PostgreSQL 15 or newer.',
  },
  'postgres.not-runnable': {
    status: 500,
    vi: 'Không chạy được PostgreSQL đi kèm bằng người dùng số {uid}: đã thử {tried}. Hãy đặt DATABASE_URL trỏ đến một PostgreSQL có sẵn.',
    en: 'The bundled PostgreSQL does not run as user number {uid}: tried {tried}. Set DATABASE_URL to a PostgreSQL of your own.',
  },
  'postgres.folder-of-other': {
    status: 500,
    vi: 'Thư mục dữ liệu {folder} thuộc người dùng số {owner}, còn chương trình đang chạy bằng người dùng số {uid}. Hãy chạy bằng đúng người dùng đó, hoặc đặt MOTCUA_DATA là thư mục khác.',
    en: 'The data folder {folder} belongs to user number {owner}, but the program runs as user number {uid}. Run it as that user, or set MOTCUA_DATA to another folder.',
  },
  'postgres.folder-unusable': {
    status: 500,
    vi: 'Không dùng được thư mục dữ liệu {folder} ({reason}). Hãy kiểm tra quyền ghi và dung lượng đĩa, hoặc đặt MOTCUA_DATA là thư mục khác.',
    en: 'The data folder {folder} cannot be used ({reason}). Check write permission and disk space, or set MOTCUA_DATA to another folder.',
  },
  'postgres.other-version': {
    status: 500,
    vi: 'Dữ liệu trong {folder} thuộc PostgreSQL {found}, chương trình này đi kèm PostgreSQL {expected}.',
    en: 'The data in {folder} belong to PostgreSQL {found}, this program brings PostgreSQL {expected}.',
  },
  'postgres.no-password': {
    status: 500,
    vi: 'Thiếu tệp mật khẩu {file} của cơ sở dữ liệu đã có trong thư mục dữ liệu. Hãy khôi phục tệp này từ bản sao lưu.',
    en: 'The password file {file} of the existing database is missing. Restore it from a backup.',
  },
  'postgres.failed': {
    status: 500,
    vi: 'PostgreSQL không khởi động được. Nhật ký {file} ghi: {reason}',
    en: 'PostgreSQL did not start. The log {file} says: {reason}',
  },
})
