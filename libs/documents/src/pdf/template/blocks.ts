/** The blocks of a body, in typst, one function to a kind. */
export const blocks = String.raw`
#let alignment-of(name) = if name == "left" { left } else if name == "right" { right } else { center }
#let revised(how, body) = if how == "in" {
  underline(offset: 0.2em, stroke: 0.06em + rgb("#123f9c"), text(fill: rgb("#123f9c"), body))
} else {
  strike(offset: -0.34em, stroke: 0.07em + rgb("#b01818"), text(fill: rgb("#b01818"), body))
}
#let run(it) = {
  let words = it.text.split("\n").map(part => text(part)).join(linebreak())
  let body = if it.page == none { words } else {
    context str(counter(page).at(label("annex-" + str(it.page))).first())
  }
  if it.font != none { body = text(..hand(it.font), body) }
  if it.bold { body = text(stroke: 0.03em, body) }
  if it.underline { body = underline(offset: 0.2em, body) }
  if it.revised != none { body = revised(it.revised, body) }
  body
}
#let runs(them) = them.map(run).join()

#show heading: set text(..line-box(base, pitch), weight: "regular")
#show heading: set block(above: 0pt, below: 0pt)
#show heading: it => block(sticky: true, width: 100%, indented(it.body))
#let heading-of(it) = {
  let role = ("hei", "kai", "fang", "fang").at(it.level - 1)
  heading(level: it.level, text(..hand(role), runs(it.runs)))
}
#let paragraph-of(it) = if it.align == none {
  if it.flush { par(first-line-indent: 0pt, runs(it.runs)) } else { indented(runs(it.runs)) }
} else {
  align(alignment-of(it.align), plain(runs(it.runs)))
}

#let cell-size = if formal { 12pt } else { 10.5pt }
#let cell-pitch = if formal { 18pt } else { 15.5pt }
#let cell-text(lines) = {
  set text(..line-box(cell-size, cell-pitch), tracking: 0pt)
  lines.map(line => plain(if type(line) == array { runs(line) } else { line })).join(parbreak())
}
#let remarks-of(it) = for remark in it.remarks {
  block(
    width: 100%,
    inset: (left: 2 * cell),
    text(fill: luma(60), ..hand("kai"), cell-text((remark,))),
  )
}
#let cell-of(it, head) = table.cell(
  colspan: it.columns,
  rowspan: it.rows,
  align: alignment-of(if it.align != none { it.align } else if head { "center" } else { "left" }) + horizon,
  breakable: it.long,
  text(..hand(if head or it.bold { "hei" } else { "fang" }), cell-text(it.lines)),
)
#let rule = 0.5pt + black
#let table-of(it) = {
  v(pitch / 4, weak: true)
  table(
    columns: it.widths.map(share => share * 1fr),
    stroke: rule,
    inset: (x: 3.5pt, y: 3pt),
    ..if it.head.len() > 0 { (table.header(..it.head.flatten().map(one => cell-of(one, true))),) },
    ..it.rows.flatten().map(one => cell-of(one, false)),
  )
  v(pitch / 4)
}

#let picture-of(it) = layout(area => {
  let width = calc.min(it.width * 1mm, area.width)
  let shown = image(it.path, width: width, alt: it.alt)
  let tall = measure(shown).height
  let most = paper-height - margins.top - margins.bottom - 2 * pitch
  let fitting = if tall > most { image(it.path, height: most, alt: it.alt) } else { shown }
  align(center, block(above: pitch / 4, below: pitch / 4, fitting))
})
#let qr-of(it) = align(center, block(breakable: false, above: pitch / 4, below: pitch / 4, {
  image(it.path, width: 28mm, alt: it.caption)
  plain(sized(9pt, 14pt, it.caption))
}))

#let form-label(label) = table.cell(align: center + horizon, text(..hand("hei"), cell-text(label)))
#let form-value(value) = table.cell(align: left + horizon, cell-text(value.split("\n")))
#let form(columns, rows, cells) = block(below: -0.5pt, table(
  columns: columns,
  rows: rows,
  stroke: rule,
  inset: (x: 4pt, y: 4.5pt),
  ..cells,
))
#let fields-of(it) = {
  let pairs = it.pairs
  let cells = if it.columns == 2 and calc.odd(pairs.len()) {
    let last = pairs.last()
    (
      ..pairs.slice(0, -1).map(pair => (form-label(pair.at(0)), form-value(pair.at(1)))).flatten(),
      form-label(last.at(0)),
      table.cell(colspan: 3, align: left + horizon, cell-text(last.at(1).split("\n"))),
    )
  } else {
    pairs.map(pair => (form-label(pair.at(0)), form-value(pair.at(1)))).flatten()
  }
  let columns = if it.columns == 2 { (18%, 32%, 18%, 32%) } else { (18%, 82%) }
  form(columns, auto, cells)
}
#let box-of(it) = form((18%, 82%), (it.lines * pitch + 9pt,), (form-label(it.label), []))

#let block-of(it) = if it.kind == "heading" { heading-of(it) } else if it.kind == "paragraph" {
  paragraph-of(it)
} else if it.kind == "table" { table-of(it) } else if it.kind == "picture" { picture-of(it) } else if (
  it.kind == "qr"
) { qr-of(it) } else if it.kind == "fields" { fields-of(it) } else if it.kind == "box" {
  box-of(it)
} else if it.kind == "space" { v(it.lines * pitch) } else if it.kind == "page" { pagebreak() }

#let is-form(it) = it.kind in ("fields", "box")
#let remarked(it) = {
  block-of(it)
  if it.kind in ("heading", "paragraph") { remarks-of(it) }
}
// What would not fit is moved as a whole: more than a third of a page stays where it is, and breaks.
#let is-short(body) = {
  let most = (paper-height - margins.top - margins.bottom) / 3
  measure(block(width: area-width, body)).height <= most
}
#let held(body) = context if is-short(body) { block(sticky: true, width: 100%, body) } else { body }
#let one-of(them, at) = {
  let before = if at > 0 { is-form(them.at(at - 1)) } else { false }
  if before and not is-form(them.at(at)) { v(pitch / 2) }
  remarked(them.at(at))
}
#let flow(them) = for (at, it) in them.enumerate() {
  if it.sticky { held(one-of(them, at)) } else { one-of(them, at) }
}
`;
