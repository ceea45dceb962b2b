import type { Command } from './context.ts'

/** Every command: what it is for, and where it is. */
export const commands: Record<string, { about: string; load(): Promise<Command> }> = {
  migrate: {
    about: 'nâng cấp cơ sở dữ liệu lên bản mới nhất',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  seed: {
    about: 'nạp dữ liệu trình diễn (tỉnh Quảng Trị) vào cơ sở dữ liệu còn trống',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  simulate: {
    about: 'mô phỏng đời sống một tỉnh giữa hai ngày vào cơ sở dữ liệu còn trống, rồi kiểm tra',
    load: async () => (await import('./simulate.ts')).simulateCommand,
  },
  'import-catalogue': {
    about: 'nhập danh mục thủ tục từ tệp JSON, CSV hoặc XLSX',
    load: async () => (await import('./import-catalogue.ts')).importCatalogueCommand,
  },
  due: {
    about: 'tính thời hạn trả kết quả',
    load: async () => (await import('./due.ts')).dueCommand,
  },
  verify: {
    about: 'tính lại mọi hồ sơ từ nhật ký thao tác và kiểm tra chuỗi mã băm; in chỗ khác nhau',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  'create-user': {
    about: 'tạo tài khoản cán bộ, in mật khẩu lần đầu',
    load: async () => (await import('./create-user.ts')).createUserCommand,
  },
  'create-token': {
    about: 'tạo mã truy cập API cho đối tác',
    load: async () => (await import('./create-token.ts')).createTokenCommand,
  },
  rights: {
    about: 'in bảng vai trò × quyền (docs/rights.md)',
    load: async () => (await import('./rights.ts')).rightsCommand,
  },
  transitions: {
    about: 'in các trạng thái, chuyển trạng thái của hồ sơ (docs/transitions.md)',
    load: async () => (await import('./transitions.ts')).transitionsCommand,
  },
  types: {
    about: 'tạo lại db/schema.ts từ các bước nâng cấp (dành cho người phát triển)',
    load: async () => (await import('./types.ts')).typesCommand,
  },
}
