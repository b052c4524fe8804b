/** The hatching of posts in which nobody works; stands once in a picture or page. */
export function Hatching({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="light-dark(#ffffff, #1f2123)" />
        <rect width="2" height="6" fill="light-dark(#6a3fa0, #c3a1f5)" />
      </pattern>
    </defs>
  )
}
