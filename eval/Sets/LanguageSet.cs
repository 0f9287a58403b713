using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Eval.Figures;

namespace SupportPlatform.Eval.Sets;

/// <summary>Paragraphs and questions in several languages, each language in a store of its own.</summary>
internal sealed class LanguageSet : IEvalSet
{
    private const double Mark = 0.95;

    /// <inheritdoc/>
    public async Task Run(EvalContext context, CancellationToken cancellationToken)
    {
        foreach (var file in context.Folder.GetFiles("kb.*.jsonl").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var language = file.Name.Split('.')[1];
            var store = await context.NewStore(language, cancellationToken);
            await store.Import("articles", context.Lines(file.Name).Select(row => Article(row, language)), cancellationToken);
            await store.Settled("articles", cancellationToken);
            var questions = context.Lines($"questions.{language}.jsonl").Select(row => new Question(row)).ToList();
            var replies = await EvalContext.ForEach(questions, (q, token) => QuestionSet.Ask(store, q, token), cancellationToken);
            context.Predictions.AddRange(replies.Select(r => r.ToPrediction()));
            context.Report.Add($"{language} recall@1", Proportion.Of(replies, r => r.IsFound(1)));
            context.Report.Add($"{language} recall@5", Proportion.Of(replies, r => r.IsFound(5)), Mark);
        }
    }

    private static JsonObject Article(JsonElement row, string language) => new()
    {
        ["id"] = row.GetProperty("doc_id").GetString(),
        ["title"] = row.GetProperty("title").GetString()!.Replace('_', ' '),
        ["body"] = row.GetProperty("text").GetString(),
        ["locale"] = language,
        ["state"] = "published",
    };
}
