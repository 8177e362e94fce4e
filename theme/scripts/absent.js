// What the age package can do besides X25519 (post-quantum and P-256 recipients, scrypt), and the viewer never
// asks of it. The build puts this module in the place of those, which are three quarters of the whole script.

/** @type {() => never} */
const absent = () => {
  throw new Error("left out of the viewer");
};

export const MLKEM768P256 = { absent };
export const MLKEM768X25519 = { absent };
export const p256 = { absent };
export const scrypt = absent;
