/** Made at build time by `scripts/english-words.mjs`. */
declare module 'virtual:english-words' {
  /** Each word as a capital letter, which says how many letters it shares with the one before, and the rest. */
  const packed: string;
  export default packed;
}
