import { endOf, packedAside, type Packed } from './zip-out.ts';

/**
 * A zip as it is made: each file goes out as soon as it is there, so that a large one takes neither memory nor patience.
 * Whoever stops reading stops the making.
 */
export async function* zipFlow(files: AsyncIterable<Packed>): AsyncGenerator<Buffer, void, void> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const file of files) {
    const { local, central } = await packedAside(file, offset);
    directory.push(central);
    offset += local.length;
    yield local;
  }
  yield endOf(directory, offset);
}
