using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace SupportPlatform.Knowledge;

/// <summary>The knowledge of this silo's stores, in memory. A load swaps a store's snapshot at once.</summary>
internal sealed partial class KnowledgeLibrary(ILogger<KnowledgeLibrary> logger)
{
    private const int MostFiles = 10_000;
    private const int DeepestFolder = 8;
    private const long LargestFile = 5_000_000;

    private static readonly HashSet<string> Endings =
        new([".md", ".markdown", ".txt", ".text"], StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, KnowledgeSnapshot> _stores = new(StringComparer.Ordinal);
    private readonly Lock _adding = new();

    /// <summary>A store's knowledge; empty for a store without any.</summary>
    public KnowledgeSnapshot Of(string store) => _stores.GetValueOrDefault(store, KnowledgeSnapshot.Empty);

    /// <summary>
    /// Adds the Markdown and text documents of a folder to a store; a document of the same name is replaced. Files over
    /// 5 MB, hidden files and links out of the folder are left out, with a line in the log.
    /// </summary>
    /// <returns>How many documents were read.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public async Task<int> LoadFolder(string store, string folder, CancellationToken cancellationToken)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists) throw new DirectoryNotFoundException($"The knowledge folder {folder} does not exist.");
        var documents = new List<SourceDocument>();
        foreach (var file in Files(root))
        {
            if (file.Length > LargestFile)
            {
                LogTooLarge(file.Name, file.Length);
                continue;
            }

            var name = Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/');
            documents.Add(DocumentReader.Read(name, await ReadText(file, cancellationToken)));
        }

        Add(store, documents);
        LogLoaded(store, documents.Count, documents.Sum(d => d.Passages.Length));
        return documents.Count;
    }

    /// <summary>Adds documents to a store; a document of the same name is replaced.</summary>
    public void Add(string store, IReadOnlyCollection<SourceDocument> documents)
    {
        lock (_adding)
        {
            var names = documents.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
            _stores[store] = new KnowledgeSnapshot(Of(store).Sources.Where(s => !names.Contains(s.Name)).Concat(documents));
        }
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo root)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        return root.EnumerateFiles("*", options)
            .Where(f => Endings.Contains(f.Extension))
            .Take(MostFiles)
            .OrderBy(f => f.FullName, StringComparer.Ordinal);
    }

    // UTF-8 with or without its mark, or UTF-16 with it; a byte that is neither becomes the replacement character.
    private static async Task<string> ReadText(FileInfo file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.FullName, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return (await reader.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n");
    }
}
