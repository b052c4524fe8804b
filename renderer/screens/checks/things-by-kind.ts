import type { AttentionCode, AttentionItem } from '@shared/forecast/attention'
import { attentionKinds, type AttentionKind } from '@shared/forecast/attention-kinds'

/** The open things of one kind. */
export type KindOfThings = AttentionKind & { readonly code: AttentionCode; readonly items: readonly AttentionItem[] }

/** Things by kind, in the order in which the kinds first come: the pressing kinds, and the others. */
export function thingsByKind(items: readonly AttentionItem[]): {
  readonly pressing: readonly KindOfThings[]
  readonly quiet: readonly KindOfThings[]
} {
  const byCode = new Map<AttentionCode, AttentionItem[]>()
  for (const item of items) byCode.set(item.code, [...(byCode.get(item.code) ?? []), item])
  const kinds = [...byCode].map(([code, found]) => ({ ...attentionKinds[code], code, items: found }))
  return {
    pressing: kinds.filter(({ isPressing }) => isPressing),
    quiet: kinds.filter(({ isPressing }) => !isPressing),
  }
}
