using System.ComponentModel.DataAnnotations;

namespace SupportPlatform.Models;

/// <summary>The configuration section <c>Model:Builtin</c>.</summary>
internal sealed class BuiltinModelOptions
{
    /// <summary>How fast it writes, in words a second; 0 for no delay, 40 by default.</summary>
    [Range(0, 100_000)]
    public double WordsPerSecond { get; set; } = 40;
}
