/**
 * What follows the body, in typst. 版记 stands on an even page, the back of the last sheet; a document of one page is
 * printed on one side and keeps it there. A line
 * less stands over 署名 where 附注 would otherwise be all that goes over the page.
 *
 * @source GB/T 9704-2012 §7.3.4 附件说明, §7.3.5 署名、日期和印章, §7.3.6 附注, §7.3.7 附件, §7.4 版记
 */
export const tail = String.raw`
#let attachments = if paper.attachments.len() > 0 {
  let many = paper.attachments.len() > 1
  let rows = paper.attachments.enumerate(start: 1).map(((at, name)) => (
    if at == 1 { plain(h(2 * cell) + "附件：" + h(0.01pt)) } else { [] },
    if many { plain(str(at) + "．") } else { [] },
    par(first-line-indent: 0pt, name),
  ))
  let list = grid(columns: (auto, auto, 1fr), ..rows.flatten())
  block(breakable: false, sticky: true, width: 100%, { v(pitch); list })
}

#let sealed(it) = layout(area => {
  let day = measure(it.date).width
  let name = measure(it.name).width
  let start = area.width - 4 * cell - day
  let name-start = calc.max(0pt, calc.min(start + (day - name) / 2, area.width - name))
  plain(h(name-start) + it.name)
  plain(h(start) + it.date)
})
#let unsealed(it) = layout(area => {
  let day = measure(it.date).width
  let name = measure(it.name).width
  let usual = area.width - 2 * cell - name
  let start = calc.max(0pt, calc.min(usual, area.width - 4 * cell - day))
  plain(h(start) + it.name)
  plain(h(start + 2 * cell) + it.date)
})
#let name-and-day = if paper.signature != none {
  let it = paper.signature
  if it.sealed { sealed(it) } else { unsealed(it) }
}
#let note = if paper.note != none { indented("（" + paper.note + "）") }
#let signed = block(breakable: false, width: 100%, { name-and-day; note })
// The last words of the body, where they go with 署名: without them it would stand alone on a page.
#let last = if paper.signature != none and paper.attachments.len() == 0 and paper.body.len() > 0 {
  if paper.body.last().kind in ("heading", "paragraph") { one-of(paper.body, paper.body.len() - 1) }
}
#let body = if last == none { flow(paper.body) } else {
  flow(paper.body.slice(0, -1))
  context if not is-short(last) { last }
}
#let signature = if paper.signature != none {
  layout(area => {
    let over = if last != none and is-short(last) { last }
    let high = measure(block(width: area.width, { over; signed })).height
    let left = paper-height - margins.bottom - here().position().y
    let usual = if paper.signature.sealed and formal { 2 } else { 1 }
    let lines = if usual * pitch + high > left and pitch + high <= left { 1 } else { usual }
    block(breakable: false, width: 100%, { over; v(lines * pitch); signed })
  })
} else { note }

#let annex-of(at, it) = {
  pagebreak(weak: true)
  [#metadata(none)#label("annex-" + str(at))]
  if it.label != "" {
    plain(text(..hand("hei"), it.label))
    v(pitch)
  }
  title-of(it.title-lines)
  v(pitch)
  flow(it.body)
}
#let annexes = for (at, it) in paper.annexes.enumerate() { annex-of(at, it) }

#let thick = line(length: 100%, stroke: 0.35mm)
#let thin = line(length: 100%, stroke: 0.25mm)
#let small = 14pt
#let copies() = grid(
  columns: (small, auto, 1fr, small),
  [],
  plain("抄送：" + h(0.01pt)),
  plain(paper.imprint.copies),
  [],
)
#let imprint() = {
  set text(..line-box(small, 24pt), tracking: 0pt)
  let bare = paper.form == "letter"
  if not bare { thick }
  if paper.imprint.copies != none {
    copies()
    if not bare { thin }
  }
  if not bare {
    grid(
      columns: (small, 1fr, auto, small),
      [], plain(paper.imprint.printer), plain(paper.imprint.printed), [],
    )
    thick
  }
}
// Where the text ends, not where this stands: what breaks the page moves over it with all that it is part of.
#let closing = if paper.imprint != none {
  context {
    let high = measure(block(width: area-width, imprint())).height
    let at = locate(<end-of-text>).position()
    let left = paper-height - margins.bottom - at.y
    let room = left >= high + pitch
    let backs = paper.form in ("document", "minutes") and at.page > 1
    if backs and (calc.odd(at.page) or not room) {
      pagebreak(to: "even")
    } else if not room { pagebreak() }
    place(bottom, block(width: 100%, imprint()))
  }
}

#opening
#body
#attachments
#signature
#annexes
#metadata(none) <end-of-text>
#closing
`;
