using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>Administers a store's instructions, and shows what they do.</summary>
[StatelessWorker]
[GrainType("instructions")]
internal sealed class InstructionsGrain(
    InstructionStore store, InstructionTrial trial, KnowledgeLibrary library, StorageRetry retry, TimeProvider time) : Grain, IInstructionsGrain
{
    private const int MostVersions = 100;
    private static readonly TimeSpan EffectPeriod = TimeSpan.FromDays(90);

    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<InstructionView> Put(InstructionEntry entry, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var instruction = InstructionRules.Check(entry);
        await Write(instruction, await Find(instruction.Id!, cancellationToken), cancellationToken);
        return await Get(instruction.Id!, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<InstructionView> Get(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return await Find(id, cancellationToken) is { } found ? View(found) : throw SourcesGrain.NotFound();
    }

    /// <inheritdoc/>
    public async Task<InstructionPage> List(string? after, int limit, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.CheckLimit(limit);
        var items = await retry.Run(ct => store.List(Store, after, limit, ct), cancellationToken);
        return new InstructionPage { Items = [.. items.Select(View)], Next = items.Count == limit ? items[^1].Instruction.Id : null };
    }

    /// <inheritdoc/>
    public async Task<InstructionHistory> History(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);

        // One more, which the last one differs from.
        var versions = await retry.Run(ct => store.Versions(Store, id, MostVersions + 1, ct), cancellationToken);
        if (versions.Count == 0) throw SourcesGrain.NotFound();
        var items = versions.Take(MostVersions).Select((v, i) => new InstructionVersion
        {
            Version = v.Instruction.Version,
            Text = v.Instruction.Entry.Text,
            State = v.Instruction.Entry.State,
            Author = v.Instruction.Entry.Author,
            At = v.At,
            Diff = InstructionRules.Diff(i + 1 < versions.Count ? versions[i + 1].Instruction.Entry.Text : "", v.Instruction.Entry.Text),
        });
        return new InstructionHistory { Items = [.. items] };
    }

    /// <inheritdoc/>
    public async Task Delete(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        if (!await retry.Run(ct => store.Delete(Store, id, ct), cancellationToken)) throw SourcesGrain.NotFound();
        library.NoteChange(Store);
    }

    /// <inheritdoc/>
    public async Task<ImportResult> Import(InstructionImport import, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.Require(!import.Lines.IsDefault && import.Lines.Length is >= 1 and <= EntryImporter.MostLines, $"an import has 1 to {EntryImporter.MostLines} lines at once");
        var problems = new List<ImportProblem>();
        var (added, updated, unchanged) = (0, 0, 0);
        foreach (var line in import.Lines)
        {
            try
            {
                var entry = InstructionRules.Check(line.Entry);
                var before = await Find(entry.Id!, cancellationToken);
                if (!import.DryRun) await Write(entry, before, cancellationToken);
                if (before is null) added++;
                else if (IsSame(before, entry)) unchanged++;
                else updated++;
            }
            catch (SupportException e) when (e.Code == ProblemCodes.InvalidRequest)
            {
                problems.Add(new ImportProblem { Line = line.Line, Code = e.Code, Message = e.Message });
            }
        }

        return new ImportResult
        {
            Added = added,
            Updated = updated,
            Unchanged = unchanged,
            Rejected = problems.Count,
            Problems = [.. problems],
            DryRun = import.DryRun,
        };
    }

    /// <inheritdoc/>
    public async Task<PromptPreview> Preview(AskQuestion question, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        await library.Fresh(Store, cancellationToken);
        return await trial.Preview(Store, question.Text, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<InstructionTestResult> Test(InstructionTest test, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        SourceRules.Require(!test.Messages.IsDefault && test.Messages.Length is >= 1 and <= 10, "messages are 1 to 10");
        var draft = InstructionRules.Check(test.Draft);
        await library.Fresh(Store, cancellationToken);
        return await trial.Test(Store, test.Messages, draft, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<InstructionEffect> GetEffect(string id, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        if (await Find(id, cancellationToken) is null) throw SourcesGrain.NotFound();
        var since = time.GetUtcNow() - EffectPeriod;
        var samples = await retry.Run(ct => store.Samples(Store, id, since, ct), cancellationToken);
        return new InstructionEffect
        {
            Id = id,
            Since = since,
            With = EffectRules.Of(samples.FirstOrDefault(s => s.Used)),
            Without = EffectRules.Of(samples.FirstOrDefault(s => !s.Used)),
        };
    }

    private static InstructionView View(StoredInstruction stored)
    {
        var entry = stored.Instruction.Entry;
        return new InstructionView
        {
            Id = stored.Instruction.Id,
            Type = entry.Type,
            Text = entry.Text,
            Priority = entry.Priority,
            Locales = entry.Locales,
            From = entry.From,
            To = entry.To,
            State = entry.State,
            Version = stored.Instruction.Version,
            PublishedVersion = stored.Published,
            Author = entry.Author,
            UpdatedAt = stored.At,
        };
    }

    private static bool IsSame(StoredInstruction? before, InstructionEntry entry) =>
        before is not null && InstructionRules.IsSame(before.Instruction.Entry, entry);

    private Task<StoredInstruction?> Find(string id, CancellationToken cancellationToken) =>
        retry.Run(ct => store.Find(Store, id, ct), cancellationToken);

    private async Task Write(InstructionEntry entry, StoredInstruction? before, CancellationToken cancellationToken)
    {
        if (IsSame(before, entry)) return;
        await retry.Run(
            async ct =>
            {
                await store.Put(Store, entry, time.GetUtcNow(), ct);
                return true;
            },
            cancellationToken);
        library.NoteChange(Store);
    }
}
