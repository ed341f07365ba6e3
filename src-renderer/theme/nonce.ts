/** The nonce that the shell put into this response; styles made at run time carry it. */
export const styleNonce: string =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
