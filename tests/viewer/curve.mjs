// Agrees on secrets by the viewer's own curve and by Node's, and prints both.
import { diffieHellman, generateKeyPairSync } from "node:crypto";
import { x25519 } from "../../theme/scripts/curve.js";

const FROM_RFC = ["a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4", "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"];
const bytes = (hex) => Uint8Array.from(Buffer.from(hex, "hex"));
const hex = (given) => Buffer.from(given).toString("hex");
const raw = (key, format) => key.export({ format: "der", type: format }).subarray(-32);

const agreed = [];
for (let time = 0; time < 8; time++) {
  const [ours, theirs] = [generateKeyPairSync("x25519"), generateKeyPairSync("x25519")];
  const secret = raw(ours.privateKey, "pkcs8");
  agreed.push({
    known: hex(diffieHellman({ privateKey: ours.privateKey, publicKey: theirs.publicKey })),
    found: hex(x25519.scalarMult(Uint8Array.from(secret), Uint8Array.from(raw(theirs.publicKey, "spki")))),
    open: hex(raw(ours.publicKey, "spki")),
    made: hex(x25519.scalarMultBase(Uint8Array.from(secret))),
  });
}
console.log(JSON.stringify({ rfc: hex(x25519.scalarMult(bytes(FROM_RFC[0]), bytes(FROM_RFC[1]))), agreed }));
