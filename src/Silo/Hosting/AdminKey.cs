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
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, "admin.key");
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        configuration[Setting] = File.ReadAllText(path).Trim();
    }
}
