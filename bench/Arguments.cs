using System.Globalization;

namespace SupportPlatform.Bench;

/// <summary>A verb and its <c>--name value</c> pairs.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Reads a command line.</summary>
    public Arguments(string[] args)
    {
        Verb = args.Length > 0 ? args[0] : "";
        for (var i = 1; i + 1 < args.Length; i += 2) _values[args[i].TrimStart('-')] = args[i + 1];
    }

    /// <summary>What to do.</summary>
    public string Verb { get; }

    /// <summary>A text, or the given one.</summary>
    public string Text(string name, string otherwise = "") => _values.GetValueOrDefault(name, otherwise);

    /// <summary>A whole number, or the given one.</summary>
    public int Count(string name, int otherwise) =>
        _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Seconds, or the given number of them.</summary>
    public TimeSpan Seconds(string name, double otherwise) => TimeSpan.FromSeconds(
        _values.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise);
}
