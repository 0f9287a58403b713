using System.Text.Json;

namespace SupportPlatform.Eval.Sets;

/// <summary>A question to documents, in either of the forms that the sets have.</summary>
internal sealed class Question
{
    /// <summary>Reads a row.</summary>
    public Question(JsonElement row)
    {
        Id = row.GetProperty("id").GetString()!;
        Text = row.GetProperty("question").GetString()!;
        IsAnswerable = !row.TryGetProperty("answerable", out var answerable) || answerable.GetBoolean();
        Must = Strings(row, "must");
        Forbid = Strings(row, "forbid");
        int? page = Number(row, "expected_page") ?? Number(row, "expected_location");
        Places = Optional(row, "expected_source") is { } source ? [(source, page)]
            : Optional(row, "expected_doc") is { } document ? [(document, null)]
            : [.. Strings(row, "expected_sources").Select(s => (s, page))];
    }

    /// <summary>The row's id.</summary>
    public string Id { get; }

    /// <summary>The question.</summary>
    public string Text { get; }

    /// <summary>Whether the documents answer it.</summary>
    public bool IsAnswerable { get; }

    /// <summary>Patterns of which each is in a right answer.</summary>
    public IReadOnlyList<string> Must { get; }

    /// <summary>Patterns of which none is in a right answer.</summary>
    public IReadOnlyList<string> Forbid { get; }

    /// <summary>Where the answer is: sources, with a page where it is known.</summary>
    public IReadOnlyList<(string Source, int? Page)> Places { get; }

    private static string? Optional(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static List<string> Strings(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : [];
}
