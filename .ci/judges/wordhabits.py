"""Plans as Word, LibreOffice and Google Docs write them, for the judge wordplan: each with
what that program puts into a document beside its words."""

import shutil
import subprocess
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ALL = W + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def package(file, body, **parts):
    """A .docx of raw parts: the body of the document, and others by their names."""
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    types += f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'
    relations = '<Relationship Id="rIdLink" Type="' + OFFICE + 'hyperlink" Target="https://kursen.example/anmalan" TargetMode="External"/>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as z:
        for n, (name, xml) in enumerate(parts.items()):
            types += f'<Override PartName="/word/{name}.xml" ContentType="{KIND}{name.rstrip("1")}+xml"/>'
            relations += f'<Relationship Id="rId{n + 1}" Type="{OFFICE}{name.rstrip("1")}" Target="{name}.xml"/>'
            z.writestr(f"word/{name}.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)
        z.writestr("[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>')
        z.writestr("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>')
        z.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {ALL}><w:body>{body}</w:body></w:document>')


def r(text, more=""):
    return f'<w:r>{f"<w:rPr>{more}</w:rPr>" if more else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, style="", more=""):
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    return f'<w:p w:rsidR="00A77B3E">{f"<w:pPr>{properties}</w:pPr>" if properties else ""}<w:proofErr w:type="spellStart"/>{"".join(x if x.startswith("<") else r(x) for x in runs)}</w:p>'


def tc(*blocks, more=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="2265" w:type="dxa"/>{more}</w:tcPr>{"".join(b if b.startswith("<w:") else p(b) for b in blocks) or "<w:p/>"}</w:tc>'


def tr(*cells, more=""):
    return f'<w:tr>{f"<w:trPr>{more}</w:trPr>" if more else ""}{"".join(c if c.startswith("<w:") else tc(c) for c in cells)}</w:tr>'


def tbl(*rows, grid=(2265, 2265, 2265, 2265), style=""):
    return f'<w:tbl><w:tblPr>{f"""<w:tblStyle w:val="{style}"/>""" if style else ""}<w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{"".join(f"""<w:gridCol w:w="{w}"/>""" for w in grid)}</w:tblGrid>{"".join(rows)}</w:tbl>'


def style(id_, name, more=""):
    return f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'


ABOVE, FIRST = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
BULLET, NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'


def word(file):
    """Word in Swedish: its styles' names, tracked changes, content controls, lists, a text
    box that stands there twice, notes, comments, a table within a cell."""
    changed = {"w:ins": "t", "w:del": "delText", "w:moveFrom": "t", "w:moveTo": "t"}

    def change(name, text):
        return f'<{name} w:id="9" w:author="Åsa" w:date="2025-01-07T09:00:00Z"><w:r><w:{changed[name]} xml:space="preserve">{text}</w:{changed[name]}></w:r></{name}>'

    box = f"<w:txbxContent>{p('Rutan säger: fråga sekretariatet.')}</w:txbxContent>"
    boxed = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="3" name="Textruta 3" descr="Ruta med råd"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    comment = '<w:commentRangeStart w:id="4"/>' + r("Region Kronoberg") + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    link = '<w:hyperlink r:id="rIdLink"><w:r><w:rPr><w:rStyle w:val="Hyperlnk"/></w:rPr><w:t>Anmälan här</w:t></w:r></w:hyperlink>'
    control = '<w:sdt><w:sdtPr><w:alias w:val="Startdatum"/><w:date w:fullDate="2025-02-01T00:00:00Z"/></w:sdtPr><w:sdtContent>' + r("2025-02-01") + "</w:sdtContent></w:sdt>"
    inner = tbl(tr("vecka ett", "studiebesök"), tr("vecka två", "praktik"), grid=(1000, 1000))
    heads = tr(*[tc(p(r(h, "<w:b/>"))) for h in ("Samverkansområden", "Insatser/uppdrag", "Genomförande (ansvar och hur)", "Uppföljning (ansvar och hur)")], more="<w:tblHeader/>")
    area = "Utveckla insatser för nyanlända som leder till att fler utbildar sig, vidareutbildar sig eller får arbete."
    table = tbl(
        heads,
        tr(tc(p(area), more=FIRST), tc(p(r("Verkstadsspåret", "<w:b/>"), note), p(control, " – 2025-11-30")), tc(p("Bedrivs av Älmhults kommun."), p("svetskurs", style="Liststycke", more=BULLET), p("körkortsteori", style="Liststycke", more=BULLET), p(link), inner), tc(p("Älmhult ansvarar för uppföljningen", change("w:ins", " med enkät"), change("w:del", " utan bortfall"), "."))),
        tr(tc(more=ABOVE), tc(p(r("Vägen vidare", "<w:b/>"), '<w:r><w:br/></w:r>', r("hösten 2025"))), tc(p(comment, " tillsammans med Ljungby kommun."), p("första steget", more=NUMBER), p("andra steget", more=NUMBER)), tc(p("Antal deltagare", '<w:r><w:noBreakHyphen/></w:r>', r("mål: 25.")))),
        style="Tabellrutnt")
    second = tbl(
        tr(tc(p(r("Delaktighet", "<w:b/>")), more='<w:gridSpan w:val="4"/>')), heads,
        tr("Vidareutveckla insatser för ett tryggt föräldraskap", tc(p("Föräldrakafé"), p("mars–juni 2025")), tc(p("Lessebo kommun svarar för kaféet.", change("w:moveTo", " Flyttad mening."))), tc(p("Samtal.", r(" dold rad", "<w:vanish/>")))))
    body = p("Handlingsplan 2025", style="Rubrik") + p("Arbetsmarknad och kompetens", style="Rubrik1") + p("Se även bilagan.", change("w:moveFrom", " Flyttad mening."), boxed)
    body += f'<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{table}</w:sdtContent></w:sdt>' + p("Tabell ", '<w:fldSimple w:instr=" SEQ Tabell ">' + r("1") + "</w:fldSimple>", r(". Insatser under året."), style="Beskrivning") + second
    body += '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/></w:sectPr>'
    package(
        file, body,
        styles=f'<w:styles {W}>{style("Normal", "Normal")}{style("Rubrik", "Title")}{style("Rubrik1", "heading 1", """<w:pPr><w:outlineLvl w:val="0"/></w:pPr>""")}{style("Liststycke", "List Paragraph")}{style("Beskrivning", "caption")}</w:styles>',
        footnotes=f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">{p("Finansieras av utvecklingsfonden.", style="Fotnotstext")}</w:footnote></w:footnotes>',
        comments=f'<w:comments {W}><w:comment w:id="4" w:author="Bo Ek" w:initials="BE">{p("Är detta beslutat?")}</w:comment></w:comments>',
        header1=f"<w:hdr {W}>{p('Remissversion tre')}</w:hdr>",
        footer1=f"<w:ftr {W}>{p('Dnr 417 i diariet')}</w:ftr>",
        numbering=f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def google(file):
    """Google Docs: everything is formatted where it stands, widths are fractions, every
    table and every run with a comment is in a control of its own, bookmarks all over."""
    plain = '<w:pageBreakBefore w:val="0"/><w:spacing w:line="276" w:lineRule="auto"/>'
    mark = '<w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_heading=h.gjdgxs" w:id="0"/><w:bookmarkEnd w:id="0"/>'

    def control(content, n):
        return f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/><w:id w:val="{n}"/><w:tag w:val="goog_rdk_{n}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'

    def g(text, big=False):
        return p(mark, r(text, '<w:rtl w:val="0"/>' + ('<w:b w:val="1"/><w:sz w:val="40"/>' if big else "")), more=plain)

    def row(*cells):
        return tr(*[tc(*[g(line) for line in c.split("\n")], more='<w:tcMar><w:top w:w="100.0" w:type="dxa"/></w:tcMar>') for c in cells], more='<w:cantSplit w:val="0"/><w:tblHeader w:val="0"/>')

    commented = control('<w:commentRangeStart w:id="0"/>', 7) + r("Enkät i juni", '<w:rtl w:val="0"/>') + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    rows = [
        row("Insats", "Ansvarig", "Beskrivning", "Tidplan", "Uppföljning", "Budget"),
        tr(tc(g("Tidigt stöd")), tc(g("Region Kronoberg, Växjö kommun")), tc(p("samtal", more=BULLET), p("grupper", more=BULLET)), tc(g("mars–juni 2025")), tc(p(commented)), tc(g("75 000 kr"))),
        row("Hälsokväll\nför hela familjen", "Migratonsverket", "Information på sex språk", "löpande", "Räknas", ""),
    ]
    body = g("Handlingsplan 2025", True) + g("Hälsa", True) + control(tbl(*rows, grid=("2257.25", "1504.8333333333333", "1504.83", "1504.83", "1504.83", "902.9")), 3) + g("Slutord från gruppen.") + "<w:sectPr/>"
    package(file, body, comments=f'<w:comments {W}><w:comment w:id="0" w:author="Siv">{p("Vem skickar den?")}</w:comment></w:comments>')


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Åsa</dc:creator><dc:date>2025-01-07T09:00:00</dc:date></office:change-info><text:p>strukna ord</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Handlingsplan 2025</text:h><text:h text:outline-level="2">Delaktighet</text:h>
<text:p>Inledande text<text:change text:change-id="c1"/> om året. <draw:frame draw:name="Ruta" text:anchor-type="char" svg:width="4cm" svg:height="2cm"><draw:text-box><text:p>En ruta vid sidan.</text:p></draw:text-box></draw:frame></text:p>
<table:table><table:table-column table:number-columns-repeated="4"/>
<table:table-header-rows><table:table-row>%s</table:table-row></table:table-header-rows>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Vidareutveckla insatser för ett tryggt föräldraskap</text:p></table:table-cell><table:table-cell><text:p>Öppen förskola<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Även på lördagar.</text:p></text:note-body></text:note></text:p><text:p>våren 2025</text:p></table:table-cell><table:table-cell><text:p>Tingsryds kommun ansvarar för förskolan.</text:p><text:list><text:list-item><text:p>sång</text:p></text:list-item><text:list-item><text:p>lek och bygge</text:p></text:list-item></text:list></table:table-cell><table:table-cell><text:p>Besöken räknas<office:annotation><dc:creator>Bo</dc:creator><text:p>Var räknas de?</text:p></office:annotation> varje månad.</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>Pappagrupp</text:p></table:table-cell><table:table-cell><text:p>Drivs av Uppvidinge kommun.</text:p></table:table-cell><table:table-cell><text:p>Intervjuer.</text:p></table:table-cell></table:table-row>
</table:table><text:p>Efterord.</text:p></office:text></office:body></office:document>"""

PAGE = """<html><head><meta charset="utf-8"></head><body><h1>Handlingsplan 2025</h1><h2>Boende</h2>
<table border="1"><tr><th>Insats</th><th>Ansvarig</th><th>Hur</th><th>När</th></tr>
<tr><td><b>Bosnack</b></td><td>Markaryds kommun</td><td><ul><li>rådgivning</li><li>öppet hus</li></ul></td><td>april 2025</td></tr>
<tr><td>Hyresskola</td><td>Alvesta kommun</td><td>Kurs i tre delar &amp; prov</td><td rowspan="1">Q4 2025</td></tr></table><p>Sammanställt i januari.</p></body></html>"""


def office(folder):
    """What LibreOffice makes of a text of its own and of a web page, by their names; none
    where it cannot be had."""
    heads = "".join(f"<table:table-cell><text:p>{h}</text:p></table:table-cell>" for h in ("Samverkansområde", "Insats", "Ansvar och genomförande", "Uppföljning"))
    (folder / "office.fodt").write_text(FLAT % heads, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    for name, how in [("office.fodt", []), ("page.html", ["--infilter=HTML (StarWriter)"])]:
        subprocess.run([shutil.which("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless", *how, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(folder / name)],
                       capture_output=True, timeout=600, check=False)
    return {name: folder / f"{name}.docx" for name in ("office", "page")}
