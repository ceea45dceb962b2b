import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'
import type { Office } from './page-props.ts'

const copy = words({
  vi: {
    owner: 'Cơ quan chủ quản',
    responsible: 'Chịu trách nhiệm chính',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
  },
  en: { owner: 'Owner', responsible: 'Responsible', address: 'Address', phone: 'Telephone', email: 'E-mail' },
})

/** Owner, responsible person, address, telephone and e-mail: TT 32/2017/TT-BTTTT art. 16 asks for them on every page. */
export function Footer({ office, children }: { office: Office; children?: Child }) {
  const text = useWords(copy)
  return (
    <footer class="footer">
      <div class="footer__inner">
        <p class="footer__name">{office.name}</p>
        <dl class="footer__facts">
          {office.owner && <Fact term={text.owner}>{office.owner}</Fact>}
          {office.responsiblePerson && <Fact term={text.responsible}>{office.responsiblePerson}</Fact>}
          {office.address && <Fact term={text.address}>{office.address}</Fact>}
          {office.phone && (
            <Fact term={text.phone}>
              <a href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>{office.phone}</a>
            </Fact>
          )}
          {office.email && (
            <Fact term={text.email}>
              <a href={`mailto:${office.email}`}>{office.email}</a>
            </Fact>
          )}
        </dl>
        {children}
      </div>
    </footer>
  )
}

function Fact({ term, children }: { term: string; children: Child }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
