import type { Child } from 'hono/jsx'
import { READ_OUTGOING } from '#modules/notification/index.ts'
import { nearDueHours } from '#modules/organization/index.ts'
import { READ_WATCH, totalOf } from '#modules/watch/index.ts'
import type { PageRequest, Reply } from '#platform/http/route.ts'
import { html } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import {
  ConsoleLayout,
  type ConsoleLayoutProps,
  type Facts,
  type NavigationGroup,
  type NavigationItem,
  type PageProps,
  rememberedPage,
  renderPage,
} from '#ui/index.ts'
import { officeOf } from '../office.ts'
import { WATCH_URL } from './canh-bao/kinds.ts'
import { decisionCounts } from './decision-counts.ts'
import { inboxHref } from './lam-viec/filters.ts'
import { prefetchHeader } from './prefetch.ts'
import { railFacts } from './rail-facts.ts'
import { workCounts } from './work-counts.ts'

const copy = words({
  vi: {
    mine: 'Việc của tôi',
    waiting: 'Chờ nhận xử lý',
    unit: 'Việc của đơn vị',
    instructions: 'Ý kiến chỉ đạo',
    watch: 'Cảnh báo bỏ quên',
    outgoing: 'Thông báo cần gửi',
    reminders: 'Nhắc việc',
    mentions: 'Nhắc đến tôi',
    views: 'Bộ lọc đã lưu',
    late: 'Quá hạn bước',
    near: (hours: number) => `Đến hạn trong ${hours} giờ`,
    receive: 'Tiếp nhận hồ sơ',
    filings: 'Chờ tiếp nhận',
    outside: 'Tiếp nhận ngoài Một cửa',
    toReturn: 'Chờ trả kết quả',
    interoperation: 'Phối hợp, liên thông',
    lookups: 'Tra cứu, báo cáo',
    dossiers: 'Tìm hồ sơ',
    figures: 'Số liệu giải quyết',
    lateDossiers: 'Hồ sơ quá hạn',
    apologies: 'Chưa xin lỗi',
    proposals: 'Đề xuất bổ sung',
    handover: 'Danh sách bàn giao',
    register: 'Sổ theo dõi hồ sơ',
    due: 'Tính ngày hẹn trả',
    administration: 'Quản trị',
    procedures: 'Danh mục thủ tục',
    processes: 'Quy trình nội bộ',
    resultTemplates: 'Mẫu kết quả',
    calendar: 'Lịch làm việc',
    organization: 'Tổ chức',
    officers: 'Cán bộ',
    roles: 'Vai trò và quyền',
    delegations: 'Ủy quyền',
    people: 'Con người, công việc',
    absences: 'Nghỉ, vắng mặt',
    handOver: 'Bàn giao công việc',
    tokens: 'Mã truy cập của đối tác',
    audit: 'Nhật ký',
    parameters: 'Tham số hệ thống',
  },
  en: {
    mine: 'My work',
    waiting: 'Waiting for my role',
    unit: 'Work of my units',
    instructions: 'Instructions',
    watch: 'Forgotten work',
    outgoing: 'Messages to be sent',
    reminders: 'Reminders',
    mentions: 'Mentions of me',
    views: 'Saved filters',
    late: 'Step overdue',
    near: (hours: number) => `Due within ${hours} hours`,
    receive: 'Receive a dossier',
    filings: 'Awaiting reception',
    outside: 'Received elsewhere',
    toReturn: 'Results to return',
    interoperation: 'With other agencies',
    lookups: 'Look up, reports',
    dossiers: 'Find dossiers',
    figures: 'Figures',
    lateDossiers: 'Late dossiers',
    apologies: 'Apologies owed',
    proposals: 'Proposed supplements',
    handover: 'Hand-over lists',
    register: 'Dossier register',
    due: 'Due date calculator',
    administration: 'Administration',
    procedures: 'Procedures',
    processes: 'Internal processes',
    resultTemplates: 'Result templates',
    calendar: 'Working calendar',
    organization: 'Organisation',
    officers: 'Officers',
    roles: 'Roles and rights',
    delegations: 'Delegations',
    people: 'People and work',
    absences: 'Absences',
    handOver: 'Hand over work',
    tokens: 'Partner tokens',
    audit: 'Audit trail',
    parameters: 'System settings',
  },
})

