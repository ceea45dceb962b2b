import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'
import { DefinitionList } from './definition-list.tsx'
import type { ShapeName } from './shape.tsx'
import { Tag, type Tone } from './tag.tsx'

const copy = words({
  vi: {
    valid: 'Chữ ký hợp lệ',
    invalid: 'Chữ ký không hợp lệ',
    unknown: 'Chưa kiểm tra được',
    unsigned: 'Chưa ký',
    signer: 'Người ký',
    position: 'Chức vụ',
    unit: 'Cơ quan',
    time: 'Thời điểm ký',
    certificate: 'Chứng thư số',
    reason: 'Lý do',
  },
  en: {
    valid: 'Signature is valid',
    invalid: 'Signature is not valid',
    unknown: 'Could not be checked',
    unsigned: 'Not signed yet',
    signer: 'Signed by',
    position: 'Position',
    unit: 'Agency',
    time: 'Signed at',
    certificate: 'Certificate',
    reason: 'Reason',
  },
})

/** Who signed a paper, when, and whether the signature holds. */
export function SignatureBlock(props: SignatureBlockProps) {
  const text = useWords(copy)
  const look = LOOKS[props.state]
  return (
    <div class="signature">
      <Tag tone={look.tone} shape={look.shape}>
        {text[props.state]}
      </Tag>
      <DefinitionList
        dense
        rows={[
          { term: text.reason, value: props.reason },
          { term: text.signer, value: props.signer },
          { term: text.position, value: props.position },
          { term: text.unit, value: props.unit },
          { term: text.time, value: props.time },
          { term: text.certificate, value: props.certificate },
        ]}
      />
    </div>
  )
}

const LOOKS: Record<SignatureState, { tone: Tone; shape: ShapeName }> = {
  valid: { tone: 'ok', shape: 'tick' },
  invalid: { tone: 'late', shape: 'cross' },
  unknown: { tone: 'near', shape: 'triangle' },
  unsigned: { tone: 'paused', shape: 'ring' },
}

export type SignatureState = 'valid' | 'invalid' | 'unknown' | 'unsigned'

export interface SignatureBlockProps {
  state: SignatureState
  signer?: string
  position?: string
  unit?: string
  /** In words: "16:40, 25/11/2026". */
  time?: string
  certificate?: string
  /** Why it is not valid or could not be checked. */
  reason?: string
}
