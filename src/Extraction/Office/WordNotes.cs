using System.Xml.Linq;

namespace SupportPlatform.Extraction;

/// <summary>The footnotes and endnotes of a document.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(bool End, string Id), string> _notes = [];

    /// <summary>Reads them; none where the document has none.</summary>
    public static WordNotes Load(OfficeArchive archive)
    {
        var notes = new WordNotes();
        foreach (var (_, type, target) in archive.Relations(archive.MainPart()!))
        {
            if (type.EndsWith("/footnotes", StringComparison.Ordinal)) notes.Add(archive.Load(target), end: false);
            else if (type.EndsWith("/endnotes", StringComparison.Ordinal)) notes.Add(archive.Load(target), end: true);
        }

        return notes;
    }

    /// <summary>The words of a note; null when there is no such note.</summary>
    public string? Find((bool End, string Id) note) => _notes.GetValueOrDefault(note);

    private void Add(XElement? root, bool end)
    {
        foreach (var note in root?.Elements() ?? [])
        {
            // Separators are notes too, by their type.
            if (OfficeArchive.Value(note, "type") is not (null or "normal")) continue;
            var words = note.Descendants().Where(e => e.Name.LocalName == "p").Select(p => WordRun.Read(p).Text);
            _notes[(end, OfficeArchive.Value(note, "id") ?? "")] = MarkdownText.OneLine(string.Join(' ', words));
        }
    }
}
