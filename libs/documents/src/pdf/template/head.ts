/**
 * 版头 and what stands before the body, in typst.
 *
 * @source GB/T 9704-2012 §7.2 版头, §7.3.1 标题, §7.3.2 主送机关, §10.1 信函格式, §10.3 纪要格式
 */
export const head = String.raw`
#let mark-of(size) = align(center, plain(text(
  ..hand("title"),
  size: size,
  top-edge: 0.86em,
  bottom-edge: -0.1em,
  tracking: 0pt,
  fill: red,
  paper.head.mark,
)))
#let corner = for line in paper.head-notes { plain(text(..hand("hei"), line)) }
#let red-rule = {
  v(4mm)
  line(length: 100%, stroke: 1.6pt + red)
}

#let signed-number() = grid(
  columns: (1fr, auto),
  align: (left + bottom, right + bottom),
  plain(h(cell) + paper.head.number),
  grid(
    columns: (auto, auto),
    plain("签发人：" + h(0.01pt)),
    {
      set text(..hand("kai"))
      for pair in paper.head.signers { plain(pair + h(cell)) }
    },
  ),
)
#let number-line() = if paper.head.signers.len() > 0 { signed-number() } else {
  align(center, plain(paper.head.number))
}

#let red-head() = {
  place(top + left, corner)
  v(35mm)
  mark-of(paper.head.mark-size * 1pt)
  v(2 * pitch)
  number-line()
  red-rule
}

#let double-rule(upper, lower) = block(width: 170mm, {
  line(length: 100%, stroke: upper + red)
  v(3pt)
  line(length: 100%, stroke: lower + red)
})
#let letter-head() = {
  place(bottom, dx: -8mm, dy: 15mm, double-rule(0.7pt, 2pt))
  v(-7mm)
  mark-of(paper.head.mark-size * 1pt)
  v(4mm)
  move(dx: -8mm, double-rule(2pt, 0.7pt))
  v(2mm)
  grid(columns: (1fr, auto), corner, plain(paper.head.number))
}

#let title-of(lines) = {
  let size = if formal { 22pt } else { 18pt }
  let height = if formal { 33pt } else { 28pt }
  set text(..hand("title"), ..line-box(size, height), tracking: 0pt)
  align(center, for line in lines { plain(line) })
}
#let opening = {
  if paper.head != none {
    if paper.form == "letter" { letter-head() } else { red-head() }
    v(2 * pitch)
  }
  title-of(paper.title-lines)
  v(if formal { pitch } else { pitch / 2 })
  if paper.addressee != none { par(first-line-indent: 0pt, paper.addressee + "：") }
}
`;
