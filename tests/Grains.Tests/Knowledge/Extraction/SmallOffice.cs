namespace SupportPlatform.Grains.Tests.Knowledge.Extraction;

/// <summary>Writes small Office files.</summary>
internal static class SmallOffice
{
    private const string Relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private const string Type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string X = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <summary>A document with a body, a style of headings, a numbered list and a footnote.</summary>
    public static byte[] Docx(string body) => ExtractorDriver.Zip(
        ("_rels/.rels", $"<Relationships {Relations}><Relationship Id=\"a\" Type=\"{Type}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/_rels/document.xml.rels", $"""
            <Relationships {Relations}><Relationship Id="a" Type="{Type}/styles" Target="styles.xml"/>
            <Relationship Id="b" Type="{Type}/numbering" Target="numbering.xml"/><Relationship Id="c" Type="{Type}/footnotes" Target="/word/footnotes.xml"/></Relationships>
            """),
        ("word/styles.xml", $"<w:styles {W}><w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>"),
        ("word/numbering.xml", $"""
            <w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
            """),
        ("word/footnotes.xml", $"<w:footnotes {W}><w:footnote w:id=\"2\"><w:p><w:r><w:t>Not in a machine.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
        ("word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"));

    /// <summary>A workbook with a sheet <c>Prices</c>; texts 0 and 1 are Item and Lamp, style 1 is a date, style 2 a share.</summary>
    public static byte[] Xlsx(string rows) => ExtractorDriver.Zip(
        ("_rels/.rels", $"<Relationships {Relations}><Relationship Id=\"a\" Type=\"{Type}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships {Relations}><Relationship Id="a" Type="{Type}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="b" Type="{Type}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="c" Type="{Type}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"<workbook {X} xmlns:r=\"{Type}\"><sheets><sheet name=\"Prices\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"),
        ("xl/sharedStrings.xml", $"<sst {X}><si><t>Item</t></si><si><r><t>La</t></r><r><t>mp</t></r></si></sst>"),
        ("xl/styles.xml", $"<styleSheet {X}><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet {X}><sheetData>{rows}</sheetData></worksheet>"));
}
