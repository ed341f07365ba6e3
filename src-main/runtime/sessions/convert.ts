/** Tensors in another type. */
import { fromHalf, toHalf } from '../graph/half.ts';
import { bytesOf, type DType } from '../graph/types.ts';
import type { Values } from './session.ts';

/** Rounds to the nearest number of the new type; integers are cut off. */
export function convert(values: Values, type: DType): Values {
  if (values.type === type) return values;
  const read = reader(values.type, values.data);
  const count = values.data.byteLength / bytesOf[values.type];
  const data = new Uint8Array(count * bytesOf[type]);
  const write = writer(type, data);
  for (let i = 0; i < count; i++) write(i, read(i));
  return { type, shape: values.shape, data };
}

export function reader(type: DType, data: Uint8Array): (i: number) => number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  switch (type) {
    case 'float32':
      return (i) => view.getFloat32(i * 4, true);
    case 'float64':
      return (i) => view.getFloat64(i * 8, true);
    case 'float16':
      return (i) => fromHalf(view.getUint16(i * 2, true));
    case 'bfloat16': {
      const word = new DataView(new ArrayBuffer(4));
      return (i) => {
        word.setUint32(0, view.getUint16(i * 2, true) << 16);
        return word.getFloat32(0);
      };
    }
    case 'int64':
      return (i) => Number(view.getBigInt64(i * 8, true));
    case 'int32':
      return (i) => view.getInt32(i * 4, true);
    case 'int8':
      return (i) => view.getInt8(i);
    case 'uint8':
    case 'bool':
      return (i) => view.getUint8(i);
  }
}

function writer(type: DType, data: Uint8Array): (i: number, value: number) => void {
  const view = new DataView(data.buffer);
  switch (type) {
    case 'float32':
      return (i, v) => view.setFloat32(i * 4, v, true);
    case 'float64':
      return (i, v) => view.setFloat64(i * 8, v, true);
    case 'float16':
      return (i, v) => view.setUint16(i * 2, toHalf(v), true);
    case 'bfloat16': {
      const word = new DataView(new ArrayBuffer(4));
      return (i, v) => {
        word.setFloat32(0, v);
        const bits = word.getUint32(0);
        const rounded = Number.isNaN(v) ? bits : bits + 0x7fff + ((bits >>> 16) & 1);
        view.setUint16(i * 2, rounded >>> 16, true);
      };
    }
    case 'int64':
      return (i, v) => view.setBigInt64(i * 8, BigInt(Math.trunc(v)), true);
    case 'int32':
      return (i, v) => view.setInt32(i * 4, v, true);
    case 'int8':
      return (i, v) => view.setInt8(i, v);
    case 'uint8':
      return (i, v) => view.setUint8(i, v);
    case 'bool':
      return (i, v) => view.setUint8(i, v ? 1 : 0);
  }
}
