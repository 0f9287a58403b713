namespace SupportPlatform.Models;

/// <summary>Where a model is reached.</summary>
internal class ModelEndpoint
{
    /// <summary>The provider that needs nothing.</summary>
    public const string BuiltinProvider = "builtin";

    /// <summary>OpenAI, Azure OpenAI and every compatible server.</summary>
    public const string OpenAiProvider = "openai";

    /// <summary><c>builtin</c> or <c>openai</c>.</summary>
    public string Provider { get; set; } = BuiltinProvider;

    /// <summary>
    /// The address before <c>/chat/completions</c>, as <c>https://{resource}.openai.azure.com/openai/v1/</c>; OpenAI's own
    /// when empty.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The key; never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's (or Azure deployment's) name.</summary>
    public string? Name { get; set; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem(string section) => Provider switch
    {
        BuiltinProvider => null,
        OpenAiProvider when string.IsNullOrWhiteSpace(Name) => $"{section}:Name is missing: the model's or deployment's name.",
        OpenAiProvider when Endpoint is { IsAbsoluteUri: false } => $"{section}:Endpoint is not an absolute address.",
        OpenAiProvider when Endpoint is null && string.IsNullOrWhiteSpace(ApiKey) => $"{section}:ApiKey is missing.",
        OpenAiProvider => null,
        _ => $"{section}:Provider is \"{Provider}\"; it may be \"{BuiltinProvider}\" or \"{OpenAiProvider}\".",
    };
}
