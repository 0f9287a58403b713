using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportPlatform.Models;

namespace SupportPlatform.Knowledge;

/// <summary>Shows what instructions do to a prompt and to answers, without a conversation.</summary>
internal sealed class InstructionTrial(
    IKnowledgeLibrary library, SingleTurn turn, TokenEstimator estimator, IOptions<ModelOptions> options)
{
    /// <summary>The prompt that a message would produce.</summary>
    public async Task<PromptPreview> Preview(string store, string text, CancellationToken cancellationToken)
    {
        var input = await turn.Input(store, text, await library.Instructions(store, cancellationToken), cancellationToken);
        var plan = PlanChoice.Of(await library.Of(store, cancellationToken), input);
        var request = TurnRequest.Build(input, plan, estimator, options.Value.ContextTokens);
        var isAsked = plan.Decision == Decision.Answer;
        return new PromptPreview
        {
            PromptId = Prompt.Answer.Id,
            PromptHash = Prompt.Answer.Hash,
            Decision = JsonNamingPolicy.KebabCaseLower.ConvertName(plan.Decision.ToString()),
            Messages = isAsked ? [.. request.Messages.Select(m => new PromptMessage { Role = m.Role.Value, Text = m.Text })] : [],
            Passages = [.. request.Passages.Select(p => p.ToHit())],
            Instructions = [.. request.Instructions.Select(i => i.Name)],
            Parts = request.Parts,
            CutInstructions = [.. request.CutInstructions.Select(i => i.Name)],
        };
    }

    /// <summary>Answers messages with what is published and with a draft.</summary>
    public async Task<InstructionTestResult> Test(
        string store, ImmutableArray<string> messages, InstructionEntry draft, CancellationToken cancellationToken)
    {
        var published = await library.Instructions(store, cancellationToken);
        ImmutableArray<Instruction> drafted = [.. published.Where(i => i.Id != draft.Id), new Instruction(draft.Id!, 0, draft)];
        var rows = ImmutableArray.CreateBuilder<InstructionTestRow>();
        foreach (var message in messages)
        {
            rows.Add(new InstructionTestRow
            {
                Message = message,
                Published = await turn.Answer(await turn.Input(store, message, published, cancellationToken), cancellationToken),
                Draft = await turn.Answer(await turn.Input(store, message, drafted, cancellationToken), cancellationToken),
            });
        }

        return new InstructionTestResult { Rows = rows.DrainToImmutable() };
    }
}
