using System.Globalization;

namespace Orleans.Storage;

/// <summary>A row's version as an ETag.</summary>
internal static class StoredVersion
{
    public static string? Format(int? version) => version?.ToString(CultureInfo.InvariantCulture);
}
