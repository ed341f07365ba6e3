import { describe, expect, it } from 'vitest';
import { ProtoWriter } from '../../../../src-main/runtime/graph/proto.ts';

const hex = (writer: ProtoWriter): string => Buffer.from(writer.finish()).toString('hex');

describe('protocol buffers', () => {
  it('are as the examples of the encoding guide', () => {
    expect(hex(new ProtoWriter().int(1, 150))).toBe('089601');
    expect(hex(new ProtoWriter().text(2, 'testing'))).toBe('120774657374696e67');
    expect(hex(new ProtoWriter().message(3, (m) => m.int(1, 150)))).toBe('1a03089601');
  });

  it('hold negative and large numbers as 64 bits', () => {
    expect(hex(new ProtoWriter().int(1, -2))).toBe('08feffffffffffffffff01');
    expect(hex(new ProtoWriter().int(1, 2 ** 40))).toBe('08808080808020');
    expect(hex(new ProtoWriter().int(1, 2 ** 31 - 1))).toBe('08ffffffff07');
    expect(hex(new ProtoWriter().int(16, 0))).toBe('800100');
  });

  it('hold floats as four bytes, and any length of text', () => {
    expect(hex(new ProtoWriter().float(2, 1.5))).toBe('150000c03f');
    const long = 'é'.repeat(3_000);
    const bytes = new ProtoWriter().int(1, 1).text(2, long).finish();
    expect(Buffer.from(bytes.subarray(5)).toString('utf8')).toBe(long);
    expect([...bytes.subarray(2, 5)]).toEqual([0x12, 0xf0, 0x2e]); // 6000 = 0x2e << 7 | 0x70
  });
});
