/**
 * What a component knows of the page around it without being told: the language, the form it stands in. A page is rendered in one go, from the outside in, so the value is
 * simply set while what is inside is rendered.
 */
import type { ComponentChildren } from 'preact'

export interface Context<Value> {
  Provider: Provider<Value>
  /** Of the nearest provider around; outside of all, the first value. */
  value: Value
}

export function createContext<Value>(first: Value): Context<Value> {
  const context: Context<Value> = { Provider: (({ children }) => children) as Provider<Value>, value: first }
  context.Provider.context = context
  return context
}

export const useContext = <Value>({ value }: Context<Value>): Value => value

export const isProvider = (type: unknown): type is Provider<unknown> => typeof type === 'function' && 'context' in type

export function provide<Result>({ context }: Provider<unknown>, value: unknown, render: () => Result): Result {
  const outer = context.value
  context.value = value
  try {
    return render()
  } finally {
    context.value = outer
  }
}

interface Provider<Value> {
  (props: { value: Value; children?: ComponentChildren }): ComponentChildren
  context: Context<Value>
}
