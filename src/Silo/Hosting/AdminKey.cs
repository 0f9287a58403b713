using System.Security.Cryptography;

namespace SupportPlatform.Hosting;

/// <summary>
/// The first administration key. Where none is configured, one is made at the first start and kept in the data
/// folder, readable by its owner alone. Silos that serve together are given one by configuration.
/// </summary>
internal static class AdminKey
{
    private const string Setting = "Admin:ApiKey";

    /// <summary>Puts the key into the configuration.</summary>
    public static void Ensure(ConfigurationManager configuration, string dataFolder)
    {
        if (configuration[Setting] is { Length: > 0 }) return;
        var path = Path.Combine(dataFolder, "admin.key");
        OwnerFile.WriteOnce(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        configuration[Setting] = File.ReadAllText(path).Trim();
    }
}
