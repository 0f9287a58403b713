using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Runs turns: retrieve, decide, write, check.</summary>
internal sealed partial class Assistant(
    IKnowledgeLibrary library,
    IChatClient model,
    TokenEstimator estimator,
    IOptions<ModelOptions> options,
    ILogger<Assistant> logger,
    VectorLibrary? vectors = null) : IAssistant
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TurnUpdate> Run(
        TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Handoff.Chosen(input) is { } chosen)
        {
            yield return new TurnText(chosen.Text);
            yield return new TurnFinished(chosen);
            yield break;
        }

        yield return new TurnStatus("retrieving");
        var knowledge = (await library.Of(input.Store, cancellationToken)).In(input.OnlyLocale);
        if (vectors is not null) input = input with { Vectors = await vectors.OfQueries(knowledge, input.Questions, cancellationToken) };
        var plan = PlanChoice.Of(knowledge, input);
        cancellationToken.ThrowIfCancellationRequested();
        LogDecided(plan.Decision, plan.Coverage, plan.Questions.Length);
        yield return new TurnStatus("writing");
        if (plan.Decision != Decision.Answer)
        {
            yield return Found(plan, plan.Passages());
            var canned = Handoff.Of(Traced(CannedAnswers.For(plan, input), plan, input), input, plan.Language, isAnswer: false);
            yield return new TurnText(canned.Text);
            yield return new TurnFinished(canned);
            yield break;
        }

        input = input with { Instructions = input.Instructions ?? await library.Instructions(input.Store, cancellationToken) };
        var request = TurnRequest.Build(input, plan, estimator, options.Value.ContextTokens);
        yield return Found(plan, request.Passages);
        var answer = new StringBuilder();
        var usage = new UsageDetails();
        string? name = null;
        await foreach (var update in model.GetStreamingResponseAsync(request.Messages, null, cancellationToken))
        {
            name ??= update.ModelId;
            foreach (var counted in update.Contents.OfType<UsageContent>()) usage.Add(counted.Details);
            if (update.Text.Length == 0) continue;
            answer.Append(update.Text);
            yield return new TurnText(update.Text);
        }

        var check = AnswerCheck.Of(answer.ToString(), request.Passages);
        if (check.Cited.IsEmpty && !check.IsRefusal)
        {
            LogUncited(name ?? BuiltinChatClient.Model);
            check = AnswerCheck.Of(await SendBack(request, answer.ToString(), usage, cancellationToken), request.Passages);
        }

        var trace = Trace(request, name ?? BuiltinChatClient.Model, usage, answer.ToString());
        var isAnswer = IsAnswer(check);
        yield return new TurnFinished(Handoff.Of(Traced(Checked(input, plan, request, check, trace), plan, input), input, plan.Language, isAnswer));
    }

    /// <summary>Asks once more for an answer whose facts can be traced. It replaces the first, which nobody keeps.</summary>
    private async Task<string> SendBack(TurnRequest request, string answer, UsageDetails usage, CancellationToken cancellationToken)
    {
        IEnumerable<ChatMessage> messages =
        [
            .. request.Messages,
            new ChatMessage(ChatRole.Assistant, answer),
            new ChatMessage(ChatRole.System, Prompt.Cite.Fill(Prompt.NoValues)),
        ];
        var again = new StringBuilder();
        await foreach (var update in model.GetStreamingResponseAsync(messages, null, cancellationToken))
        {
            foreach (var counted in update.Contents.OfType<UsageContent>()) usage.Add(counted.Details);
            again.Append(update.Text);
        }

        return again.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask<TurnResult?> Extract(TurnInput input, CancellationToken cancellationToken)
    {
        var plan = PlanChoice.Of((await library.Of(input.Store, cancellationToken)).In(input.OnlyLocale), input);
        var passages = plan.Passages();
        var text = plan.Decision == Decision.Answer ? AnswerWriter.Write(plan.Questions.Select(q => q.Query), passages, plan.Language) : "";
        if (text.Length > 0)
            return Handoff.Of(Answered(input, plan, AnswerCheck.Of(text, passages), passages, CannedAnswers.Trace(passages)), input, plan.Language, isAnswer: true);
        if (plan.Decision == Decision.Answer) return null;
        var handed = Handoff.Of(CannedAnswers.For(plan, input), input, plan.Language, isAnswer: false);
        return handed.Escalation is null ? null : handed;
    }

    private TurnTrace Trace(TurnRequest request, string name, UsageDetails usage, string answer)
    {
        if (name != BuiltinChatClient.Model)
        {
            if (usage.InputTokenCount is { } input) estimator.Learn(request.Text, input);
            if (usage.OutputTokenCount is { } output && usage.ReasoningTokenCount is null or 0) estimator.Learn(answer, output);
        }

        return new TurnTrace
        {
            Model = name,
            PromptId = Prompt.Answer.Id,
            PromptHash = Prompt.Answer.Hash,
            InputTokens = (int)(usage.InputTokenCount ?? estimator.Count(request.Text)),
            OutputTokens = (int)(usage.OutputTokenCount ?? estimator.Count(answer)),
            Passages = [.. request.Passages.Select(p => p.ToHit())],
            Instructions = [.. request.Instructions.Select(i => i.Name)],
            Parts = request.Parts,
            CutInstructions = [.. request.CutInstructions.Select(i => i.Name)],
        };
    }

    // A model that refuses or, asked twice, cites nothing is replaced by a question back or an offer of a person.
    private TurnResult Checked(TurnInput input, TurnPlan plan, TurnRequest request, AnswerCheck check, TurnTrace trace)
    {
        if (IsAnswer(check)) return Answered(input, plan, check, request.Passages, trace);
        LogReplaced(trace.Model, check.Text.Length);
        return CannedAnswers.Instead(plan, input, trace);
    }

    private static TurnFound Found(TurnPlan plan, ImmutableArray<RankedPassage> passages) => new(new TurnEvidence
    {
        Decision = Wire(plan.Decision),
        Coverage = AnswerPolicy.Confidence(plan.Coverage),
        Passages = [.. passages.Select(p => p.ToHit())],
    });

    private static TurnResult Traced(TurnResult result, TurnPlan plan, TurnInput input) => result with
    {
        Trace = result.Trace with { Decision = Wire(plan.Decision), Guidance = [.. input.Guidance.Select(g => g.Text)] },
    };

    private static string Wire(Decision decision) => JsonNamingPolicy.KebabCaseLower.ConvertName(decision.ToString());

    private static bool IsAnswer(AnswerCheck check) => !check.IsRefusal && !check.Cited.IsEmpty;

    private static TurnResult Answered(
        TurnInput input, TurnPlan plan, AnswerCheck check, ImmutableArray<RankedPassage> passages, TurnTrace trace)
    {
        var citations = Quotes.For(check, passages);
        var text = Attribution.Of(check.Text, passages, plan.Language);
        var asked = input.History.Select(m => m.Text).Concat(input.Questions);
        return new TurnResult
        {
            Text = plan.HasRest ? $"{text}\n\n{Phrases.Get(input.IsWaiting ? Phrases.RestWaiting : Phrases.Rest, plan.Language)}" : text,
            Citations = citations,
            Outcome = Outcomes.Answered,
            Confidence = AnswerPolicy.Confidence(plan.Questions.Min(q => q.Coverage)),
            Suggestions = FollowUps.For(plan, citations, asked),
            OffersHuman = plan.HasRest && !input.IsWaiting,
            Trace = trace,
        };
    }
}
