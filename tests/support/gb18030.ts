let table: Map<string, readonly [number, number]> | null = null;

/** The two-byte part of GB18030, turned round from the decoder that Node brings. */
export function gb18030(text: string): Buffer {
  table ??= twoByteTable();
  const bytes: number[] = [];
  for (const char of text) {
    const pair = table.get(char);
    if (pair !== undefined) bytes.push(...pair);
    else if (char.charCodeAt(0) < 0x80) bytes.push(char.charCodeAt(0));
    else throw new Error(`${char} has no two-byte form`);
  }
  return Buffer.from(bytes);
}

function twoByteTable(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Buffer.from([lead, trail]));
      if (char.length === 1 && char !== '\ufffd') found.set(char, [lead, trail]);
    }
  }
  return found;
}
