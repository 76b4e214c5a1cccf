/**
 * The page and the hands of a paper, in typst. Every text comes as a string out of `/paper.json`: nothing of a paper is
 * ever read as code. Lines have one fixed height (`pitch`) with the character in its middle, whatever the font says: that
 * is what makes 22 lines a page.
 *
 * @source GB/T 9704-2012 §5.2: 版心 156 mm × 225 mm, 22 lines of 28 characters, 3号仿宋
 */
export const setup = String.raw`
#let paper = json("/paper.json")
#let formal = paper.form != "sheet"
#let wide = paper.landscape
#let margins = if not formal { (top: 22mm, bottom: 22mm, left: 20mm, right: 20mm) } else if wide {
  (top: 28mm, bottom: 26mm, left: 37mm, right: 35mm)
} else { (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm) }
#let paper-width = if wide { 297mm } else { 210mm }
#let paper-height = if wide { 210mm } else { 297mm }
#let area-width = paper-width - margins.left - margins.right
#let base = if formal { 16pt } else { 12pt }
#let pitch = if formal { 28.98pt } else { 20pt }
#let tight = if formal { -0.21pt } else { 0pt }
#let cell = base + tight
#let red = rgb("#d7000f")

#let line-box(size, height) = (
  size: size,
  top-edge: 0.38 * size + height / 2,
  bottom-edge: 0.38 * size - height / 2,
)
#let face(one) = if type(one) == dictionary and one.covers == "quotes" {
  (name: one.name, covers: regex("[“”‘’…]"))
} else { one }
#let hand(role) = (font: paper.fonts.at(role).map(face))
#let sized(size, height, body) = text(..line-box(size, height), tracking: 0pt, body)
#let plain(body) = par(first-line-indent: 0pt, justify: false, body)
#let indented(body) = par(first-line-indent: (amount: 2 * cell, all: true), body)

#set document(
  title: paper.title,
  author: paper.author,
  date: datetime(
    year: paper.at.at(0),
    month: paper.at.at(1),
    day: paper.at.at(2),
    hour: paper.at.at(3),
    minute: paper.at.at(4),
    second: paper.at.at(5),
  ),
)
#set text(
  ..hand("fang"),
  ..line-box(base, pitch),
  tracking: tight,
  lang: "zh",
  region: "cn",
  hyphenate: false,
  cjk-latin-spacing: none,
  costs: (orphan: 0%, widow: 0%, runt: 0%),
)
#set par(leading: 0pt, spacing: 0pt, justify: true, linebreaks: "simple")
#set block(spacing: 0pt)

#let trace = sized(8pt, 14pt, text(fill: luma(90), paper.trace))
#let number-of(at) = if formal {
  sized(14pt, 14pt, text(..hand("song"), "— " + str(at) + " —"))
} else {
  sized(9pt, 14pt, "第" + str(at) + "页 共" + str(counter(page).final().first()) + "页")
}
`;

/** Numbers outside, 稿次 and 校验码 inside; a page with nothing but 版记 has no number, nor has the first of a letter. */
export const footer = String.raw`
#let is-numbered(at) = {
  let ends = query(<end-of-text>)
  let last = if ends.len() == 0 { at } else { ends.first().location().page() }
  at <= last and not (paper.form == "letter" and at == 1)
}
#let foot = context {
  let at = here().page()
  let number = if is-numbered(at) { number-of(at) } else { none }
  let space = h(if formal { 14pt } else { 0pt })
  set par(justify: false, first-line-indent: 0pt)
  v(if formal { 7mm - 7pt } else { 5mm })
  if not formal or calc.odd(at) {
    grid(columns: (1fr, auto), trace, [#number#space])
  } else {
    grid(columns: (1fr, auto), [#space#number], trace)
  }
}
#let behind = if paper.watermark == none { none } else {
  let mark = text(..hand("hei"), fill: luma(228), sized(40pt, 48pt, paper.watermark))
  for share in (20%, 50%, 80%) {
    place(horizon + center, dy: share - 50%, rotate(-30deg, box(mark)))
  }
}
#set page(
  width: paper-width,
  height: paper-height,
  margin: margins,
  footer-descent: 0pt,
  footer: foot,
  background: behind,
)
`;
