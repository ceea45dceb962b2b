/** What is to happen, the earliest first; of two at the same moment the one that was put in first. */
export interface Queue<Item> {
  put(at: Date, item: Item): void
  /** When the next one is; undefined when nothing is left. */
  next(): Date | undefined
  take(): { at: Date; item: Item } | undefined
}

interface Entry<Item> {
  at: number
  order: number
  item: Item
}

/** A binary heap. */
export function createQueue<Item>(): Queue<Item> {
  const heap: Entry<Item>[] = []
  let order = 0
  const isBefore = (a: Entry<Item>, b: Entry<Item>) => a.at < b.at || (a.at === b.at && a.order < b.order)
  const at = (index: number): Entry<Item> => heap[index] as Entry<Item>
  const swap = (a: number, b: number) => {
    const kept = at(a)
    heap[a] = at(b)
    heap[b] = kept
  }
  return {
    put(when, item) {
      heap.push({ at: when.getTime(), order: order++, item })
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1
        if (!isBefore(at(index), at(parent))) break
        swap(index, parent)
        index = parent
      }
    },
    next: () => (heap[0] ? new Date(heap[0].at) : undefined),
    take() {
      const [first] = heap
      const last = heap.pop()
      if (!first || !last) return undefined
      if (heap.length > 0) {
        heap[0] = last
        for (let index = 0; ; ) {
          const children = [2 * index + 1, 2 * index + 2].filter((child) => child < heap.length)
          const [left = -1, right = -1] = children
          const smaller = right >= 0 && isBefore(at(right), at(left)) ? right : left
          if (smaller < 0 || !isBefore(at(smaller), at(index))) break
          swap(index, smaller)
          index = smaller
        }
      }
      return { at: new Date(first.at), item: first.item }
    },
  }
}