type ConsolePage = Pick<PageProps, 'title' | 'breadcrumbs' | 'hasErrors' | 'search'> & {
  status?: number
  /** Of the page's own, beside the enhancements. */
  scripts?: string[]
}

/** A page for officers: their work lists with counters on the left, and only the entries their rights open. */
export async function consolePage(request: PageRequest, page: ConsolePage, children: Child): Promise<Reply> {
  const around = await surroundings(request, page)
  return html(renderPage(<ConsoleLayout {...around}>{children}</ConsoleLayout>), page.status ?? 200, prefetchHeader)
}

/**
 * The same for a list that is opened all day: it is drawn again only when it shows something else (docs/decisions/0014-same-facts-same-page.md). `shows`: everything that `draw`
 * looks at, read in this request; what stands around it is counted in here.
 */
export async function rememberedConsolePage(request: PageRequest, page: ConsolePage, shows: Facts, draw: () => Child): Promise<Reply> {
  const { viewer, language, url } = request
  const around = await surroundings(request, page)
  const whose = JSON.stringify(viewer.actor)
  const body = rememberedPage(`${whose} ${language} ${url}`, [whose, JSON.stringify(around), ...shows], () => (
    <ConsoleLayout {...around}>{draw()}</ConsoleLayout>
  ))
  return html(body, page.status ?? 200, prefetchHeader)
}

/** All that stands around a page, as plain data. */
async function surroundings(request: PageRequest, page: ConsolePage): Promise<Omit<ConsoleLayoutProps, 'children'>> {
  const { services, language, viewer, url } = request
  return {
    ...page,
    language,
    office: await officeOf(services.database),
    assets: { css: services.assets.css, icon: services.assets.icon, scripts: [services.assets.enhance, ...(page.scripts ?? [])] },
    path: url,
    search: viewer.holds('dossier.search') && page.search,
    user: viewer.name ? { name: viewer.name, href: '/phien-lam-viec', signOutAction: '/dang-xuat' } : undefined,
    bell: viewer.actor.kind === 'officer' ? await bellOf(request) : undefined,
    groups: viewer.actor.kind === 'officer' ? await navigation(request) : [],
    flash: request.flash ? { title: request.flash } : undefined,
  }
}

async function bellOf(request: PageRequest): Promise<ConsoleLayoutProps['bell']> {
  const { reminders } = await railFacts(request)
  return { label: copy(request.language).reminders, href: '/nhac-viec', count: reminders }
}

