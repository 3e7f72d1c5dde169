/** Text without any of these holds no mention. */
export const anySigil = /[$@#＄＠＃]/;
