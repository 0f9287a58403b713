using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A document of a store's knowledge in one revision.</summary>
/// <param name="Name">Its name, as a file's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Revision">The first 12 hexadecimal digits of its content's SHA-256.</param>
/// <param name="Text">Its content.</param>
/// <param name="Passages">Its passages, in order; together they hold the whole content.</param>
internal sealed record SourceDocument(
    string Name, string Title, string Revision, string Text, ImmutableArray<Passage> Passages)
{
    /// <summary>The same document as a customer's attachment.</summary>
    /// <param name="url">The address, where it is a page.</param>
    public SourceDocument Attached(string? url) => this with { Passages = [.. Passages.Select(p => p.Attached(url))] };
}
