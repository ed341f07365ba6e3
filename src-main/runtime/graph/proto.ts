/** Writes Protocol Buffers: fields with a number, in the order given. https://protobuf.dev/programming-guides/encoding */

const utf8 = new TextEncoder();

export class ProtoWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** A varint field (int32, int64, enum, bool); negative numbers as 64 bits of two's complement. */
  int(field: number, value: number): this {
    this.#varint(field * 8);
    return this.#varint(value);
  }

  float(field: number, value: number): this {
    this.#varint(field * 8 + 5);
    this.#reserve(4);
    new DataView(this.#bytes.buffer).setFloat32(this.#length, value, true);
    this.#length += 4;
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#varint(field * 8 + 2);
    this.#varint(value.length);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  text(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  /** A message inside this one. */
  message(field: number, write: (inner: ProtoWriter) => void): this {
    const inner = new ProtoWriter();
    write(inner);
    return this.bytes(field, inner.finish());
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #varint(value: number): this {
    this.#reserve(10);
    if (value >= 0 && value < 2 ** 31) {
      let small = value;
      for (; small > 127; small >>>= 7) this.#bytes[this.#length++] = (small & 127) | 128;
      this.#bytes[this.#length++] = small;
      return this;
    }
    let rest = BigInt.asUintN(64, BigInt(value));
    for (; rest > 127n; rest >>= 7n) this.#bytes[this.#length++] = Number(rest & 127n) | 128;
    this.#bytes[this.#length++] = Number(rest);
    return this;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
