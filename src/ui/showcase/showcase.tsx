import type { Child } from 'hono/jsx'
import { type Language, words } from '#platform/language.ts'
import { type Assets, ConsoleLayout, type Office, type PageProps, PortalLayout, PrintLayout, SignInLayout, TabLinks } from '../index.ts'
import { FormParts } from './form-parts.tsx'
import { ListParts } from './list-parts.tsx'
import { sampleOffice } from './sample.ts'
import { StateParts } from './state-parts.tsx'

const copy = words({
  vi: {
    title: 'Hệ thống thiết kế',
    lead: 'Mọi thành phần giao diện, ở mọi tình trạng. Dữ liệu trên trang này là minh hoạ.',
    layouts: 'Bố cục',
    portal: 'Cổng',
    console: 'Làm việc',
    'sign-in': 'Đăng nhập',
    print: 'Bản in',
    forms: 'Biểu mẫu',
    lists: 'Danh sách',
    states: 'Tình trạng và số liệu',
  },
  en: {
    title: 'Design system',
    lead: 'Every part in every state. The data on this page is invented.',
    layouts: 'Layout',
    portal: 'Portal',
    console: 'Console',
    'sign-in': 'Sign in',
    print: 'Print',
    forms: 'Forms',
    lists: 'Lists',
    states: 'States and figures',
  },
})

/**
 * The page that shows every part in every state, in the layout asked for by `?bo-cuc=`. It needs nothing but the bundled files.
 * `<Showcase language assets={{ css, scripts: [enhance] }} path="/he-thong-thiet-ke?bo-cuc=console" layout="console" />`
 */
export function Showcase({ language, assets, path, layout = 'portal', office = sampleOffice }: ShowcaseProps) {
  const text = copy(language)
  const here = path.split('?')[0]
  const page: PageProps = { title: text.title, language, assets, path, office, children: null }
  const content = (
    <>
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <TabLinks
        label={text.layouts}
        tabs={SHOWCASE_LAYOUTS.map((name) => ({ label: text[name], href: `${here}?bo-cuc=${name}`, current: name === layout }))}
      />
      <h2>{text.forms}</h2>
      <FormParts />
      <h2>{text.lists}</h2>
      <ListParts />
      <h2>{text.states}</h2>
      <StateParts />
    </>
  )
  return LAYOUTS[layout](page, content)
}

export const SHOWCASE_LAYOUTS = ['portal', 'console', 'sign-in', 'print'] as const

const user = { name: 'Lê Thị Thí Dụ', note: 'Chuyên viên, Quầy 5', href: '#tai-khoan', signOutAction: '#dang-xuat' }

const LAYOUTS: Record<ShowcaseLayout, (page: PageProps, content: Child) => ReturnType<typeof PortalLayout>> = {
  portal: (page, content) => (
    <PortalLayout
      {...page}
      wide
      search={{}}
      navigation={[
        { label: 'Thủ tục', href: '#thu-tuc', current: true },
        { label: 'Tra cứu hồ sơ', href: '#tra-cuu' },
        { label: 'Số liệu', href: '#so-lieu' },
      ]}
    >
      {content}
    </PortalLayout>
  ),
  console: (page, content) => (
    <ConsoleLayout
      {...page}
      user={user}
      flash={{ title: 'Đã chuyển 3 hồ sơ sang Phòng Quản lý du lịch' }}
      navigation={[
        { label: 'Chờ tiếp nhận', href: '#cho-tiep-nhan', count: 7 },
        { label: 'Chờ tôi xử lý', href: '#cho-toi', count: 14, current: true },
        { label: 'Sắp đến hạn', href: '#sap-den-han', count: 9, tone: 'near' },
        { label: 'Quá hạn', href: '#qua-han', count: 2, tone: 'late' },
        { label: 'Chờ trả kết quả', href: '#cho-tra', count: 31 },
      ]}
      groups={[
        {
          heading: 'Tra cứu',
          items: [
            { label: 'Tất cả hồ sơ', href: '#tat-ca', count: 12480 },
            { label: 'Tính ngày hẹn trả', href: '#tinh-han' },
          ],
        },
      ]}
    >
      {content}
    </ConsoleLayout>
  ),
  'sign-in': (page, content) => <SignInLayout {...page}>{content}</SignInLayout>,
  print: (page, content) => <PrintLayout {...page}>{content}</PrintLayout>,
}

export type ShowcaseLayout = (typeof SHOWCASE_LAYOUTS)[number]

export interface ShowcaseProps {
  language: Language
  assets: Assets
  path: string
  layout?: ShowcaseLayout
  office?: Office
}
