namespace SupportPlatform.Accounts;

/// <summary>A code of the second factor.</summary>
public sealed record CodeBody
{
    /// <summary>Six digits.</summary>
    public required string Code { get; init; }
}
