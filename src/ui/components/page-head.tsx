import type { Child } from 'hono/jsx'

/** The top of a page about one thing: a small line above (its code), the heading, its state, facts in a line, and what can be done. */
export function PageHead({ kicker, title, level = 1, state, facts, actions }: PageHeadProps) {
  const Heading = `h${level}` as const
  return (
    <div class="page-head">
      <div class="page-head__text">
        {kicker && <p class="page-head__kicker">{kicker}</p>}
        <Heading>{title}</Heading>
        {(state || facts) && (
          <div class="page-head__facts">
            {state}
            {facts}
          </div>
        )}
      </div>
      {actions && <div class="page-head__actions">{actions}</div>}
    </div>
  )
}

/** Content with a column beside it; under each other on phones. */
export const Split = ({ side, children }: { side: Child; children: Child }) => (
  <div class="split">
    <div class="split__main flow">{children}</div>
    <aside class="split__side flow">{side}</aside>
  </div>
)

/** Fields or panels side by side where there is room. */
export const FieldRow = ({ children }: { children: Child }) => <div class="field-row">{children}</div>

export interface PageHeadProps {
  kicker?: Child
  title: Child
  /** 1, unless the page shows several. */
  level?: 1 | 2 | 3 | 4
  /** A `DueBadge` or `Tag`. */
  state?: Child
  facts?: Child
  actions?: Child
}
