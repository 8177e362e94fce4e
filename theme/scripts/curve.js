import { pow } from "@noble/curves/abstract/modular.js";
import { montgomery } from "@noble/curves/abstract/montgomery.js";

const P = 2n ** 255n - 19n;

/**
 * X25519 (RFC 7748, section 5), for browsers whose own cryptography has none. The build puts this module in the place of
 * the package's, which brings the signatures of Ed25519 along: 18 KB of script that nothing here asks for.
 */
export const x25519 = montgomery({
  P,
  type: "x25519",
  powPminus2: (x) => pow(x, P - 2n, P),
  adjustScalarBytes(/** @type {Uint8Array<ArrayBuffer>} */ bytes) {
    const [first = 0, last = 0] = [bytes[0], bytes[31]];
    bytes[0] = first & 0xf8;
    bytes[31] = (last & 0x7f) | 0x40;
    return bytes;
  },
});
