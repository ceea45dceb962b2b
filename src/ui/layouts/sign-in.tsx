import { FlashMessages } from '../components/flash.tsx'
import { HtmlDocument } from './document.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { PageProps } from './page-props.ts'

/** One narrow column and one thing to do: signing in, setting up the first administrator. */
export function SignInLayout(props: PageProps) {
  return (
    <HtmlDocument page={props} look="sign-in">
      <Header office={props.office} home="/" path={props.path} />
      <div class="sign-in__column">
        <FlashMessages flash={props.flash} />
        <main id="noi-dung" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <Footer office={props.office} />
    </HtmlDocument>
  )
}
