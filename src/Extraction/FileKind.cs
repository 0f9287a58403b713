namespace SupportPlatform.Extraction;

/// <summary>What the bytes of a file are.</summary>
internal enum FileKind
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>A document of WordprocessingML.</summary>
    Docx,

    /// <summary>A workbook of SpreadsheetML.</summary>
    Xlsx,

    /// <summary>Rows of separated values.</summary>
    Csv,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Plain text.</summary>
    Text,
}
