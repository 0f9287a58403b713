using System.Text.Json;

namespace SupportPlatform.Eval.Api;

/// <summary>What the silo replied.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON, of a problem too; undefined when there is none.</param>
internal sealed record ApiReply(int Status, JsonElement Body)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>The problem's code.</summary>
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;
}
