using System.Runtime.CompilerServices;
using System.Text;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Bench.Servers;

/// <summary>In place of the assistant: a paced stream of tokens, or without a pacer three words at once.</summary>
internal sealed class BenchAssistant(TokenPacer? pacer) : IAssistant
{
    /// <summary>How its answers came about.</summary>
    public static readonly TurnTrace Trace = new() { Model = "bench", PromptId = "bench/1", PromptHash = "0000000000000000" };

    /// <inheritdoc/>
    public async IAsyncEnumerable<TurnUpdate> Run(TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        if (pacer is null)
        {
            yield return new TurnText("Thank you, noted.");
            text.Append("Thank you, noted.");
        }
        else
        {
            await foreach (var token in pacer.Open().ReadAllAsync(cancellationToken))
            {
                text.Append(token);
                yield return new TurnText(token);
            }
        }

        yield return new TurnFinished(new TurnResult { Text = text.ToString(), Outcome = Outcomes.Answered, Confidence = 1, Trace = Trace });
    }

    /// <inheritdoc/>
    public ValueTask<TurnResult?> Extract(TurnInput input, CancellationToken cancellationToken) => new((TurnResult?)null);
}
