using System.Text.Json;

namespace SupportPlatform.Bench.Measures;

/// <summary>A table for people, and as the last line one JSON object for programs.</summary>
internal sealed class Report(string bench)
{
    private readonly List<(string Label, string Product, string Baseline)> _rows = [];
    private readonly Dictionary<string, object> _product = [];
    private readonly Dictionary<string, object> _baseline = [];

    /// <summary>Adds a figure of both; null where one has none.</summary>
    public Report Row(string label, string key, object? product, object? baseline = null)
    {
        if (product is not null) _product[key] = product;
        if (baseline is not null) _baseline[key] = baseline;
        _rows.Add((label, Show(product), Show(baseline)));
        return this;
    }

    /// <summary>Prints all, with the ratio and what the target is.</summary>
    public void Print(double? ratio, string meaning, string target)
    {
        var width = _rows.Max(r => r.Label.Length) + 2;
        Console.WriteLine();
        Console.WriteLine($"{bench.PadRight(width)}{"product",14}{"baseline",14}");
        foreach (var (label, product, baseline) in _rows) Console.WriteLine($"{label.PadRight(width)}{product,14}{baseline,14}");
        if (ratio is { } value) Console.WriteLine(FormattableString.Invariant($"ratio ({meaning}): {value:F2}"));
        Console.WriteLine($"target: {target}");
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["bench"] = bench,
            ["product"] = _product,
            ["baseline"] = _baseline,
            ["ratio"] = ratio is { } r ? Math.Round(r, 3) : null,
        }));
    }

    private static string Show(object? value) => value switch
    {
        null => "",
        double d => FormattableString.Invariant($"{d:#,0.##}"),
        int or long => FormattableString.Invariant($"{value:#,0}"),
        _ => value.ToString() ?? "",
    };
}
