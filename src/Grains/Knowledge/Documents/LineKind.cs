namespace SupportPlatform.Knowledge;

/// <summary>What a line of a document is.</summary>
internal enum LineKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list's item, or the first line of one.</summary>
    Item,

    /// <summary>A table's row or a line of code.</summary>
    Row,

    /// <summary>The row that names a table's columns.</summary>
    Head,
}
