using Microsoft.Extensions.Options;

namespace SupportPlatform.Knowledge;

/// <summary>Stops a start with embeddings that cannot work, with one line that names the setting.</summary>
internal sealed class EmbeddingOptionsValidator : IValidateOptions<EmbeddingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options) =>
        options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}
