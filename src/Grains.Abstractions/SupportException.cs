namespace SupportPlatform;

/// <summary>A refusal that the caller can understand and act upon; it changed nothing.</summary>
[GenerateSerializer, Alias("support.support-exception")]
public sealed class SupportException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="code">One of <see cref="ProblemCodes"/>.</param>
    /// <param name="message">What is wrong and what to do, for the caller's eyes.</param>
    public SupportException(string code, string message)
        : base(message) => Code = code;

    /// <summary>The stable code; see <see cref="ProblemCodes"/>.</summary>
    [Id(0)] public string Code { get; private set; }
}
