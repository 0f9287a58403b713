using System.Text;
using System.Text.Json;

namespace SupportPlatform.Knowledge;

/// <summary>Writes entries as JSON Lines, page by page, in the form that an import reads.</summary>
internal static class LineExport
{
    private const string ContentType = "application/jsonl; charset=utf-8";

    /// <summary>The response that writes them.</summary>
    /// <param name="json">How lines are written.</param>
    /// <param name="next">The page after an id: its entries, and the id for the next page.</param>
    public static IResult Of<T>(JsonSerializerOptions json, Func<string?, Task<(IEnumerable<T> Items, string? Next)>> next) =>
        Results.Stream(
            async body =>
            {
                string? after = null;
                do
                {
                    var (items, following) = await next(after);
                    var lines = new StringBuilder();
                    foreach (var item in items) lines.Append(JsonSerializer.Serialize(item, json)).Append('\n');
                    await body.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()));
                    after = following;
                }
                while (after is not null);
            },
            ContentType);
}
