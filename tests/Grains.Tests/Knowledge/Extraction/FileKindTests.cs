using System.Text;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Extraction;

/// <summary>Each kind of file is found by its bytes and read as its reader sees it.</summary>
public sealed class FileKindTests : IDisposable
{
    private readonly ExtractorDriver _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Extract_Pdf_HasItsPagesWithTheirNumbers()
    {
        var document = await _files.Read(SmallPdf.Of("Battery lasts ten hours", "", "Charge it with USB"), "manual.txt");
        Assert.Equal("pdf", document.Kind);
        Assert.Equal([(1, "Battery lasts ten hours"), (3, "Charge it with USB")], document.Pages.Select(p => (p.Number!.Value, p.Text)));
    }

    [Theory]
    [InlineData("This PDF document has been protected. You need another reader to open it.")]
    [InlineData("The viewer that you use cannot show this file, which is encrypted.")]
    public async Task Extract_PdfThatIsOnlyANotice_IsRightsProtected(string notice) =>
        Assert.Equal("rights_protected", await _files.Code(SmallPdf.Of(notice), "a.pdf"));

    [Fact]
    public async Task Extract_PdfThatSpeaksOfProtection_IsRead() =>
        Assert.Contains("protected", await _files.Text(SmallPdf.Of("The screen is protected by glass. Your warranty covers the file box."), "a.pdf"), StringComparison.Ordinal);

    [Fact]
    public async Task Extract_Docx_KeepsHeadingsListsTablesAndNotes()
    {
        var text = await _files.Text(SmallOffice.Docx("""
            <w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr><w:r><w:t>Care</w:t></w:r></w:p>
            <w:p><w:r><w:t>Wash </w:t></w:r><w:del><w:r><w:delText>hot</w:delText></w:r></w:del><w:ins><w:r><w:t>cold.</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Open</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Close</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Size</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Weight</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>M|L</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2 kg</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """), "a.docx");
        Assert.Equal("## Care\n\nWash cold.\n\nNote 2: Not in a machine.\n\n1. Open\n2. Close\n\n| Size | Weight |\n| --- | --- |\n| M\\|L | 2 kg |", text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Extract_Xlsx_ShowsWhatItsReaderSees()
    {
        var text = await _files.Text(SmallOffice.Xlsx("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Since</t></is></c><c r="C1" t="str"><v>Share</v></c></row>
            <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45292</v></c><c r="C2" s="2"><f>1/4</f><v>0.25</v></c></row>
            """), "a.xlsx");
        Assert.Equal("## Prices\n\n| Item | Since | Share |\n| --- | --- | --- |\n| Lamp | 2024-01-01 | 25% |", text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Name;Price\nLamp;\"1;50\"\nDesk;20\n")]
    [InlineData("Name\tPrice\nLamp\t1;50\nDesk\t20\n")]
    public async Task Extract_Csv_FindsItsDelimiter(string text) =>
        Assert.Equal("| Name | Price |\n| --- | --- |\n| Lamp | 1;50 |\n| Desk | 20 |", (await _files.Text(text, "a.csv")).Trim());

    [Fact]
    public async Task Extract_Html_LeavesOutWhatReadersDoNotSee()
    {
        var text = await _files.Text("""
            <!DOCTYPE html><html><head><title>T</title><style>x</style></head><body><header><a>Logo</a></header><nav>Menu</nav>
            <h2>Sizes</h2><p>Take <b>one</b> more.</p><div style="display: none">hidden</div><p hidden>hidden</p>
            <ul><li>First<ul><li>Inner</li></ul></li></ul><script>hidden()</script><footer>Imprint</footer></body></html>
            """, "notes.txt");
        Assert.Equal("## Sizes\n\nTake one more.\n\n- First\n   - Inner", text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public async Task Extract_TextWithoutAMark_IsDecoded(string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        Assert.Equal("Größe und Gewicht: 5 €", await _files.Text(bytes.GetBytes("Größe und Gewicht: 5 €"), "a.txt"));
    }

    [Theory]
    [InlineData("", "file_empty")]
    [InlineData("  \n ", "no_text")]
    [InlineData("{\\rtf1 text}", "unsupported_kind")]
    [InlineData("%PDF-1.7 nothing else", "file_damaged")]
    [InlineData("PK\u0003\u0004 nothing else", "file_damaged")]
    public async Task Extract_NothingToRead_SaysWhy(string text, string code) =>
        Assert.Equal(code, await _files.Code(Encoding.Latin1.GetBytes(text), "a.pdf"));

    [Fact]
    public async Task Extract_OldOffice_IsUnsupported() =>
        Assert.Equal("unsupported_kind", await _files.Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "a.doc"));

    [Fact]
    public async Task Extract_BytesOfNoKind_AreUnsupported()
    {
        var bytes = new byte[50_000];
        new Random(7).NextBytes(bytes);
        Assert.Equal("unsupported_kind", await _files.Code(bytes, "a.txt"));
    }

    [Fact]
    public async Task Extract_EntityBomb_IsUnsafe() => Assert.Equal("file_unsafe", await _files.Code(
        ExtractorDriver.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>")), "a.docx"));

    [Fact]
    public async Task Extract_DecompressionBomb_IsUnsafe() => Assert.Equal("file_unsafe", await _files.Code(
        SmallOffice.Docx($"<w:p><w:r><w:t>a</w:t></w:r></w:p><!--{new string('a', 100_000_000)}-->"), "a.docx"));

    [Fact]
    public async Task Extract_DeepTree_IsUnsafe()
    {
        const int depth = 20_000;
        var nested = string.Concat(Enumerable.Repeat("<w:smartTag>", depth)) + string.Concat(Enumerable.Repeat("</w:smartTag>", depth));
        var code = await _files.Code(SmallOffice.Docx($"<w:p>{nested}</w:p>"), "a.docx");
        Assert.Equal("file_unsafe", code);
    }

    [Fact]
    public async Task Extract_DeepHtml_IsUnsafe() => Assert.Equal("file_unsafe", await _files.Code(
        Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 3_000)) + "x"), "a.html"));
}
