using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Models;

/// <summary>The silo's model as staff's copilot asks it: one question, one answer, within a time.</summary>
internal sealed partial class CopilotModel(
    IChatClient model, IOptions<ModelOptions> options, TimeProvider time, ILogger<CopilotModel> logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Whether it writes freely; the builtin one does not.</summary>
    public bool WritesFreely { get; } = options.Value.Provider != ModelEndpoint.BuiltinProvider;

    /// <summary>The model's words; null where there is no such model, or it did not answer in time.</summary>
    /// <param name="prompt">What it is to do.</param>
    /// <param name="values">The prompt's places.</param>
    /// <param name="text">What it is to do it with: data, whoever wrote it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<string?> Ask(Prompt prompt, IReadOnlyDictionary<string, string> values, string text, CancellationToken cancellationToken)
    {
        if (!WritesFreely) return null;
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var response = await model.GetResponseAsync(
                [new ChatMessage(ChatRole.System, prompt.Fill(values)), new ChatMessage(ChatRole.User, text)], null, either.Token);
            var said = response.Text.Trim();
            return said.Length is 0 or > Limits.MessageLength * 4 ? null : said;
        }
        catch (Exception e) when (e is ModelException || late.IsCancellationRequested)
        {
            if (cancellationToken.IsCancellationRequested) throw;
            LogSilent(e, prompt.Id);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The model did not answer the prompt {Prompt}")]
    private partial void LogSilent(Exception exception, string prompt);
}
