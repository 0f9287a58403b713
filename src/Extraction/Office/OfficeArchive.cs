using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace SupportPlatform.Extraction;

/// <summary>The archive of an Office document, read with limits; a damaged or hostile one ends in a clear rejection.</summary>
internal sealed class OfficeArchive : IDisposable
{
    private const int MostEntries = 10_000;
    private const string MainType = "/officeDocument";
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExtractionLimits _limits;
    private long _inflated;

    /// <summary>Opens an archive.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="limits">What it may cost.</param>
    /// <exception cref="RejectedFileException">It is damaged, encrypted, or made to mislead.</exception>
    public OfficeArchive(byte[] bytes, ExtractionLimits limits)
    {
        _limits = limits;
        _archive = Open(new MemoryStream(bytes, writable: false));
        if (_archive.Entries.Count > MostEntries) throw RejectedFileException.Unsafe($"holds more than {MostEntries:N0} parts");
        foreach (var entry in _archive.Entries)
        {
            if (entry.IsEncrypted) throw RejectedFileException.Encrypted();

            // Readers differ in which of two parts of one name they take, so what was checked may not be what is read.
            if (!_entries.TryAdd(Name(entry.FullName), entry)) throw RejectedFileException.Unsafe("holds two parts of the same name");
        }
    }

    /// <summary>Which Office document an archive is.</summary>
    /// <exception cref="RejectedFileException">None that is read.</exception>
    public static FileKind KindOf(ReadOnlySpan<byte> bytes)
    {
        using var archive = new OfficeArchive(bytes.ToArray(), new ExtractionLimits(1, 1, 1, 1));
        var main = archive.MainPart();
        if (main is null || archive.Has("mimetype")) throw RejectedFileException.Unsupported("An archive that is neither DOCX nor XLSX");
        if (main.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) return FileKind.Docx;
        if (main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
        {
            return main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
                ? throw RejectedFileException.Unsupported("A binary workbook (XLSB)") : FileKind.Xlsx;
        }

        throw RejectedFileException.Unsupported("An Office file other than DOCX and XLSX");
    }

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string part) => _entries.ContainsKey(Name(part));

    /// <summary>The part that the document begins with, or null.</summary>
    public string? MainPart() =>
        Relations("").FirstOrDefault(r => r.Type.EndsWith(MainType, StringComparison.Ordinal)).Target is { } named && Has(named) ? named
        : Has("word/document.xml") ? "word/document.xml"
        : Has("xl/workbook.xml") ? "xl/workbook.xml" : null;

    /// <summary>What a part points to inside the archive.</summary>
    /// <param name="part">The part; empty for the archive itself.</param>
    public IReadOnlyList<(string Id, string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        if (Load($"{folder}_rels/{part[slash..]}.rels") is not { } root) return [];
        return [.. root.Elements().Where(e => e.Name.LocalName == "Relationship" && Value(e, "TargetMode") != "External")
            .Select(e => (Value(e, "Id") ?? "", Value(e, "Type") ?? "", Resolve(folder, Value(e, "Target") ?? "")))];
    }

    /// <summary>Reads a small part as a tree; null when there is none.</summary>
    public XElement? Load(string part)
    {
        using var reader = Reader(part);
        return reader is null ? null : Guarded(() => XElement.Load(reader));
    }

    /// <summary>Reads a part from front to back; null when there is none. Errors come as <see cref="XmlException"/> or <see cref="InvalidDataException"/>.</summary>
    public XmlReader? Reader(string part)
    {
        if (!_entries.TryGetValue(Name(part), out var entry)) return null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = _limits.InflatedBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return Guarded(() => XmlReader.Create(new BoundedStream(entry.Open(), entry.CompressedLength, Count), settings));
    }

    /// <summary>Runs a reading step, and gives what goes wrong with the file its code.</summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw RejectedFileException.Unsafe("declares a document type (DTD), which is not processed", e);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or NotSupportedException or EndOfStreamException
            or FormatException or OverflowException or ArgumentException)
        {
            throw RejectedFileException.Damaged(e);
        }
    }

    /// <summary>Runs a reading step, and gives what goes wrong with the file its code.</summary>
    public static void Guarded(Action read) => Guarded(() =>
    {
        read();
        return true;
    });

    /// <summary>The value of a child, as <c>&lt;w:ilvl w:val="1"/&gt;</c> has it; null where there is none.</summary>
    public static string? Child(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name) is { } child ? Value(child, "val") : null;

    /// <summary>The value of an attribute, in whichever namespace.</summary>
    public static string? Value(XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == name && !a.IsNamespaceDeclaration)?.Value;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static ZipArchive Open(Stream stream) => Guarded(() =>
    {
        var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        _ = archive.Entries.Count;
        return archive;
    });

    private void Count(int bytes)
    {
        _inflated += bytes;
        if (_inflated > _limits.InflatedBytes) throw RejectedFileException.Unsafe("inflates to far more than any document needs");
    }

    private static string Name(string part) => part.Replace('\\', '/').TrimStart('/');

    private static string Resolve(string folder, string target) =>
        Name(new Uri(new Uri("http://part/" + folder), target).AbsolutePath);
}
