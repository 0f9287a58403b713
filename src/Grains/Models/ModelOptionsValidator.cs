using Microsoft.Extensions.Options;

namespace SupportPlatform.Models;

/// <summary>Refuses a configuration that cannot work, when the silo starts.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        List<string> problems = [];
        if (options.Problem("Model") is { } problem) problems.Add(problem);
        if (options.Fallback?.Problem("Model:Fallback") is { } fallback) problems.Add(fallback);
        if (options.FirstTokenTimeout <= TimeSpan.Zero) problems.Add("Model:FirstTokenTimeout is not above zero.");
        if (options.Timeout < options.FirstTokenTimeout) problems.Add("Model:Timeout is shorter than Model:FirstTokenTimeout.");
        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > TimeSpan.FromMinutes(1)) problems.Add("Model:RetryDelay is not between 0 and 1 minute.");
        if (options.Retries is < 0 or > 10) problems.Add("Model:Retries is not between 0 and 10.");
        if (options.ContextTokens < 500) problems.Add("Model:ContextTokens is below 500.");
        if (options.AnswerTokens < 16) problems.Add("Model:AnswerTokens is below 16.");
        if (options.Builtin.WordsPerSecond is < 0 or > 100_000) problems.Add("Model:Builtin:WordsPerSecond is not between 0 and 100,000.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
