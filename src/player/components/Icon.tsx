/** An icon of the sprite. It never stands for itself: the control around it has a name. */
export function Icon({ name, class: extra }: { readonly name: string; readonly class?: string }) {
  return (
    <svg class={extra ? `ic ${extra}` : 'ic'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  )
}
