import { firstDifference } from './stop.ts';

describe('the first difference', () => {
  test('none between equal texts', () => {
    expect(firstDifference('甲\n乙', '甲\n乙')).toBeNull();
  });

  test('its line, and what stands there in each', () => {
    expect(
      firstDifference('一、总则\n二、全院36个项目\n三、附则', '一、总则\n二、全院31个项目\n三、附则'),
    ).toEqual({
      line: 2,
      decided: '一、总则\n二、全院36个项目\n三、附则',
      current: '一、总则\n二、全院31个项目\n三、附则',
    });
  });

  test('what was added at the end, and characters of two code units', () => {
    expect(firstDifference('正文', '正文。')).toMatchObject({ line: 1, decided: '正文', current: '正文。' });
    expect(firstDifference('𠮷祥', '𠮷利')).toMatchObject({ line: 1, decided: '𠮷祥', current: '𠮷利' });
  });

  test('a few characters around it, however long the texts', () => {
    const found = firstDifference(
      `${'前'.repeat(500)}甲${'后'.repeat(500)}`,
      `${'前'.repeat(500)}乙${'后'.repeat(500)}`,
    );
    expect([found?.decided.includes('甲'), found?.current.includes('乙')]).toEqual([true, true]);
    expect(found?.decided.length).toBeLessThan(120);
  });
});
