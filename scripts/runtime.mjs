// The Node that runs the program: 24, pinned as a package; these scripts themselves run on any Node from 20.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpError } from './progress.mjs'
import { project } from './project.mjs'

const MAJOR = 24

/** Says at once where the program cannot run, before anything is downloaded. */
export function checkMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new SetUpError(
      `Node ${process.versions.node} quá cũ: cần Node từ bản 20 trở lên để cài đặt (chương trình tự mang theo Node ${MAJOR}).`,
    )
  const machine = `${process.platform} ${process.arch}`
  const isKnown = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)
  if (!isKnown)
    throw new SetUpError(
      `Máy này (${machine}) chưa được hỗ trợ: các gói kèm theo chỉ có cho Linux x64 và arm64. Hãy chạy trong máy ảo hoặc container Linux.`,
    )
  if (!process.report?.getReport().header.glibcVersionRuntime)
    throw new SetUpError(`Máy này (${machine}, musl) chưa được hỗ trợ: các gói kèm theo cần glibc, ví dụ Debian, Ubuntu hoặc RHEL.`)
}

/** Path of Node 24, after the installation. */
export function runtime() {
  const brought = join(project, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(brought)) return brought
  if (Number(process.versions.node.split('.')[0]) >= MAJOR) return process.execPath
  throw new SetUpError(
    `Thiếu gói node-${process.platform}-${process.arch} và Node đang chạy (${process.versions.node}) cũ hơn ${MAJOR}. Hãy xóa thư mục node_modules rồi chạy lại.`,
  )
}
