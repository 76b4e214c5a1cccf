/** 修订痕迹: what was put in or taken out, by whom (科室 or office) and when (RFC 3339); a real revision in a Word file. */
export interface Revision {
  readonly how: 'in' | 'out';
  readonly by: string;
  readonly at: string;
}

/** 批注 of a paragraph, at the words that it quotes; at the whole paragraph where they do not stand there. */
export interface Remark {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  readonly text: string;
  readonly quote: string;
}

/** A piece of a line. */
export interface Run {
  readonly text: string;
  /** 仿宋 unless said otherwise. */
  readonly font?: 'fang' | 'hei' | 'kai' | 'song' | 'title';
  readonly bold?: true;
  readonly underline?: true;
  readonly revised?: Revision;
  /** In the place of the text, the page on which this annex of the paper begins, counted from 0; the text where nothing has pages. */
  readonly page?: number;
}

/** What stands in a cell: lines of text. */
export interface Cell {
  readonly lines: readonly string[];
  /** The lines in pieces, where some of them are revised; `lines` are then read by nobody. */
  readonly runs?: readonly (readonly Run[])[];
  readonly align?: 'left' | 'center' | 'right';
  readonly columns?: number;
  readonly rows?: number;
  readonly bold?: true;
}

/** What follows another in the body of a paper. `anchor` is a node id of the text, kept as a hidden bookmark in Word. */
export type Block =
  /** 一、 黑体 (1) · （一） 楷体 (2) · 1. (3) · （1） (4); the number stands in the text. */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly text: readonly Run[];
      readonly anchor?: string;
      /** The whole line came or went, with its line end. */
      readonly revised?: Revision;
      readonly remarks?: readonly Remark[];
    }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      /** Justified with two characters of indent unless said otherwise. */
      readonly align?: 'left' | 'center' | 'right';
      readonly flush?: true;
      /** 签名行: never parted from what stands over it by the end of a page. */
      readonly held?: true;
      readonly anchor?: string;
      /** The whole line came or went, with its line end. */
      readonly revised?: Revision;
      readonly remarks?: readonly Remark[];
    }
  | {
      readonly kind: 'table';
      /** Shares of the width of the type area. */
      readonly widths: readonly number[];
      /** Repeated on every page. */
      readonly head: readonly (readonly Cell[])[];
      readonly rows: readonly (readonly Cell[])[];
      /** What it is, for the list of tables and for screen readers. */
      readonly caption?: string;
      readonly anchor?: string;
      /** Rows that came or went as a whole; the head counts. */
      readonly revised?: ReadonlyMap<number, Revision>;
    }
  | {
      readonly kind: 'picture';
      readonly bytes: Uint8Array;
      readonly media: 'image/png' | 'image/jpeg';
      /** Millimetres; the height follows. */
      readonly width: number;
      readonly alt: string;
      readonly anchor?: string;
    }
  | { readonly kind: 'qr'; readonly data: string; readonly caption: string }
  /** 意见栏、签名栏: a box to write in by hand. */
  | { readonly kind: 'box'; readonly label: string; readonly lines: number }
  /** Labels and values, two pairs to a line when `columns` is 2. */
  | { readonly kind: 'fields'; readonly pairs: readonly (readonly [string, string])[]; readonly columns?: 2 }
  | { readonly kind: 'space'; readonly lines: number }
  | { readonly kind: 'page' };

/** 版头 of a document with a red head. */
export interface RedHead {
  /** 发文机关标志: 云州市中医院文件. */
  readonly mark: string;
  /** 发文字号; null while it has none: the space stays. */
  readonly number: string | null;
  /** 签发人, of a document that goes up (请示、报告); otherwise none. */
  readonly signers: readonly string[];
  readonly urgency?: string;
  readonly copy?: string;
}

/** What follows a paper on pages of its own. */
export interface Annex {
  readonly title: string;
  /** What stands over its title to the left: 附件, with its number where there are several, unless said otherwise; empty for a text that a paper issues or forwards, which is none of its annexes. */
  readonly label?: string;
  readonly body: readonly Block[];
}

/**
 * A paper of a hospital before it is a Word file or a PDF. `document`: 公文 with a red head; `letter`: 函; `minutes`:
 * 纪要; `sheet`: a form, register or report without a head.
 *
 * @source GB/T 9704-2012
 */
export interface Paper {
  readonly form: 'document' | 'letter' | 'minutes' | 'sheet';
  readonly head: RedHead | null;
  readonly title: string;
  /** 主送, without the colon. */
  readonly addressee?: string;
  readonly body: readonly Block[];
  /** 附件说明: their titles. */
  readonly attachments?: readonly string[];
  /** 署名 and 成文日期 (2026年3月5日), placed for a seal over both unless it gets none. */
  readonly signature?: { readonly name: string; readonly date: string; readonly unsealed?: true };
  /** 附注, without its brackets. */
  readonly note?: string;
  /** 附件, each on a new page. */
  readonly annexes?: readonly Annex[];
  /** 版记. */
  readonly imprint?: {
    readonly copies: readonly string[];
    readonly printer: string;
    /** 2026年3月5日. */
    readonly printed: string;
  };
  readonly landscape?: true;
  /** What every printed paper carries: 稿次 and 校验码 of the text it shows; either may be missing, never both without reason. */
  readonly trace: { readonly draft: string | null; readonly code: string | null };
  /** 内部资料 …: across every page. */
  readonly watermark?: string;
  /** Of the file. `at` (RFC 3339) is the law time of what it shows, so that the same paper is the same bytes. */
  readonly file: { readonly author: string; readonly at: string };
}
