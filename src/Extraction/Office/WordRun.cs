using System.Text;
using System.Xml.Linq;

namespace SupportPlatform.Extraction;

/// <summary>The words of a paragraph, with what hangs on it.</summary>
internal sealed class WordRun
{
    private const int DeepestNesting = 200;
    private readonly StringBuilder _text = new();

    /// <summary>The words as a reader sees them: without deleted and hidden text and field codes.</summary>
    public string Text => _text.ToString();

    /// <summary>The notes that it refers to.</summary>
    public List<(bool End, string Id)> Notes { get; } = [];

    /// <summary>The contents of its text boxes.</summary>
    public List<XElement> Boxes { get; } = [];

    /// <summary>Reads a paragraph.</summary>
    public static WordRun Read(XElement paragraph)
    {
        var run = new WordRun();
        run.Children(paragraph, 0);
        return run;
    }

    private void Children(XElement parent, int depth)
    {
        if (depth > DeepestNesting) throw RejectedFileException.Unsafe($"nests elements more than {DeepestNesting} deep");
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    _text.Append(element.Value);
                    break;
                case "tab" or "br" or "cr" or "ptab":
                    _text.Append(' ');
                    break;
                case "noBreakHyphen":
                    _text.Append('-');
                    break;
                case "footnoteReference" or "endnoteReference":
                    Notes.Add((element.Name.LocalName[0] == 'e', OfficeArchive.Value(element, "id") ?? ""));
                    break;
                case "txbxContent":
                    Boxes.Add(element);
                    break;
                case "AlternateContent":
                    // The same content twice, for newer and for older programs.
                    if (element.Elements().FirstOrDefault() is { } newest) Children(newest, depth + 1);
                    break;
                case "del" or "moveFrom" or "pPr" or "rPr" or "instrText" or "delText":
                    break;
                case "r" when IsHidden(element):
                    break;
                default:
                    Children(element, depth + 1);
                    break;
            }
        }
    }

    private static bool IsHidden(XElement run) =>
        run.Elements().FirstOrDefault(e => e.Name.LocalName == "rPr")?.Elements()
            .FirstOrDefault(e => e.Name.LocalName == "vanish") is { } vanish
        && OfficeArchive.Value(vanish, "val") is not ("0" or "false");
}