async function navigation(request: PageRequest): Promise<NavigationGroup[]> {
  const { viewer, language, path, url } = request
  const text = copy(language)
  const [counts, calls, hours, decisions] = await Promise.all([
    workCounts(request),
    railFacts(request),
    nearDueHours(request.services.database),
    decisionCounts(request),
  ])
  const entry = (label: string, href: string, right: string | undefined, more: Pick<NavigationItem, 'count' | 'tone' | 'shortcut'> = {}) =>
    right && !viewer.holds(right) ? [] : [{ label, href, current: href.includes('?') ? url.startsWith(href) : path === href, ...more }]
  const groups: NavigationGroup[] = [
    {
      items: [
        ...entry(text.mine, '/lam-viec', undefined, { count: counts.mine }),
        ...entry(text.waiting, '/lam-viec?ds=cho-nhan', undefined, { count: counts.waiting }),
        ...entry(text.near(hours), '/lam-viec?ds=tat-ca&han=sap-den', undefined, {
          count: counts.near,
          tone: counts.near > 0 ? 'near' : undefined,
        }),
        ...entry(text.late, '/lam-viec?ds=tat-ca&han=qua-han', undefined, {
          count: counts.late,
          tone: counts.late > 0 ? 'late' : undefined,
        }),
        ...entry(text.unit, '/lam-viec/don-vi', 'workflow.reassign'),
        ...entry(text.watch, WATCH_URL, READ_WATCH, {
          count: calls.findings && totalOf(calls.findings),
          tone: calls.findings && totalOf(calls.findings) > 0 ? 'late' : undefined,
        }),
        ...entry(text.instructions, '/chi-dao', undefined, {
          count: calls.instructions,
          tone: calls.lateInstructions > 0 ? 'late' : undefined,
        }),
        ...entry(text.mentions, '/nhac-den', undefined, { count: calls.mentions, tone: calls.mentions > 0 ? 'near' : undefined }),
        ...entry(text.filings, '/cho-tiep-nhan', 'intake.receive', {
          count: calls.filings.waiting,
          tone: calls.filings.late > 0 ? 'late' : undefined,
        }),
        ...entry(text.proposals, '/de-xuat-bo-sung', 'settlement.ask-supplement', {
          count: decisions.proposals,
          tone: decisions.proposals > 0 ? 'near' : undefined,
        }),
        ...entry(text.apologies, '/xin-loi', 'settlement.extend', {
          count: decisions.apologies,
          tone: decisions.apologies > 0 ? 'late' : undefined,
        }),
        ...entry(text.receive, '/tiep-nhan', 'intake.receive', { shortcut: 't' }),
        ...entry(text.outside, '/ghi-nhan-ngoai', 'intake.record-outside'),
        ...entry(text.toReturn, '/tra-ket-qua', 'intake.return-result'),
        ...entry(text.outgoing, '/can-gui', READ_OUTGOING),
        ...entry(text.interoperation, '/lien-thong', 'settlement.answer-leg'),
        ...entry(text.handover, '/danh-sach-ban-giao', 'papers.hand-over'),
      ],
    },
    ...(calls.views.length > 0
      ? [{ heading: text.views, items: calls.views.flatMap((view) => entry(view.name, inboxHref(view), undefined, { count: view.count })) }]
      : []),
    {
      heading: text.lookups,
      items: [
        ...entry(text.dossiers, '/ho-so', 'dossier.search'),
        ...entry(text.figures, '/so-lieu', 'reporting.read'),
        ...entry(text.lateDossiers, '/qua-han', 'reporting.read'),
        ...entry(text.register, '/so-theo-doi', 'papers.register'),
        ...entry(text.due, '/tinh-han', undefined),
      ],
    },
    {
      heading: text.people,
      items: [
        ...entry(text.absences, '/vang-mat', undefined),
        ...entry(text.views, '/lam-viec/bo-loc', undefined),
        ...entry(text.delegations, '/uy-quyen', undefined),
        ...entry(text.handOver, '/ban-giao', 'workflow.hand-over-all'),
      ],
    },
    {
      heading: text.administration,
      items: [
        ...entry(text.procedures, '/danh-muc', 'catalogue.read'),
        ...entry(text.processes, '/quy-trinh', 'workflow.edit-process'),
        ...entry(text.resultTemplates, '/mau-ket-qua', 'results.edit-template'),
        ...entry(text.calendar, '/lich-lam-viec', 'calendar.edit'),
        ...entry(text.organization, '/to-chuc', 'organization.read'),
        ...entry(text.officers, '/can-bo', 'identity.manage-officers'),
        ...entry(text.roles, '/vai-tro', 'identity.manage-roles'),
        ...entry(text.tokens, '/ma-truy-cap', 'identity.manage-tokens'),
        ...entry(text.audit, '/nhat-ky', 'identity.read-audit'),
        ...entry(text.parameters, '/tham-so', 'system.settings'),
      ],
    },
  ]
  return groups.filter((group) => group.items.length > 0)
}
