/** A text file that is taken in as it stands when the app is built. */
declare module '*.csv?raw' {
  const text: string
  export default text
}
