namespace SupportPlatform.Hosting;

/// <summary>A part of a multipart request.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="FileName">The file's name without a path; null for a field.</param>
/// <param name="Body">Its bytes, to be read before the next part is.</param>
internal sealed record FilePart(string Name, string? FileName, Stream Body);
