using System.Collections.Frozen;

namespace SupportPlatform.Conversations;

/// <summary>
/// Media types by the endings of names, for the symbol beside a file's name. What a file really is, its reader finds out
/// from its bytes. Names of types as registered at iana.org/assignments/media-types.
/// </summary>
internal static class FileMediaTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> ByEnding = new Dictionary<string, string>
    {
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".csv"] = "text/csv",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".html"] = "text/html",
        [".htm"] = "text/html",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of a file of this name.</summary>
    public static string Of(string name) => ByEnding.GetValueOrDefault(Path.GetExtension(name), Unknown);
}
