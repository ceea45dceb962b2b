import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'

const copy = words({ vi: { print: 'In' }, en: { print: 'Print' } })

/**
 * Says what comes out: "In phiếu hẹn (A5)". With `href` it opens the paper; without, it prints this page, and shows only where scripts run.
 */
export function PrintButton({ what, href, look = 'secondary', small }: PrintButtonProps) {
  const text = useWords(copy)
  const name = `button button--${look}${small ? ' button--small' : ''}`
  if (href === undefined) {
    return (
      <button class={name} type="button" data-enhance="print" hidden>
        {text.print} {what}
      </button>
    )
  }
  return (
    <a class={name} href={href} target="_blank" rel="noopener">
      {text.print} {what}
    </a>
  )
}

export interface PrintButtonProps {
  /** "phiếu hẹn (A5)", "trang này". */
  what: string
  href?: string
  look?: 'primary' | 'secondary'
  small?: boolean
}
