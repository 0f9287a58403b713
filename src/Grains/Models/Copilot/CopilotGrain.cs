using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Models;

/// <summary>Helps staff to write, as many at a time as come.</summary>
[StatelessWorker]
[GrainType("copilot")]
internal sealed class CopilotGrain(
    CopilotModel model, ReplySuggester suggester, IGrainFactory grains, TimeProvider time) : Grain, ICopilotGrain
{
    private const int MostSeqs = 50;
    private const int LongestTranslated = 24_000;

    private string Store => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<CopilotAbilities> GetAbilities(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        return Task.FromResult(new CopilotAbilities
        {
            Suggestions = true,
            Summary = true,
            Rewrites = model.WritesFreely ? [.. RewriteStyles.All] : [RewriteStyles.Shorter, RewriteStyles.Grammar],
            Translations = model.WritesFreely,
        });
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SuggestedReply>> Suggest(string conversation, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        var view = await Conversation(conversation).GetView(cancellationToken);
        var events = await Last(conversation, view.LastSeq, cancellationToken);
        var material = BriefMaterial.Empty.After(events);

        // The person who is asked for is there, and reads this.
        var pending = material.Pending.Where(m => !string.IsNullOrWhiteSpace(m.Text) && !PersonWish.Is(m.Text)).TakeLast(QuestionPlanner.MostQuestions).ToList();
        if (pending.Count == 0) return [];
        var settings = await Settings(cancellationToken);
        return await suggester.Suggest(
            new TurnInput
            {
                Store = Store,
                Settings = settings,
                Questions = [.. pending.Select(m => m.Text)],
                History = [.. material.Messages.Where(m => !pending.Contains(m)).Select(m => new HistoryMessage(m.Role, m.Text))],
                Now = time.GetUtcNow(),
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> Summarize(string conversation, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        var view = await Conversation(conversation).GetView(cancellationToken);
        var material = BriefMaterial.Empty.After(await Last(conversation, view.LastSeq, cancellationToken));
        var brief = BriefRules.Of(material);
        if (!model.WritesFreely || material.Messages.IsEmpty) return brief.Summary;
        var settings = await Settings(cancellationToken);
        var said = string.Join('\n', material.Messages.Select(m => $"{m.Role}: {m.Text}"));
        return await model.Ask(Prompt.Summary, Values(settings, ("language", Language.Primary(settings.Locale))), said, cancellationToken) ?? brief.Summary;
    }

    /// <inheritdoc/>
    public async Task<string> Rewrite(RewriteText command, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        MessageRules.CheckText(command.Text);
        if (!RewriteStyles.All.Contains(command.Style))
            throw new SupportException(ProblemCodes.InvalidRequest, $"The style is one of {string.Join(", ", RewriteStyles.All)}.");
        var settings = await Settings(cancellationToken);
        var locale = command.Locale ?? settings.Locale;
        SourceRules.CheckLocale(locale);
        var task = command.Style switch
        {
            RewriteStyles.Friendly => "Make it warmer and friendlier, in the same language and about the same length.",
            RewriteStyles.Formal => "Make it more formal and polite, in the same language and about the same length.",
            RewriteStyles.Shorter => "Make it half as long, in the same language.",
            RewriteStyles.Grammar => "Correct spelling, grammar and punctuation, in the same language; change nothing else.",
            _ => $"Translate it into the language with the tag {locale}.",
        };
        if (await model.Ask(Prompt.Rewrite, Values(settings, ("task", task)), command.Text, cancellationToken) is { } rewritten) return rewritten;
        return command.Style switch
        {
            RewriteStyles.Shorter => PlainRewrite.Shorter(command.Text),
            RewriteStyles.Grammar => PlainRewrite.Grammar(command.Text),
            _ => throw Missing(),
        };
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<TranslatedMessage>> Translate(TranslateMessages command, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        SourceRules.CheckLocale(command.Locale);
        if (command.Seqs.IsDefaultOrEmpty || command.Seqs.Length > MostSeqs)
            throw new SupportException(ProblemCodes.InvalidRequest, $"seqs are 1 to {MostSeqs}.");
        if (!model.WritesFreely) throw Missing();
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var length = 0;
        foreach (var e in await Named(command, cancellationToken))
        {
            var text = EventFormat.ReadMessage(e.Data).Text;
            if ((length += text.Length) > LongestTranslated)
                throw new SupportException(ProblemCodes.MessageTooLong, $"Together the messages are longer than {LongestTranslated} characters.");
            said[e.Seq.ToString(CultureInfo.InvariantCulture)] = text;
        }

        if (said.Count == 0) return [];
        var answer = await model.Ask(
            Prompt.Translate, new Dictionary<string, string>(StringComparer.Ordinal) { ["locale"] = command.Locale }, JsonSerializer.Serialize(said), cancellationToken);
        return Read(answer, said) ?? throw new SupportException(ProblemCodes.Busy, "The model did not translate; please try again.");
    }

    private IConversationGrain Conversation(string key)
    {
        // The conversation checks the rest, for the same caller.
        if (StoreKey.OfGrainKey(key) != Store) throw new SupportException(ProblemCodes.WrongStore, "This belongs to another store.");
        return grains.GetGrain<IConversationGrain>(key);
    }

    private async Task<ImmutableArray<LoggedEvent>> Last(string conversation, long lastSeq, CancellationToken cancellationToken) =>
        (await Conversation(conversation).GetEvents(Math.Max(0, lastSeq - Limits.PageSize), Limits.PageSize, Audience.Staff, cancellationToken)).Events;

    private async Task<List<LoggedEvent>> Named(TranslateMessages command, CancellationToken cancellationToken)
    {
        var wanted = command.Seqs.ToHashSet();
        var found = new List<LoggedEvent>();
        for (var after = wanted.Min() - 1; after < wanted.Max();)
        {
            var page = await Conversation(command.Conversation).GetEvents(after, Limits.PageSize, Audience.Staff, cancellationToken);
            found.AddRange(page.Events.Where(e => e.Type == EventTypes.MessagePosted && wanted.Contains(e.Seq)));
            if (!page.HasMore) break;

            // Between messages far apart nothing is read.
            after = Math.Max(page.Through, wanted.Where(w => w > page.Through).DefaultIfEmpty(long.MaxValue).Min() - 1);
        }

        return found;
    }

    private async Task<StoreSettings> Settings(CancellationToken cancellationToken)
    {
        // The caller was checked; the store's settings are the platform's business.
        CallerContext.Current = Caller.System;
        return (await grains.GetGrain<IStoreGrain>(Store).GetProfile(cancellationToken))?.Settings
            ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");
    }

    private static ImmutableArray<TranslatedMessage>? Read(string? answer, Dictionary<string, string> said)
    {
        // Some models put words or a fence around what they were asked for.
        var from = answer?.IndexOf('{', StringComparison.Ordinal) ?? -1;
        var to = answer?.LastIndexOf('}') ?? -1;
        if (from < 0 || to < from) return null;
        try
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(answer![from..(to + 1)]);
            return texts is null ? null :
            [
                .. said.Keys.Where(texts.ContainsKey).Select(k => new TranslatedMessage { Seq = long.Parse(k, CultureInfo.InvariantCulture), Text = texts[k] }),
            ];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Values(StoreSettings settings, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = settings.Name };
        foreach (var (place, value) in values) all[place] = value;
        return all;
    }

    private static SupportException Missing() => new(ProblemCodes.ModelNeeded, "This needs a model that writes freely; the builtin one does not, or it did not answer.");
}
