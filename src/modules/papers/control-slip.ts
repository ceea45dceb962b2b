/**
 * Mẫu số 06, Phiếu kiểm soát quá trình giải quyết hồ sơ (TT 03/2025/TT-VPCP, appendix I), A5. Its rows are the dossier's trace; nothing on it is typed.
 */
import type { Timeliness } from '#modules/dossier/index.ts'
import { legalMoment } from './legal-time.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

export interface ControlSlipData extends PaperHead {
  dossierCode: string
  settlingOffice: string
  coordinatingOffices: string[]
  receivedAt: Date
  dueAt: Date
  /** Hand-overs in the order they happened. */
  handovers: Handover[]
}

export interface Handover {
  fromUnit: string
  toUnit: string
  at: Date
  giver?: string
  /** Absent while nobody has taken it. */
  receiver?: string
  /** How the giving side stood to its limit; absent where it had none. */
  timeliness?: Timeliness
  note?: string
}

export function controlSlipPaper(slip: ControlSlipData): PaperSheet {
  return {
    form: 'PROCESS_CONTROL_SLIP',
    template: 'control-slip.typ',
    data: {
      ...printedHead('PROCESS_CONTROL_SLIP', slip),
      code: slip.dossierCode,
      settlingOffice: slip.settlingOffice,
      coordinatingOffices: slip.coordinatingOffices.join('; ') || 'Không có',
      receivedAt: legalMoment(slip.receivedAt),
      dueAt: legalMoment(slip.dueAt),
      handovers: slip.handovers.map(({ fromUnit, toUnit, at, giver, receiver, timeliness, note }) => ({
        fromUnit,
        toUnit,
        at: legalMoment(at),
        giver: giver ?? null,
        receiver: receiver ?? null,
        result: timeliness ? TIMELINESS_WORDS[timeliness] : '',
        note: note ?? '',
      })),
    },
    barcodes: { code: { kind: 'code128', text: slip.dossierCode } },
  }
}

const TIMELINESS_WORDS: Record<Timeliness, string> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' }
