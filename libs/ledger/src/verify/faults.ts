/** What is wrong with an institution's log or with what was derived from it. */
export interface Fault {
  /** The stream, or the name of what belongs to no single one (`log`). */
  readonly stream: string;
  /** The first bad version; 0 where the stream as a whole is meant. */
  readonly version: number;
  readonly fault:
    | 'malformed'
    | 'leaf-hash'
    | 'prev'
    | 'version'
    | 'stream'
    | 'institution'
    | 'columns'
    | 'time'
    | 'head'
    | 'sealed-body'
    | 'key'
    | 'text'
    | 'file'
    | 'leaf'
    | 'checkpoint'
    | 'cosignature'
    | 'tile'
    | 'fold'
    | 'item'
    | 'obligation'
    | 'deadline';
  readonly detail: string;
}

/** One line that names the place and says what is wrong. */
export const faultLine = ({ stream, version, fault, detail }: Fault): string =>
  `${stream} ${version}: ${fault}: ${detail}`;
