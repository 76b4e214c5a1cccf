import fc from 'fast-check';
import { applyChanges, assemble, editToChange, type ByteChange } from './text-changes.ts';

const text = fc.string({ unit: fc.constantFrom('a', '\n', '§', '质', '控', '𠮷', '😀'), maxLength: 40 });
const cites = null;

describe('join@1', () => {
  test('gives a line feed to a chapter that lacks one when another follows', () => {
    expect(assemble(['一\n', '二', '三'])).toBe('一\n二\n三');
  });

  test('leaves one chapter, blank lines and line endings of other systems as they are', () => {
    expect(assemble(['一'])).toBe('一');
    expect(assemble(['一\n\n', '二\r\n', '三\n'])).toBe('一\n\n二\r\n三\n');
    expect(assemble([])).toBe('');
  });

  test('keeps every chapter byte for byte', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (contents) => {
        let at = 0;
        const whole = assemble(contents);
        for (const content of contents) {
          expect(whole.slice(at, at + content.length)).toBe(content);
          at += content.length + (content.endsWith('\n') ? 0 : 1);
        }
      }),
    );
  });
});

describe('an edit by quote', () => {
  test('becomes a change in UTF-8 bytes', () => {
    expect(editToChange('新增床位36张。😀完', { quote: '36', replacement: '31', cites })).toEqual({
      at: 12,
      cut: 2,
      put: '31',
      cites,
    });
    expect(editToChange('新增床位36张。😀完', { quote: '完', replacement: '', cites })).toEqual({
      at: 24,
      cut: 3,
      put: '',
      cites,
    });
  });

  test('has no place when its quote is absent or stands twice, overlapping too', () => {
    expect(editToChange('新增床位', { quote: '减少', replacement: '', cites })).toEqual({ found: 0 });
    expect(editToChange('36个，共36个', { quote: '36个', replacement: '', cites })).toEqual({ found: 2 });
    expect(editToChange('哈哈哈', { quote: '哈哈', replacement: '', cites })).toEqual({ found: 2 });
  });

  test('replaces exactly its quote, wherever it stands', () => {
    fc.assert(
      fc.property(text, text, text, text, (before, quote, after, replacement) => {
        const whole = before + quote + after;
        fc.pre(quote.length > 0);
        const change = editToChange(whole, { quote, replacement, cites });
        if ('found' in change) return;
        expect(applyChanges(whole, [change])).toBe(before + replacement + after);
        expect(new TextEncoder().encode(before)).toHaveLength(change.at);
      }),
    );
  });
});

describe('changes', () => {
  const change = (at: number, cut: number, put: string): ByteChange => ({ at, cut, put, cites });

  test('apply one after the other, each to what the one before left', () => {
    expect(applyChanges('质控', [change(0, 3, '品'), change(3, 3, '管'), change(6, 0, '处')])).toBe('品管处');
  });

  test('insert at the end and cut everything', () => {
    expect(applyChanges('质', [change(3, 0, '。')])).toBe('质。');
    expect(applyChanges('质', [change(0, 3, '')])).toBe('');
  });

  test.each([
    ['beyond the end', change(7, 0, 'x')],
    ['past the end', change(3, 4, 'x')],
    ['within a character', change(1, 0, 'x')],
    ['from a character into another', change(0, 4, 'x')],
  ])('are no changes of this text when they lie %s', (_, wrong) => {
    expect(() => applyChanges('质控', [wrong])).toThrow(RangeError);
  });

  test('agree with the bytes of the encoded text', () => {
    fc.assert(
      fc.property(text, text, text, fc.string({ maxLength: 5 }), (before, cut, after, put) => {
        const encode = (value: string): Uint8Array => new TextEncoder().encode(value);
        const one = change(encode(before).length, encode(cut).length, put);
        expect(applyChanges(before + cut + after, [one])).toBe(before + put + after);
      }),
    );
  });
});
