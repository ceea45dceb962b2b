/** What the system knows of a dossier for its result, in the words of administrative documents. A field that is not there has to be asked. */
import { getVersion } from '#modules/catalogue/index.ts'
import type { FieldValue, FieldValues } from '#modules/documents/index.ts'
import type { DossierDetail } from '#modules/dossier/index.ts'
import { findOfficerName } from '#modules/identity/index.ts'
import { issuingAgency } from '#modules/organization/index.ts'
import { handedInCount, legalDate, paperOffice } from '#modules/papers/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { knownFields } from './fields.ts'
import type { ResultTemplate } from './queries/result-templates.ts'
import type { Question } from './questions.ts'

/** Dots for what only the issue brings. */
const OPEN = '……'

/** People's committees stand alone on the letterhead (NĐ 30/2020/NĐ-CP, annex I, part II, 2.a). */
const WITHOUT_SUPERIOR = ['province', 'commune']

export async function factsOf(db: Queryable, dossier: DossierDetail, actor: Actor): Promise<FieldValues> {
  const agency = await issuingAgency(db, dossier.settlingUnit.id)
  const office = await paperOffice(db, agency.id)
  const { legalBasis } = await getVersion(db, dossier.procedure.versionId)
  const { owner, submitter, procedure, state } = dossier
  const hasSuperior = !WITHOUT_SUPERIOR.includes(agency.kind)
  return {
    ma_ho_so: dossier.code,
    ma_thu_tuc: procedure.code,
    ten_thu_tuc: procedure.name,
    truong_hop: procedure.caseName,
    can_cu: legalBasis.map((document) => ({ van_ban: cited(document) })),
    noi_dung: dossier.subject,
    ngay_tiep_nhan: legalDate(state.receivedAt ?? new Date(0)),
    ngay_hen_tra: legalDate(state.clock?.dueAt ?? new Date(0)),
    chu_ho_so: owner.name,
    so_dinh_danh: owner.identifier,
    ngay_sinh: owner.birthDate && formatDate(owner.birthDate),
    dia_chi: owner.address,
    dien_thoai: owner.phone,
    thu_dien_tu: owner.email,
    nguoi_dai_dien: owner.representative,
    nguoi_nop: submitter.name,
    thanh_phan: dossier.components.map((component) => ({ ten: component.name, so_luong: handedInCount(component) })),
    co_chu_quan: hasSuperior,
    co_quan_chu_quan: hasSuperior ? office.parent.toLocaleUpperCase('vi') : '',
    co_quan: office.name.toLocaleUpperCase('vi'),
    ten_co_quan: office.name,
    dia_danh: office.place,
    chuc_vu_dung_dau: agency.headTitle?.toLocaleUpperCase('vi'),
    can_bo_thu_ly: actor.kind === 'officer' ? await findOfficerName(db, actor.id) : null,
  }
}

/** What stands in the draft where the issue will put number, date and signer. */
export const openFields = ({ symbol }: ResultTemplate, facts: FieldValues, now: Date): FieldValues => ({
  so: OPEN,
  ky_hieu: symbol ?? OPEN,
  so_ky_hieu: `${OPEN}/${symbol ?? OPEN}`,
  ngay_ban_hanh: `ngày ${OPEN} tháng ${OPEN} năm ${localDate(now).slice(0, 4)}`,
  chuc_vu_ky: facts.chuc_vu_dung_dau ?? OPEN,
  nguoi_ky: OPEN,
})

/** The template's own questions, and those facts it uses that the dossier does not have. */
export function questionsOf(template: ResultTemplate, facts: FieldValues): Question[] {
  const used = new Set(template.fields.flatMap((field) => field.split('.')))
  const missing = knownFields.filter(
    ({ name, moment }) =>
      moment === 'dossier' && used.has(name) && (facts[name] === null || facts[name] === undefined || facts[name] === ''),
  )
  return [
    ...missing.filter(({ name }) => name !== 'co_quan_chu_quan').map(({ name, vi }): Question => ({ name, label: vi, kind: 'text' })),
    ...template.questions,
  ]
}

/** The facts a template uses, for whoever prepares the result to read. */
export const usedFacts = (template: ResultTemplate, facts: FieldValues): { name: string; value: FieldValue }[] => {
  const used = new Set(template.fields.flatMap((field) => field.split('.')))
  return knownFields.flatMap(({ name, moment }) => {
    const value = facts[name]
    return moment === 'dossier' && used.has(name) && value !== null && value !== undefined && value !== '' ? [{ name, value }] : []
  })
}

/** `Nghị định số 113/2013/NĐ-CP về hoạt động mỹ thuật`; a law carries its number behind its name. */
export function cited({ number, title }: { number: string | null; title: string | null }): string {
  if (!number) return title ?? ''
  const kind = KINDS.exec(title ?? '')?.[0]
  if (!title) return `Văn bản số ${number}`
  return kind ? `${kind} số ${number}${title.slice(kind.length)}` : `${title} số ${number}`
}

const KINDS = /^(?:Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Pháp lệnh|Văn bản hợp nhất)(?=\s|$)/iu
