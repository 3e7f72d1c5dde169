/** What a careful person gives a peer: no word, sign, dot or slash before, a letter first. */
export const peerPattern = /(?<![\w$@#&/.])[$@#][A-Za-z]\w{0,29}/g;
