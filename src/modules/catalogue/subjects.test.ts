import { expect, test } from 'vitest'
import { subjectGroups } from './subjects.ts'

test.each([
  [['Công dân Việt Nam'], ['citizen']],
  [['Tổ chức (không bao gồm doanh nghiệp, HTX)'], ['organisation']],
  [['Doanh nghiệp có vốn đầu tư nước ngoài', 'Hợp tác xã'], ['business']],
  [['Tổ chức hoặc cá nhân'], ['citizen', 'organisation']],
  [['Cán bộ', 'công chức', 'viên chức'], ['official']],
  [['Hộ kinh doanh'], ['business']],
  [['Người Việt Nam định cư ở nước ngoài'], ['citizen']],
  [['Cộng đồng dân cư'], ['organisation']],
  [[], []],
])('%s', (subjects, groups) => {
  expect(subjectGroups(subjects)).toEqual(groups)
})
