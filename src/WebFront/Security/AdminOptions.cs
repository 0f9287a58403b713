namespace SupportPlatform.Security;

/// <summary>Configuration section <c>Admin</c>.</summary>
internal sealed class AdminOptions
{
    /// <summary>The first administration key, for every store; empty: administration is closed.</summary>
    public string ApiKey { get; set; } = "";
}
