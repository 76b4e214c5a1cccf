import { crc32, deflateRawSync } from 'node:zlib';

/** A part as it goes into a zip, and what the zip says of it where that is not the truth. */
export interface RawPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly declaredSize?: number;
  readonly flags?: number;
  /** The packed bytes, where they are not those of the content. */
  readonly packed?: Buffer;
  /** Lies over the part before it: its header is not written again. */
  readonly overPrevious?: true;
}

/** What both headers of a part say of it. */
function fieldsOf(part: RawPart, content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.flags ?? 0x0800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(part.declaredSize ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** A zip that may be whatever an attacker makes of it. */
export function rawZip(parts: readonly RawPart[], count = parts.length): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let [offset, previous] = [0, 0];
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.packed ?? deflateRawSync(content);
    const name = Buffer.from(part.name, 'utf8');
    const fields = fieldsOf(part, content, packed, name);
    if (!part.overPrevious) {
      previous = offset;
      locals.push(Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, packed]));
      offset += locals.at(-1)?.length ?? 0;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(previous, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, tail, name);
  }
  return Buffer.concat([...locals, ...directory, endOf(Buffer.concat(directory).length, count, offset)]);
}

function endOf(length: number, count: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
