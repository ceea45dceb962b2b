import { commands } from './commands.ts'

const WIDTH = Math.max(...Object.keys(commands).map((name) => name.length)) + 2

export const usage = (): string =>
  [
    'Cách dùng: npm run -s motcua -- <lệnh> [tham số]',
    '',
    ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(WIDTH)}${about}`),
    '',
    'Thêm --help sau tên lệnh để xem tham số của lệnh đó.',
  ].join('\n')
