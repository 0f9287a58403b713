using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportPlatform.Knowledge;

/// <summary>Reads an import of JSON Lines and passes it on in pieces; a broken line does not stop the others.</summary>
/// <typeparam name="T">What a line says.</typeparam>
/// <param name="json">How lines are read.</param>
/// <param name="send">Passes lines on.</param>
internal sealed class LineImport<T>(JsonSerializerOptions json, Func<IReadOnlyList<(int Line, T Entry)>, Task<ImportResult>> send)
{
    private const int PieceLines = 500;
    private const int PieceCharacters = 1_000_000;
    private const int MostProblems = 1_000;

    private readonly List<ImportProblem> _problems = [];
    private readonly List<(int Line, T Entry)> _piece = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _added;
    private int _updated;
    private int _unchanged;
    private int _rejected;

    /// <summary>Runs the import.</summary>
    /// <exception cref="SupportException">There are too many lines; nothing after them was read.</exception>
    public async Task<ImportResult> Run(Stream body, bool dryRun, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        var number = 0;
        var characters = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (++number > Limits.ImportLines)
            {
                Reject(number, ProblemCodes.InvalidRequest, $"An import has at most {Limits.ImportLines} lines; those from here on were not read.");
                break;
            }

            if (string.IsNullOrWhiteSpace(line) || !Read(number, line)) continue;
            characters += line.Length;
            if (_piece.Count < PieceLines && characters < PieceCharacters) continue;
            await Send();
            characters = 0;
        }

        if (_piece.Count > 0) await Send();
        return new ImportResult
        {
            Added = _added,
            Updated = _updated,
            Unchanged = _unchanged,
            Rejected = _rejected,
            Problems = [.. _problems.OrderBy(p => p.Line).Take(MostProblems)],
            DryRun = dryRun,
        };
    }

    private bool Read(int number, string line)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject node) throw new JsonException("The line is no JSON object.");

            // The name that other programs' exports use.
            if (node["faq_id"] is JsonValue alias && !node.ContainsKey("id")) node["id"] = alias.DeepClone();
            if (node["id"] is JsonValue id && id.ToString() is var text && !_ids.Add(text))
            {
                Reject(number, "duplicate_id", "An earlier line has this id.");
                return false;
            }

            _piece.Add((number, node.Deserialize<T>(json) ?? throw new JsonException("The line says nothing.")));
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            Reject(number, "invalid_json", e is JsonException { Path: { Length: > 1 } path } ? $"The line is not as described at {path}." : "The line is not a JSON object as described.");
            return false;
        }
    }

    private async Task Send()
    {
        var result = await send([.. _piece]);
        _piece.Clear();
        _added += result.Added;
        _updated += result.Updated;
        _unchanged += result.Unchanged;
        _rejected += result.Rejected;
        _problems.AddRange(result.Problems);
    }

    private void Reject(int line, string code, string message)
    {
        _rejected++;
        _problems.Add(new ImportProblem { Line = line, Code = code, Message = message });
    }
}
