using System.Collections.Concurrent;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>Instructions in memory, in one version each.</summary>
internal sealed class FakeInstructions : IInstructionsGrain
{
    public ConcurrentDictionary<string, InstructionView> All { get; } = new();

    public Task<InstructionView> Put(InstructionEntry entry, CancellationToken cancellationToken = default) =>
        Task.FromResult(All[entry.Id ?? "derived"] = new InstructionView
        {
            Id = entry.Id ?? "derived",
            Type = entry.Type,
            Text = entry.Text,
            Priority = entry.Priority,
            Locales = entry.Locales,
            State = entry.State,
            Version = 1,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        });

    public Task<InstructionView> Get(string id, CancellationToken cancellationToken = default) =>
        All.TryGetValue(id, out var found) ? Task.FromResult(found) : throw NotFound();

    public Task<InstructionPage> List(string? after, int limit, CancellationToken cancellationToken = default) =>
        Task.FromResult(new InstructionPage { Items = [.. All.Values.OrderBy(i => i.Id, StringComparer.Ordinal)] });

    public Task<InstructionHistory> History(string id, CancellationToken cancellationToken = default) =>
        Task.FromResult(new InstructionHistory
        {
            Items = [new InstructionVersion { Version = 1, Text = id, State = InstructionStates.Published, At = DateTimeOffset.UnixEpoch, Diff = ["+ " + id] }],
        });

    public Task Delete(string id, CancellationToken cancellationToken = default) => All.TryRemove(id, out _) ? Task.CompletedTask : throw NotFound();

    public async Task<ImportResult> Import(InstructionImport import, CancellationToken cancellationToken = default)
    {
        if (!import.DryRun)
            foreach (var line in import.Lines) await Put(line.Entry, cancellationToken);
        return new ImportResult { Added = import.Lines.Length, Updated = 0, Unchanged = 0, Rejected = 0, Problems = [], DryRun = import.DryRun };
    }

    public Task<PromptPreview> Preview(AskQuestion question, CancellationToken cancellationToken = default) => Task.FromResult(new PromptPreview
    {
        PromptId = "answer/0",
        PromptHash = "0",
        Decision = "answer",
        Messages = [new PromptMessage { Role = "user", Text = question.Text }],
        Passages = [],
        Instructions = [],
        Parts = [],
    });

    public Task<InstructionTestResult> Test(InstructionTest test, CancellationToken cancellationToken = default) =>
        Task.FromResult(new InstructionTestResult { Rows = [.. test.Messages.Select(m => Row(m, test.Draft.Text))] });

    public Task<InstructionEffect> GetEffect(string id, CancellationToken cancellationToken = default) => All.ContainsKey(id)
        ? Task.FromResult(new InstructionEffect { Id = id, Since = DateTimeOffset.UnixEpoch, With = Figures(2), Without = Figures(0) })
        : throw NotFound();

    private static EffectFigures Figures(long answers) => new() { Answers = answers, Ratings = 0 };

    private static InstructionTestRow Row(string message, string draft) =>
        new() { Message = message, Published = Answer(message), Draft = Answer(draft) };

    private static AnswerView Answer(string text) => new() { Answer = text, Citations = [], Confidence = 1, Outcome = Outcomes.Answered };

    private static SupportException NotFound() => new(ProblemCodes.SourceNotFound, "There is no such instruction.");
}
